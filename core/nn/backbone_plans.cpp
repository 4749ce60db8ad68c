#include "core/nn/backbone_plans.h"

#include <QStringList>

#include <array>
#include <stdexcept>

namespace labelwright {

namespace {

/// What torchvision puts behind the feature maps.
enum class ClassifierKind {
    ConvThenPool, ///< squeezenet: dropout, 1×1 convolution `classifier.1`, ReLU, average.
    Dropped,      ///< average, dropout, linear `classifier.1`.
    TwoLayers,    ///< average, linear `classifier.0`, hardswish, dropout, linear `classifier.3`.
    Plain,        ///< average, linear `fc`.
};

struct Backbone
{
    const char16_t* name;
    int (*append)(PlanBuilder&, int);
    ClassifierKind classifier;
    int hidden; ///< Of TwoLayers.
};

const Backbone& backboneNamed(const QString& name)
{
    static constexpr std::array<Backbone, 8> backbones{
        {{u"squeezenet1_1", appendSqueezenet11, ClassifierKind::ConvThenPool, 0},
         {u"shufflenet_v2_x1_0", appendShufflenetV2, ClassifierKind::Plain, 0},
         {u"mobilenet_v3_small", appendMobilenetV3Small, ClassifierKind::TwoLayers, 1024},
         {u"mobilenet_v2", appendMobilenetV2, ClassifierKind::Dropped, 0},
         {u"mobilenet_v3_large", appendMobilenetV3Large, ClassifierKind::TwoLayers, 1280},
         {u"efficientnet_b0", appendEfficientnetB0, ClassifierKind::Dropped, 0},
         {u"resnet18", appendResnet18, ClassifierKind::Plain, 0},
         {u"resnet50", appendResnet50, ClassifierKind::Plain, 0}}};
    for (const Backbone& backbone : backbones)
        if (name == QStringView(backbone.name))
            return backbone;
    throw std::invalid_argument("There is no backbone called " + name.toStdString() + ".");
}

} // namespace

int appendBackbone(PlanBuilder& builder, const QString& name, int input)
{
    return backboneNamed(name).append(builder, input);
}

int appendTorchvisionClassifier(PlanBuilder& builder, const QString& name, int maps, int classes)
{
    const Backbone& backbone = backboneNamed(name);
    builder.nextStage();
    if (backbone.classifier == ClassifierKind::ConvThenPool) {
        int x = builder.dropout(maps, 0.5);
        x = builder.conv(x, "classifier.1", {.out = classes, .bias = true});
        x = builder.apply(OpKind::GlobalAverage, builder.apply(OpKind::Relu, x));
        return builder.apply(OpKind::Flatten, x);
    }
    int x = builder.apply(OpKind::Flatten, builder.apply(OpKind::GlobalAverage, maps));
    builder.plan().embedding = x;
    if (backbone.classifier == ClassifierKind::Plain)
        return builder.linear(x, "fc", classes);
    if (backbone.classifier == ClassifierKind::Dropped)
        return builder.linear(builder.dropout(x, 0.2), "classifier.1", classes);
    x = builder.linear(x, "classifier.0", backbone.hidden);
    x = builder.dropout(builder.apply(OpKind::HardSwish, x), 0.2);
    return builder.linear(x, "classifier.3", classes);
}

NetworkPlan torchvisionPlan(const QString& name, int classes)
{
    PlanBuilder builder(3);
    const int maps = appendBackbone(builder, name, 0);
    builder.plan().backboneStages = builder.stage() + 1;
    appendTorchvisionClassifier(builder, name, maps, classes);
    builder.plan().stageCount = builder.stage() + 1;
    return builder.plan();
}

NetworkPlan backbonePlan(const QString& name)
{
    PlanBuilder builder(3);
    appendBackbone(builder, name, 0);
    builder.plan().stageCount = builder.stage() + 1;
    builder.plan().backboneStages = builder.plan().stageCount;
    return builder.plan();
}

} // namespace labelwright
