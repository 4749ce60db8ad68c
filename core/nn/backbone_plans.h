#pragma once

#include "core/nn/plan_builder.h"

#include <QString>

#include <string>

namespace labelwright {

/// Appends a backbone up to its last feature maps, with torchvision's layer names and results.
/// Each backbone begins a new stage for each child of torchvision's `features` that has weights
/// (squeezenet1_1: 9, mobilenet_v2: 19, mobilenet_v3_small: 13, mobilenet_v3_large: 17,
/// efficientnet_b0: 9), or for the stem, each layer or stage and the last convolution (resnet18,
/// resnet50, shufflenet_v2_x1_0: 5). Throws std::invalid_argument for another name.
int appendBackbone(PlanBuilder& builder, const QString& name, int input);

/// Appends what torchvision puts behind the feature maps, up to the logits.
int appendTorchvisionClassifier(PlanBuilder& builder, const QString& name, int maps, int classes);

/// The whole of torchvision's model, with its names.
NetworkPlan torchvisionPlan(const QString& name, int classes = 1000);

/// The backbone alone, with torchvision's names; no embedding.
NetworkPlan backbonePlan(const QString& name);

int appendSqueezenet11(PlanBuilder& builder, int input);
int appendMobilenetV2(PlanBuilder& builder, int input);
int appendMobilenetV3Small(PlanBuilder& builder, int input);
int appendMobilenetV3Large(PlanBuilder& builder, int input);
int appendEfficientnetB0(PlanBuilder& builder, int input);
int appendResnet18(PlanBuilder& builder, int input);
int appendResnet50(PlanBuilder& builder, int input);
int appendShufflenetV2(PlanBuilder& builder, int input);

} // namespace labelwright
