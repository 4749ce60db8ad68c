#include "core/deployment/prediction_service.h"

#include "core/base/parallel.h"
#include "core/nn/predictor.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <mutex>

namespace labelwright {

namespace {

/// The images of one batch; what could not be read keeps its error.
struct Batch
{
    std::size_t first = 0;
    std::vector<Result<Pixels>> images;
};

Result<void> checkModel(const ServedModel& model)
{
    const auto labels = std::size_t(model.labels.size());
    if (labels == 0)
        return failure("The model has no labels.");
    if (find<InputBlock>(model.spec) == nullptr)
        return failure("The model has no input block.");
    if (!model.calibration.empty() && model.calibration.size() != labels)
        return failure(QString("The calibration is for %1 labels, but the model has %2.")
                           .arg(model.calibration.size())
                           .arg(labels));
    if (!model.thresholds.empty() && model.thresholds.size() != labels)
        return failure(QString("There are %1 thresholds, but the model has %2 labels.")
                           .arg(model.thresholds.size())
                           .arg(labels));
    const bool thresholdsAreNumbers = std::all_of(model.thresholds.begin(), model.thresholds.end(),
                                                  [](float t) { return t >= 0 && t <= 1; });
    if (!thresholdsAreNumbers)
        return failure("A threshold lies outside 0 to 1.");
    return {};
}

Batch decodeBatch(std::size_t first, std::size_t count, const PredictionService::Fetch& fetch,
                  const Preprocessing& preprocessing, int threads, const std::stop_token& stop)
{
    Batch batch{first, std::vector<Result<Pixels>>(count, tl::unexpected(cancelledError()))};
    const int workers = int(std::min<std::size_t>(std::size_t(threads), count));
    parallelFor(
        count, workers,
        [&](int, std::size_t i) {
            const Result<QByteArray> bytes = fetch(first + i);
            batch.images[i] =
                bytes ? prepareImage(*bytes, preprocessing) : Result<Pixels>(failureOf(bytes));
        },
        stop);
    return batch;
}

std::vector<PixelsView> readableImages(const Batch& batch)
{
    std::vector<PixelsView> views;
    for (const Result<Pixels>& image : batch.images)
        if (image)
            views.emplace_back(*image);
    return views;
}

} // namespace

struct PredictionService::State
{
    State(ServedModel served, Predictor network, int threadCount)
        : model(std::move(served))
        , preprocessing(find<InputBlock>(model.spec)->preprocessing)
        , threads(threadCount)
        , predictor(std::move(network))
    {
    }

    ServedModel model;
    Preprocessing preprocessing;
    int threads = 1;
    Predictor predictor;
    std::mutex turn; ///< A Predictor serves one thread at a time.

    Result<std::vector<float>> scores(std::span<const PixelsView> images)
    {
        if (images.empty())
            return std::vector<float>();
        const std::lock_guard lock(turn);
        const Result<std::vector<float>> logits = predictor.logits(images);
        if (!logits)
            return failureOf(logits);
        return calibratedScores(*logits, model.calibration, std::size_t(model.labels.size()));
    }

    [[nodiscard]] Result<Prediction> decide(std::span<const float> scores) const
    {
        if (!std::all_of(scores.begin(), scores.end(), [](float s) { return std::isfinite(s); }))
            return failure("The network gives no number for this image; its weights may be bad.");
        Prediction prediction{{scores.begin(), scores.end()}, {}};
        for (std::size_t i = 0; i < scores.size(); ++i)
            prediction.present.push_back(scores[i] >= model.thresholds[i]);
        return prediction;
    }

    /// Results of a batch: the network runs once over the readable images.
    std::vector<Result<Prediction>> results(const Batch& batch)
    {
        const Result<std::vector<float>> all = scores(readableImages(batch));
        const auto labels = std::size_t(model.labels.size());
        std::vector<Result<Prediction>> out;
        std::size_t row = 0;
        for (const Result<Pixels>& image : batch.images) {
            if (!image)
                out.emplace_back(failureOf(image));
            else if (!all)
                out.emplace_back(failureOf(all));
            else
                out.push_back(decide(std::span(*all).subspan(row++ * labels, labels)));
        }
        return out;
    }
};

PredictionService::PredictionService(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
PredictionService::PredictionService(PredictionService&&) noexcept = default;
PredictionService& PredictionService::operator=(PredictionService&&) noexcept = default;
PredictionService::~PredictionService() = default;

Result<PredictionService> PredictionService::open(ServedModel model, int threads)
{
    if (const auto checked = checkModel(model); !checked)
        return failureOf(checked);
    const auto labels = std::size_t(model.labels.size());
    const int count = threads > 0 ? threads : defaultThreadCount();
    auto predictor = Predictor::open(model.spec, int(labels), model.weightsPath, count);
    if (!predictor)
        return failureOf(predictor);
    if (model.thresholds.empty())
        model.thresholds.assign(labels, 0.5F);
    if (model.calibration.empty())
        model.calibration.assign(labels, {});
    return PredictionService(
        std::make_unique<State>(std::move(model), std::move(*predictor), count));
}

const ServedModel& PredictionService::model() const
{
    return m_state->model;
}

std::vector<Result<Prediction>>
PredictionService::predict(std::span<const QByteArray> encodedImages) const
{
    std::vector<Result<Prediction>> results;
    results.reserve(encodedImages.size());
    // Never stopped, so predictEach gives every result.
    static_cast<void>(predictEach(
        encodedImages.size(), [&](std::size_t i) { return encodedImages[i]; },
        [&](std::size_t, Result<Prediction> result) { results.push_back(std::move(result)); }));
    return results;
}

Result<void> PredictionService::predictEach(std::size_t count, const Fetch& fetch, const Sink& sink,
                                            const ProgressCallback& progress,
                                            std::stop_token stop) const
{
    const auto decode = [&, state = m_state.get()](std::size_t first) {
        return decodeBatch(first, std::min(batchSize, count - first), fetch, state->preprocessing,
                           state->threads, stop);
    };
    std::future<Batch> coming;
    for (std::size_t first = 0; first < count; first += batchSize) {
        const Batch batch = coming.valid() ? coming.get() : decode(first);
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (const std::size_t next = first + batchSize; next < count)
            coming = std::async(std::launch::async, decode, next);
        std::vector<Result<Prediction>> results = m_state->results(batch);
        for (std::size_t i = 0; i < results.size(); ++i)
            sink(first + i, std::move(results[i]));
        if (progress)
            progress({QStringLiteral("Predicting"), qint64(first + results.size()), qint64(count)});
    }
    return {};
}

Result<std::vector<float>>
PredictionService::scoresOfPrepared(std::span<const PixelsView> images) const
{
    std::vector<float> scores;
    for (std::size_t first = 0; first < images.size(); first += batchSize) {
        const auto part =
            m_state->scores(images.subspan(first, std::min(batchSize, images.size() - first)));
        if (!part)
            return failureOf(part);
        scores.insert(scores.end(), part->begin(), part->end());
    }
    return scores;
}

} // namespace labelwright
