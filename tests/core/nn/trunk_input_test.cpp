// Fine-tuning above frozen stages, whose outputs are computed once.

#include "core/nn/mixup.h"
#include "core/nn/predictor.h"
#include "core/nn/trainer.h"
#include "tests/core/nn/torch_file.h"
#include "tests/core/nn/toy_data.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace labelwright {

using namespace tests;

namespace {

class TrunkTest : public testing::Test
{
protected:
    void SetUp() override
    {
        InputBlock input = *find<InputBlock>(toySpec());
        input.augmentation = {};
        input.augmentation.flipHorizontal = true;
        BackboneBlock backbone;
        backbone.name = QStringLiteral("squeezenet1_1");
        backbone.pretrained = false;
        backbone.frozen = false;
        backbone.frozenStages = 4;
        m_spec.blocks = {input, backbone, PoolingBlock{PoolingKind::GlobalAverageMax},
                         DropoutBlock{0.2}, DenseBlock{}, ActivationBlock{}, TargetBlock{}};
        m_settings.epochs = 3;
        m_settings.mixup = 0.4;
        m_settings.emaDecay = 0.9;
        m_settings.freezeBatchNorm = true;
    }

    Result<RunOutcome> train(const QString& folder, int stopAfter = 0)
    {
        std::stop_source stop;
        RunControl control;
        RunCallbacks callbacks;
        callbacks.epoch = [&](const EpochReport& report) {
            m_last = report;
            if (report.epoch == stopAfter)
                stop.request_stop();
        };
        callbacks.progress = [this](const Progress& progress) { m_steps.append(progress.step); };
        return labelwright::train(m_spec, m_settings, m_data, {m_weights, folder, {}}, callbacks,
                                  control, stop.get_token());
    }

    /// Makes the backbone one with weights of its own.
    void pretrain(const QString& name, int frozenStages, std::uint64_t seed = 1)
    {
        auto* const backbone = find<BackboneBlock>(m_spec);
        backbone->name = name;
        backbone->pretrained = true;
        backbone->frozenStages = frozenStages;
        m_weights = writeBackbone(name, seed, m_files.path());
    }

    QTemporaryDir m_files;
    QString m_weights;
    ModelSpec m_spec;
    RunSettings m_settings = toySettings();
    TrainingData m_data = toyData(80);
    EpochReport m_last;
    QStringList m_steps;
};

} // namespace

TEST_F(TrunkTest, FrozenStagesAreComputedOnceAndTheCheckpointPredictsTheReportedScores)
{
    const QTemporaryDir folder;
    const auto outcome = train(folder.path());
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_TRUE(m_steps.contains("Computing the frozen layers"));
    auto predictor = Predictor::open(m_spec, 3, outcome->last->path, 1);
    ASSERT_TRUE(predictor.has_value()) << predictor.error().summary.toStdString();
    std::vector<PixelsView> images;
    for (const std::uint32_t image : m_data.validation)
        images.push_back(m_data.images->pixels(image));
    const auto logits = predictor->logits(images);
    ASSERT_TRUE(logits.has_value());
    ASSERT_EQ(logits->size(), m_last.validationScores.size());
    for (std::size_t i = 0; i < logits->size(); ++i)
        EXPECT_NEAR(1 / (1 + std::exp(-logits->at(i))), m_last.validationScores[i], 1e-4);
}

TEST_F(TrunkTest, AStoppedRunGoesOnToTheSameBytes)
{
    const QTemporaryDir whole;
    const QTemporaryDir parts;
    const auto undisturbed = train(whole.path());
    const auto stopped = train(parts.path(), 1);
    ASSERT_TRUE(undisturbed.has_value() && stopped.has_value());
    EXPECT_FALSE(stopped->finished);
    const auto resumed = train(parts.path());
    ASSERT_TRUE(resumed.has_value());
    EXPECT_EQ(resumed->last->sha256, undisturbed->last->sha256);
    EXPECT_EQ(resumed->best->sha256, undisturbed->best->sha256);
}

TEST_F(TrunkTest, AStoppedRunOnPretrainedStagesGoesOnToTheSameBytes)
{
    const struct
    {
        QString backbone;
        int frozenStages;
        bool freezeBatchNorm;
    } table[] = {{QStringLiteral("squeezenet1_1"), 4, true},
                 {QStringLiteral("mobilenet_v2"), 10, true},
                 {QStringLiteral("mobilenet_v2"), 10, false}};
    for (const auto& row : table) {
        pretrain(row.backbone, row.frozenStages);
        m_settings.freezeBatchNorm = row.freezeBatchNorm;
        const QTemporaryDir whole;
        const QTemporaryDir parts;
        const auto undisturbed = train(whole.path());
        ASSERT_TRUE(undisturbed.has_value()) << undisturbed.error().summary.toStdString();
        ASSERT_TRUE(train(parts.path(), 1).has_value());
        m_steps.clear();
        const auto resumed = train(parts.path());
        ASSERT_TRUE(resumed.has_value()) << resumed.error().summary.toStdString();
        EXPECT_TRUE(m_steps.contains("Computing the frozen layers"));
        EXPECT_EQ(resumed->epochs, 3);
        EXPECT_EQ(resumed->last->sha256, undisturbed->last->sha256)
            << row.backbone.toStdString() << row.freezeBatchNorm;
    }
}

TEST_F(TrunkTest, AStoppedRunNeedsTheBackbonesFileNoMore)
{
    pretrain(QStringLiteral("squeezenet1_1"), 4);
    const QTemporaryDir whole;
    const auto undisturbed = train(whole.path());
    ASSERT_TRUE(undisturbed.has_value());
    for (const bool replaced : {true, false}) {
        pretrain(QStringLiteral("squeezenet1_1"), 4);
        const QTemporaryDir parts;
        ASSERT_TRUE(train(parts.path(), 1).has_value());
        pretrain(QStringLiteral("squeezenet1_1"), 4, 2);
        if (!replaced)
            m_weights.clear();
        const auto resumed = train(parts.path());
        ASSERT_TRUE(resumed.has_value()) << resumed.error().summary.toStdString();
        EXPECT_EQ(resumed->last->sha256, undisturbed->last->sha256) << replaced;
    }
}

TEST_F(TrunkTest, OtherAugmentationGoesThroughTheWholeNetwork)
{
    find<InputBlock>(m_spec)->augmentation.brightness = 0.2;
    m_settings.epochs = 1;
    const QTemporaryDir folder;
    ASSERT_TRUE(train(folder.path()).has_value());
    EXPECT_FALSE(m_steps.contains("Computing the frozen layers"));
}

TEST(Mixing, KeepsMoreOfTheImageThanOfItsPartner)
{
    double sum = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const Mixing mixing = drawMixing(0.4, 16, Random(seed));
        EXPECT_GE(mixing.share, 0.5);
        EXPECT_LE(mixing.share, 1.0);
        sum += mixing.share;
        std::vector<std::uint32_t> partners = mixing.partners;
        std::sort(partners.begin(), partners.end());
        std::vector<std::uint32_t> all(16);
        std::iota(all.begin(), all.end(), 0U);
        ASSERT_EQ(partners, all);
    }
    // Mean of max(x, 1 − x) under Beta(0.4, 0.4).
    EXPECT_NEAR(sum / 2000, 0.8397, 0.01);
}

TEST(Mixing, OfNothingLeavesTheBatchAlone)
{
    EXPECT_TRUE(drawMixing(0, 16, Random(1)).partners.empty());
    EXPECT_TRUE(drawMixing(0.4, 1, Random(1)).partners.empty());
}

} // namespace labelwright
