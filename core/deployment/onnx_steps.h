#pragma once

#include "core/deployment/onnx_graph.h"
#include "core/nn/lowered_graph.h"

#include <string>

namespace labelwright {

/// What the value of a step is called in the ONNX file: the layer's name, or for a step without
/// one its kind and index ("Relu_3"); "normalised" for the input.
std::string onnxName(const NetworkPlan& plan, int step);

/// Appends all steps of a network to `graph`, which holds the value "normalised" [N, C, height,
/// width] of that type already. Returns the name of the logits. The forms are those that OpenCV
/// 4.6's DNN computes right at every batch size, of which fewer exist than the standard allows.
std::string appendSteps(OnnxGraph& graph, const LoweredGraph& network, int width, int height,
                        onnx::TensorProto_DataType type);

} // namespace labelwright
