#include "core/model/advised_values.h"

#include "core/model/advisor.h"

#include <gtest/gtest.h>

#include <functional>

namespace labelwright {

namespace {

struct Change
{
    const char* setting;
    std::function<void(ModelSpec&, RunSettings&)> act;
};

/// A change each that makes a sentence about its setting untrue.
const Change changes[] = {
    {"Input", [](ModelSpec& s, RunSettings&) { find<InputBlock>(s)->preprocessing.width = 8; }},
    {"Colour",
     [](ModelSpec& s, RunSettings&) {
         find<InputBlock>(s)->preprocessing.color = ColorMode::Grey;
     }},
    {"Augmentation",
     [](ModelSpec& s, RunSettings&) { find<InputBlock>(s)->augmentation.brightness = 0.91; }},
    {"Backbone", [](ModelSpec& s, RunSettings&) { find<BackboneBlock>(s)->name = "resnet18"; }},
    {"Regime",
     [](ModelSpec& s, RunSettings&) {
         find<BackboneBlock>(s)->frozen = !find<BackboneBlock>(s)->frozen;
     }},
    {"Frozen stages", [](ModelSpec& s, RunSettings&) { ++find<BackboneBlock>(s)->frozenStages; }},
    {"Output",
     [](ModelSpec& s, RunSettings&) { find<ActivationBlock>(s)->kind = ActivationKind::Relu; }},
    {"Loss", [](ModelSpec& s, RunSettings&) { find<TargetBlock>(s)->loss = LossKind::Focal; }},
    {"Epochs", [](ModelSpec&, RunSettings& r) { ++r.epochs; }},
    {"Batch size", [](ModelSpec&, RunSettings& r) { ++r.batchSize; }},
    {"Learning rate", [](ModelSpec&, RunSettings& r) { r.learningRate *= 2; }},
    {"Schedule", [](ModelSpec&, RunSettings& r) { r.schedule = ScheduleKind::Constant; }},
    {"Head",
     [](ModelSpec& s, RunSettings&) { find<TargetBlock>(s)->loss = LossKind::Asymmetric; }},
    {"Mixup", [](ModelSpec&, RunSettings& r) { r.mixup += 0.1; }},
    {"Best epoch", [](ModelSpec&, RunSettings& r) { r.bestBy = BestBy::ValidationMap; }},
    {"Averaging", [](ModelSpec&, RunSettings& r) { r.emaDecay = 0.5; }},
    {"Early stopping", [](ModelSpec&, RunSettings& r) { ++r.patience; }},
};

ModelSpec frozenSpec()
{
    BackboneBlock backbone;
    backbone.name = "mobilenet_v2";
    return {{InputBlock{}, backbone, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
             TargetBlock{}}};
}

} // namespace

TEST(AdvisedValues, FollowWhatTheirSettingIsAbout)
{
    for (const Change& change : changes) {
        ModelSpec spec = frozenSpec();
        RunSettings settings;
        const QJsonObject before = advisedValues(change.setting, spec, settings);
        ASSERT_FALSE(before.isEmpty()) << change.setting;
        for (const QString& key : before.keys())
            EXPECT_FALSE(before[key].isUndefined() || before[key].isNull())
                << change.setting << ' ' << key.toStdString();
        ++settings.threads;
        find<TargetBlock>(spec)->labelSmoothing = 0.1;
        EXPECT_EQ(advisedValues(change.setting, spec, settings), before) << change.setting;
        change.act(spec, settings);
        EXPECT_NE(advisedValues(change.setting, spec, settings), before) << change.setting;
    }
}

TEST(AdvisedValues, KnowEverySettingThatIsAdvised)
{
    DataFacts facts;
    facts.training = 4000;
    facts.validation = 1000;
    facts.labels = {"a", "b"};
    facts.positives = {100, 2000};
    facts.negatives = {3900, 2000};
    facts.unknown = {0, 0};
    facts.medianWidth = 300;
    facts.medianHeight = 200;
    facts.availableBackbones = {"mobilenet_v2", "resnet18"};
    for (const char* backbone : {"none", "mobilenet_v2", "resnet18"})
        for (const Regime regime : {Regime::Frozen, Regime::FineTune}) {
            AdviceWishes wishes;
            wishes.backbone = backbone;
            if (wishes.backbone != QString("none"))
                wishes.regime = regime;
            const auto advice = advise(facts, wishes);
            ASSERT_TRUE(advice) << advice.error().summary.toStdString();
            for (const Advice::Reason& reason : advice->reasons)
                EXPECT_FALSE(reason.values.isEmpty()) << reason.setting.toStdString();
        }
}

TEST(AdvisedValues, AreNothingForWhatIsNoSetting)
{
    EXPECT_TRUE(advisedValues("Model", frozenSpec(), {}).isEmpty());
}

} // namespace labelwright
