#include "core/deployment/prediction_service.h"
#include "tests/core/deployment/random_model.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <thread>

namespace labelwright {

namespace {

class PredictionServiceTest : public testing::Test
{
protected:
    QTemporaryDir m_folder;
    ServedModel m_model = tests::randomModel(m_folder.path(), {}, ColorMode::Rgb, Fit::Stretch);

    static std::vector<QByteArray> bytesOf(const std::vector<tests::NamedImage>& images)
    {
        std::vector<QByteArray> bytes;
        for (const auto& image : images)
            bytes.push_back(image.encoded);
        return bytes;
    }
};

} // namespace

TEST_F(PredictionServiceTest, AnswersInOrderAndABadImageFailsAlone)
{
    const auto service = PredictionService::open(m_model, 2);
    ASSERT_TRUE(service) << service.error().summary.toStdString();
    std::vector<QByteArray> images = bytesOf(tests::jpegs(70));
    const auto good = service->predict(images);
    ASSERT_EQ(good.size(), 70U);
    images[1] = "no image";
    images[40] = images[40].left(images[40].size() / 2);
    images[69] = {};
    const auto mixed = service->predict(images);
    ASSERT_EQ(mixed.size(), 70U);
    for (const std::size_t i : {1U, 40U, 69U}) {
        ASSERT_FALSE(mixed[i]);
        EXPECT_FALSE(mixed[i].error().summary.isEmpty());
    }
    for (std::size_t i = 0; i < mixed.size(); ++i) {
        ASSERT_TRUE(good[i]);
        if (!mixed[i])
            continue;
        for (std::size_t label = 0; label < 4; ++label)
            EXPECT_NEAR(mixed[i]->scores[label], good[i]->scores[label], 1e-5);
    }
}

TEST_F(PredictionServiceTest, AppliesCalibrationAndThresholds)
{
    const auto images = bytesOf(tests::jpegs(12));
    ServedModel plain = m_model;
    plain.calibration.clear();
    plain.thresholds.clear();
    const auto calibrated = PredictionService::open(m_model, 1);
    const auto uncalibrated = PredictionService::open(plain, 1);
    ASSERT_TRUE(calibrated && uncalibrated);
    const auto with = calibrated->predict(images);
    const auto without = uncalibrated->predict(images);
    std::size_t decisions = 0;
    for (std::size_t i = 0; i < images.size(); ++i)
        for (std::size_t label = 0; label < 4; ++label) {
            const double score = without[i]->scores[label];
            const double logit = std::log(score / (1 - score));
            const LabelCalibration& c = m_model.calibration[label];
            EXPECT_NEAR(with[i]->scores[label], 1 / (1 + std::exp(-(c.scale * logit + c.offset))),
                        1e-4);
            EXPECT_EQ(with[i]->present[label], with[i]->scores[label] >= m_model.thresholds[label]);
            EXPECT_EQ(without[i]->present[label], score >= 0.5);
            decisions += with[i]->present[label] ? 1 : 0;
        }
    // The network is random but not dull: some labels are present and some are not.
    EXPECT_GT(decisions, 0U);
    EXPECT_LT(decisions, images.size() * 4);
}

TEST_F(PredictionServiceTest, StreamsAnyNumberAndStops)
{
    const auto service = PredictionService::open(m_model, 2);
    ASSERT_TRUE(service);
    const auto images = bytesOf(tests::jpegs(5));
    std::vector<std::size_t> order;
    qint64 last = 0;
    const auto fetch = [&](std::size_t i) -> Result<QByteArray> {
        if (i % 50 == 3)
            return failure("cannot be read");
        return images[i % images.size()];
    };
    const auto all = service->predictEach(
        150, fetch,
        [&](std::size_t i, Result<Prediction> prediction) {
            order.push_back(i);
            EXPECT_EQ(bool(prediction), i % 50 != 3);
        },
        [&](const Progress& progress) { last = progress.done; });
    EXPECT_TRUE(all);
    std::vector<std::size_t> expected(150);
    std::iota(expected.begin(), expected.end(), 0U);
    EXPECT_EQ(order, expected);
    EXPECT_EQ(last, 150);

    std::stop_source stop;
    std::size_t given = 0;
    const auto stopped = service->predictEach(
        10'000, fetch,
        [&](std::size_t, const Result<Prediction>&) {
            ++given;
            stop.request_stop();
        },
        {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(isCancelled(stopped.error()));
    EXPECT_LT(given, 100U);
}

TEST_F(PredictionServiceTest, ServesSeveralThreads)
{
    const auto service = PredictionService::open(m_model, 1);
    ASSERT_TRUE(service);
    const auto images = bytesOf(tests::jpegs(10));
    const auto alone = service->predict(images);
    std::vector<std::vector<Result<Prediction>>> results(3);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results)
            threads.emplace_back([&] { result = service->predict(images); });
    }
    for (const auto& result : results) {
        ASSERT_EQ(result.size(), alone.size());
        for (std::size_t i = 0; i < alone.size(); ++i)
            EXPECT_EQ(*result[i], *alone[i]);
    }
}

TEST_F(PredictionServiceTest, RefusesWhatDoesNotFitTogether)
{
    const auto summaryOf = [](ServedModel model) {
        const auto service = PredictionService::open(std::move(model), 1);
        return service ? QString() : service.error().summary;
    };
    EXPECT_EQ(summaryOf(m_model), QString());
    ServedModel model = m_model;
    model.calibration.pop_back();
    EXPECT_EQ(summaryOf(model), "The calibration is for 3 labels, but the model has 4.");
    model = m_model;
    model.thresholds.push_back(0.5F);
    EXPECT_EQ(summaryOf(model), "There are 5 thresholds, but the model has 4 labels.");
    model = m_model;
    model.thresholds[0] = std::nanf("");
    EXPECT_EQ(summaryOf(model), "A threshold lies outside 0 to 1.");
    model = m_model;
    model.labels = {"only one"};
    model.calibration.clear();
    model.thresholds.clear();
    EXPECT_FALSE(summaryOf(model).isEmpty());
    model.labels.clear();
    EXPECT_EQ(summaryOf(model), "The model has no labels.");
    QFile file(m_model.weightsPath);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 5);
    file.write("x");
    file.close();
    EXPECT_FALSE(summaryOf(m_model).isEmpty());
}

} // namespace labelwright
