#include "core/nn/predictor.h"

#include "core/nn/guarded.h"
#include "core/nn/lowered_network.h"
#include "core/nn/threads.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cstring>

namespace labelwright {

namespace {

/// Pixels of a batch: 16 images of 224 × 224, about where larger batches stop being faster.
constexpr std::int64_t pixelsPerBatch = 16LL * 224 * 224;

std::size_t batchSize(const Preprocessing& input)
{
    const std::int64_t pixels = std::int64_t{input.width} * input.height;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(pixelsPerBatch / pixels, 1, 256));
}

} // namespace

std::shared_ptr<Network> networkOf(const LoweredGraph& graph)
{
    auto network = std::make_shared<Network>(graph.plan);
    const at::NoGradGuard noGrad;
    const auto state = network->state();
    const std::vector<PlanParameter> parameters = parametersOf(graph.plan);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto step = static_cast<std::size_t>(parameters[i].op);
        const auto& values = parameters[i].role == ParameterRole::Weight ? graph.weights[step]
                                                                         : graph.biases[step];
        const torch::Tensor plain = at::empty(parameters[i].shape);
        TORCH_CHECK(static_cast<std::size_t>(plain.numel()) == values.size(),
                    "The weights have another size than their layer.");
        std::memcpy(plain.data_ptr(), values.data(), plain.nbytes());
        torch::Tensor(state[i].second).copy_(plain);
    }
    network->setFrozenStages(graph.plan.stageCount);
    network->eval();
    return network;
}

torch::Tensor toImages(std::span<const PixelsView> images)
{
    TORCH_CHECK(!images.empty(), "There are no images.");
    const PixelsView& first = images.front();
    const torch::Tensor batch = at::empty({static_cast<std::int64_t>(images.size()), first.height,
                                           first.width, first.channels},
                                          at::kByte);
    auto* out = static_cast<std::uint8_t*>(batch.data_ptr());
    for (const PixelsView& image : images) {
        TORCH_CHECK(image.width == first.width && image.height == first.height
                        && image.channels == first.channels
                        && image.data.size() == static_cast<std::size_t>(batch.stride(0)),
                    "The images have different sizes.");
        std::memcpy(out, image.data.data(), image.data.size());
        out += image.data.size();
    }
    return batch;
}

std::vector<float> toVector(const torch::Tensor& values)
{
    const torch::Tensor plain = values.to(at::kFloat).contiguous();
    const auto* data = static_cast<const float*>(plain.data_ptr());
    return {data, data + plain.numel()};
}

struct Predictor::Network
{
    std::shared_ptr<labelwright::Network> network;
    Preprocessing input;
    int threads = 0;

    /// Calls `compute` on batches of the images and joins the rows that it returns.
    template <class Compute>
    Result<std::vector<float>> rows(std::span<const PixelsView> images, Compute compute) const
    {
        const int channels = channelCount(input.color);
        for (const PixelsView& image : images)
            if (image.width != input.width || image.height != input.height
                || image.channels != channels)
                return failure(QString("The network takes images of %1 × %2 with %3 channels, not "
                                       "%4 × %5 with %6.")
                                   .arg(input.width).arg(input.height).arg(channels)
                                   .arg(image.width).arg(image.height).arg(image.channels));
        return guarded(QStringLiteral("The network could not be run."), [&] {
            setTorchThreads(threads);
            const c10::InferenceMode inference;
            std::vector<float> result;
            const std::size_t size = batchSize(input);
            for (std::size_t i = 0; i < images.size(); i += size) {
                const auto batch = images.subspan(i, std::min(size, images.size() - i));
                const std::vector<float> part = toVector(compute(toImages(batch)));
                result.insert(result.end(), part.begin(), part.end());
            }
            return result;
        });
    }
};

Predictor::Predictor(std::unique_ptr<Network> network) : m_network(std::move(network)) {}
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;
Predictor::~Predictor() = default;

Result<Predictor> Predictor::open(const ModelSpec& spec, int labels, const QString& weightsPath,
                                  int threads)
{
    const Result<LoweredGraph> graph = lowerCheckpoint(spec, labels, weightsPath);
    if (!graph)
        return failureOf(graph);
    return guarded(QStringLiteral("The network could not be built."), [&] {
        auto network = std::make_unique<Network>();
        network->network = networkOf(*graph);
        network->input = find<InputBlock>(spec)->preprocessing;
        network->threads = threads;
        return Predictor(std::move(network));
    });
}

Result<std::vector<float>> Predictor::logits(std::span<const PixelsView> images) const
{
    return m_network->rows(images, [this](const torch::Tensor& batch) {
        return m_network->network->forward(batch);
    });
}

Result<std::vector<float>> Predictor::embeddings(std::span<const PixelsView> images) const
{
    return m_network->rows(images, [this](const torch::Tensor& batch) {
        return m_network->network->features(batch);
    });
}

int Predictor::embeddingSize() const
{
    const NetworkPlan& plan = m_network->network->plan();
    return plan.embedding < 0 ? 0
                              : plan.ops[static_cast<std::size_t>(plan.embedding)].outChannels;
}

} // namespace labelwright
