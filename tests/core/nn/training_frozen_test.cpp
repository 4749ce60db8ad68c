#include "core/nn/embedding_extractor.h"
#include "core/nn/predictor.h"
#include "core/nn/trainer.h"
#include "tests/core/nn/toy_data.h"
#include "tests/test_files.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryDir>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

/// The toy marks on a real pretrained backbone.
class FrozenTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto file = backboneFile(QStringLiteral("squeezenet1_1-*.pth"));
        if (!file)
            GTEST_SKIP() << "squeezenet1_1-*.pth is not in LABELWRIGHT_BACKBONES";
        m_places = {*file, m_run.path(), m_cache.path()};
        BackboneBlock backbone;
        backbone.name = QStringLiteral("squeezenet1_1");
        InputBlock input = *find<InputBlock>(toySpec());
        input.augmentation = {};
        m_spec.blocks = {input, backbone, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
                         TargetBlock{}};
    }
    Result<RunOutcome> train(const QString& folder)
    {
        RunControl control;
        RunCallbacks callbacks;
        m_reports.clear();
        m_computed = 0;
        m_steps.clear();
        callbacks.epoch = [this](const EpochReport& report) { m_reports.push_back(report); };
        callbacks.progress = [this](const Progress& progress) {
            if (progress.step == QStringLiteral("Computing embeddings"))
                m_computed = progress.done;
            if (!m_steps.contains(progress.step))
                m_steps.append(progress.step);
        };
        RunPlaces places = m_places;
        places.runFolder = folder;
        return labelwright::train(m_spec, m_settings, m_data, places, callbacks, control, {});
    }

    QTemporaryDir m_run;
    QTemporaryDir m_cache;
    RunPlaces m_places;
    ModelSpec m_spec;
    RunSettings m_settings = [] {
        RunSettings settings = toySettings();
        settings.epochs = 20;
        return settings;
    }();
    TrainingData m_data = toyData(240);
    std::vector<EpochReport> m_reports;
    qint64 m_computed = 0;
    QStringList m_steps; ///< Told of, each once.
};

} // namespace

TEST_F(FrozenTest, SolvesTheHeadAndItsCheckpointPredictsTheReportedScores)
{
    const auto outcome = train(m_run.path());
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_TRUE(outcome->finished);
    EXPECT_GT(m_reports.size(), 3U);
    const EpochReport& best = m_reports.at(static_cast<std::size_t>(outcome->best->epoch) - 1);
    EXPECT_GT(best.validationMap.value_or(0), 0.6);
    auto predictor = Predictor::open(m_spec, 3, outcome->best->path, 1);
    ASSERT_TRUE(predictor.has_value()) << predictor.error().summary.toStdString();
    std::vector<PixelsView> images;
    for (const std::uint32_t image : m_data.validation)
        images.push_back(m_data.images->pixels(image));
    const auto logits = predictor->logits(images);
    ASSERT_TRUE(logits.has_value());
    ASSERT_EQ(logits->size(), best.validationScores.size());
    for (std::size_t i = 0; i < logits->size(); ++i)
        EXPECT_NEAR(1 / (1 + std::exp(-logits->at(i))), best.validationScores[i], 1e-4);
}

TEST_F(FrozenTest, EmbeddingsAreComputedOnce)
{
    ASSERT_TRUE(train(m_run.path()).has_value());
    EXPECT_GT(m_computed, 0);
    const auto first = m_reports;
    const QTemporaryDir another;
    ASSERT_TRUE(train(another.path()).has_value());
    EXPECT_EQ(m_computed, 0);
    ASSERT_EQ(m_reports.size(), first.size());
    EXPECT_EQ(m_reports.back().validationScores, first.back().validationScores);
}

TEST_F(FrozenTest, AnEpochLimitDoesNotShortenThePath)
{
    m_settings.epochs = 1;
    ASSERT_TRUE(train(m_run.path()).has_value());
    EXPECT_GT(m_reports.size(), 3U);
    EXPECT_NEAR(m_reports.front().secondsLeft, 12 * m_reports.front().seconds, 1e-9);
    EXPECT_EQ(m_steps.back(), QStringLiteral("Fitting the head"));
}

