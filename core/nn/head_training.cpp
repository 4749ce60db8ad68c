#include "core/nn/head_training.h"

#include "core/base/progress.h"
#include "core/nn/guarded.h"
#include "core/nn/head_solver.h"
#include "core/nn/threads.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

namespace labelwright {

using torch::Tensor;

struct HeadTrainer::Data
{
    HeadFeatures features;
    int iterations = 0;
};

namespace {

/// While it lives, torch works on the calling thread alone. A fit is hundreds of short operations:
/// on a busy machine each would wait for the other threads to be scheduled, which costs far more
/// than they bring. The long matrix products are shared out by the BLAS library itself.
class SingleThreaded
{
public:
    SingleThreaded() : m_before(at::get_num_threads()) { setTorchThreads(1); }
    ~SingleThreaded() { setTorchThreads(m_before); }
    SingleThreaded(const SingleThreaded&) = delete;
    SingleThreaded& operator=(const SingleThreaded&) = delete;

private:
    int m_before;
};

Tensor asTensor(std::span<const float> values, std::int64_t columns)
{
    return at::from_blob(const_cast<float*>(values.data()),
                         {static_cast<std::int64_t>(values.size()) / columns, columns},
                         torch::TensorOptions().dtype(torch::kFloat32));
}

/// How much each cell's loss counts as present and as absent: targets, weights and masks in one.
HeadTargets targetsOf(std::span<const Annotation> truth, std::int64_t labels,
                      const HeadOptions& options)
{
    const auto rows = static_cast<std::int64_t>(truth.size()) / labels;
    HeadTargets targets{at::zeros({rows, labels}), at::zeros({rows, labels}),
                        at::zeros({labels}, torch::kFloat64), at::zeros({labels}, torch::kFloat64),
                        at::zeros({labels}, torch::kFloat64)};
    auto* const total = targets.total.data_ptr<float>();
    auto* const present = targets.present.data_ptr<float>();
    auto* const known = targets.known.data_ptr<double>();
    auto* const positives = targets.positives.data_ptr<double>();
    const auto half = static_cast<float>(options.labelSmoothing / 2);
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] == Annotation::Unknown)
            continue;
        const std::size_t label = i % static_cast<std::size_t>(labels);
        const bool isPresent = truth[i] == Annotation::Present;
        const float target = isPresent ? 1 - half : half;
        const float weight =
            options.positiveWeights.empty() ? 1.0F : options.positiveWeights[label];
        present[i] = target * weight;
        total[i] = target * weight + (1 - target);
        known[label] += 1;
        positives[label] += isPresent ? 1 : 0;
    }
    const Tensor learnable =
        targets.positives.gt(0).logical_and(targets.positives.lt(targets.known));
    targets.learnable = learnable.to(torch::kFloat64);
    return targets;
}

/// Weights on the solver's coordinates, the bias in the last column, labels × (coordinates + 1).
Tensor startingWeights(const HeadFeatures& features, const LinearHead* start, std::int64_t labels)
{
    const std::int64_t dimensions = features.mean.size(0);
    Tensor weights = at::zeros({labels, features.coordinates() + 1});
    if (start == nullptr || start->dimensions != dimensions)
        return weights;
    const std::int64_t count = std::min<std::int64_t>(labels, start->labels);
    const Tensor raw = asTensor(start->weights, dimensions).narrow(0, 0, count);
    const Tensor biases = asTensor(start->biases, 1).narrow(0, 0, count).flatten();
    Tensor coordinates = raw * features.deviation;
    if (features.basis.defined())
        coordinates = coordinates.matmul(features.basis.t());
    const Tensor rows = weights.narrow(0, 0, count);
    rows.narrow(1, 0, features.coordinates()).copy_(coordinates);
    rows.select(1, features.coordinates()).copy_(biases + raw.matmul(features.mean));
    return weights;
}

/// Gives labels that have one class only the logit of their share.
void setConstantLabels(const HeadTargets& targets, LinearHead& head)
{
    for (std::int64_t label = 0; label < head.labels; ++label) {
        if (targets.learnable[label].item<double>() > 0)
            continue;
        const double positives = targets.positives[label].item<double>() + 0.5;
        const double negatives = targets.known[label].item<double>() + 1 - positives;
        const auto begin = head.weights.begin() + label * head.dimensions;
        std::fill(begin, begin + head.dimensions, 0.0F);
        head.biases[static_cast<std::size_t>(label)] =
            static_cast<float>(std::log(positives / negatives));
    }
}

/// Back to raw features.
LinearHead toHead(const HeadFeatures& features, const HeadTargets& targets, const Tensor& weights)
{
    const std::int64_t coordinates = features.coordinates();
    Tensor standardised = weights.narrow(1, 0, coordinates);
    if (features.basis.defined())
        standardised = standardised.matmul(features.basis);
    const Tensor raw = (standardised / features.deviation).contiguous();
    const Tensor biases = (weights.select(1, coordinates) - raw.matmul(features.mean)).contiguous();
    LinearHead head{static_cast<int>(weights.size(0)), static_cast<int>(features.mean.size(0)),
                    {}, {}};
    head.weights.assign(raw.data_ptr<float>(), raw.data_ptr<float>() + raw.numel());
    head.biases.assign(biases.data_ptr<float>(), biases.data_ptr<float>() + biases.numel());
    setConstantLabels(targets, head);
    return head;
}

} // namespace

HeadTrainer::HeadTrainer(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
HeadTrainer::HeadTrainer(HeadTrainer&&) noexcept = default;
HeadTrainer& HeadTrainer::operator=(HeadTrainer&&) noexcept = default;
HeadTrainer::~HeadTrainer() = default;

Result<HeadTrainer> HeadTrainer::create(std::span<const float> embeddings, int dimensions,
                                        int threads)
{
    if (dimensions < 1 || embeddings.empty()
        || embeddings.size() % static_cast<std::size_t>(dimensions) != 0)
        return failure(QStringLiteral("There are no embeddings to learn from."));
    return guarded(QStringLiteral("The head cannot be trained."), [&]() -> Result<HeadTrainer> {
        setTorchThreads(threads);
        const torch::NoGradGuard noGradients;
        const Tensor values = asTensor(embeddings, dimensions);
        if (!at::isfinite(values.sum()).item<bool>())
            return failure(QStringLiteral("An embedding holds a value that is not a number; compute "
                                          "the embeddings again."));
        auto data = std::make_unique<Data>();
        data->features = standardiseFeatures(values);
        return HeadTrainer(std::move(data));
    });
}

Result<LinearHead> HeadTrainer::fit(std::span<const Annotation> truth, int labels,
                                    const HeadOptions& options, const LinearHead* start,
                                    std::stop_token stop)
{
    const auto rows = static_cast<std::size_t>(m_data->features.rows());
    if (labels < 1 || truth.size() != rows * static_cast<std::size_t>(labels)
        || (!options.positiveWeights.empty()
            && options.positiveWeights.size() != static_cast<std::size_t>(labels)))
        return failure(QStringLiteral("Embeddings and labels do not fit together."));
    return guarded(QStringLiteral("The head cannot be trained."), [&]() -> Result<LinearHead> {
        const SingleThreaded singleThreaded;
        const torch::NoGradGuard noGradients;
        const HeadTargets targets = targetsOf(truth, labels, options);
        Tensor weights = startingWeights(m_data->features, start, labels);
        m_data->iterations = solveHead(m_data->features, targets, options, weights, stop);
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        return toHead(m_data->features, targets, weights);
    });
}

int HeadTrainer::iterations() const { return m_data->iterations; }

Result<LinearHead> trainHead(std::span<const float> embeddings, int dimensions,
                             std::span<const Annotation> truth, int labels,
                             const HeadOptions& options, const LinearHead* start,
                             std::stop_token stop)
{
    auto trainer = HeadTrainer::create(embeddings, dimensions, options.threads);
    if (!trainer)
        return failureOf(trainer);
    return trainer->fit(truth, labels, options, start, stop);
}

Result<std::vector<float>> headLogits(const LinearHead& head, std::span<const float> embeddings,
                                      int threads)
{
    if (embeddings.empty())
        return std::vector<float>();
    if (head.dimensions < 1 || embeddings.size() % static_cast<std::size_t>(head.dimensions) != 0)
        return failure(QStringLiteral("The embeddings do not fit the head."));
    return guarded(QStringLiteral("The head cannot score the embeddings."), [&] {
        setTorchThreads(threads);
        const torch::NoGradGuard noGradients;
        const Tensor weights = asTensor(head.weights, head.dimensions);
        const Tensor biases = asTensor(head.biases, 1).flatten();
        const Tensor logits =
            at::addmm(biases, asTensor(embeddings, head.dimensions), weights.t()).contiguous();
        const float* const values = logits.data_ptr<float>();
        return std::vector<float>(values, values + logits.numel());
    });
}

} // namespace labelwright