TEST_F(FrozenTest, TellsThatThePrecisionIsMeasured)
{
    m_settings.precision = Precision::Auto;
    ASSERT_TRUE(train(m_run.path()).has_value());
    EXPECT_TRUE(m_steps.contains(QStringLiteral("Measuring which precision is faster")));
}

TEST_F(FrozenTest, AStoppedPathGoesOnToTheSameBytes)
{
    const auto whole = train(m_run.path());
    ASSERT_TRUE(whole.has_value());
    const QTemporaryDir folder;
    std::stop_source stop;
    RunControl control;
    RunCallbacks callbacks;
    callbacks.epoch = [&](const EpochReport& report) {
        if (report.epoch == 2)
            stop.request_stop();
    };
    RunPlaces places = m_places;
    places.runFolder = folder.path();
    const auto stopped = labelwright::train(m_spec, m_settings, m_data, places, callbacks, control,
                                            stop.get_token());
    ASSERT_TRUE(stopped.has_value());
    EXPECT_FALSE(stopped->finished);
    const auto resumed = train(folder.path());
    ASSERT_TRUE(resumed.has_value());
    EXPECT_EQ(resumed->last->sha256, whole->last->sha256);
    EXPECT_EQ(resumed->best->sha256, whole->best->sha256);
}

TEST_F(FrozenTest, ADeeperHeadTrainsInBatchesOnTheEmbeddings)
{
    m_spec.blocks = {m_spec.blocks[0],   m_spec.blocks[1],
                     PoolingBlock{},     DenseBlock{32},
                     ActivationBlock{ActivationKind::Relu}, DropoutBlock{0.2},
                     DenseBlock{},       ActivationBlock{},
                     TargetBlock{}};
    const auto outcome = train(m_run.path());
    ASSERT_TRUE(outcome.has_value()) << outcome.error().summary.toStdString();
    EXPECT_EQ(outcome->epochs, 20);
    EXPECT_LT(m_reports.back().trainingLoss, m_reports.front().trainingLoss);
}

TEST_F(FrozenTest, FineTuningMayStartFromASolvedHead)
{
    find<BackboneBlock>(m_spec)->frozen = false;
    m_settings.epochs = 1;
    m_settings.learningRate = 1e-6;
    m_settings.freezeBatchNorm = true;
    ASSERT_TRUE(train(m_run.path()).has_value());
    const double fromRandom = *m_reports.back().validationMap;
    m_settings.headFromEmbeddings = true;
    const QTemporaryDir folder;
    ASSERT_TRUE(train(folder.path()).has_value());
    EXPECT_GT(*m_reports.back().validationMap, fromRandom);
}

TEST_F(FrozenTest, MirroredImagesAreOtherEmbeddings)
{
    auto extractor = EmbeddingExtractor::open(m_spec, m_places.backboneWeights, m_cache.path(),
                                              Precision::F32, 1);
    ASSERT_TRUE(extractor.has_value()) << extractor.error().summary.toStdString();
    const std::vector<std::uint32_t> images{0, 1, 2};
    EmbeddingRequest request{m_data.images.get(), images, {}, false};
    const auto plain = extractor->embed(request, {}, {});
    request.mirrored = true;
    const auto mirrored = extractor->embed(request, {}, {});
    request.mirrored = false;
    const auto again = extractor->embed(request, {}, {});
    ASSERT_TRUE(plain.has_value() && mirrored.has_value() && again.has_value());
    EXPECT_EQ(plain->dimensions, 512);
    EXPECT_NE(plain->values, mirrored->values);
    EXPECT_EQ(plain->values, again->values);
}

TEST_F(FrozenTest, MissingWeightsAreASentence)
{
    m_places.backboneWeights.clear();
    const auto outcome = train(m_run.path());
    ASSERT_FALSE(outcome.has_value());
    EXPECT_TRUE(outcome.error().summary.contains(QStringLiteral("squeezenet1_1")));
}

} // namespace labelwright
