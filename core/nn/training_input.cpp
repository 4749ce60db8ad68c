#include "core/nn/training_input.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <numeric>
#include <span>

namespace labelwright {

namespace {

std::vector<float> toVector(const torch::Tensor& tensor)
{
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat32).contiguous();
    const float* const data = values.data_ptr<float>();
    return {data, data + values.numel()};
}

/// Sets evaluation mode while it lives.
struct EvaluationMode
{
    explicit EvaluationMode(Network& network) : m_network(network) { m_network.eval(); }
    ~EvaluationMode() { m_network.train(); }
    EvaluationMode(const EvaluationMode&) = delete;
    EvaluationMode& operator=(const EvaluationMode&) = delete;

    Network& m_network;
};

} // namespace

ImageInput::ImageInput(const TrainingData& data, const Augmentation& augmentation, int batchSize,
                       int threads, const TrainingProcess& process, torch::Device device)
    : m_data(data)
    , m_augmentation(augmentation)
    , m_batchSize(static_cast<std::size_t>(batchSize))
    // One thread keeps two computing ones fed on the CPU; a GPU is fed by all.
    , m_threads(device.is_cuda() ? threads : std::max(1, threads / 4))
    , m_process(process)
    , m_device(device)
    , m_batches(evenBatches(data.training.size(), m_batchSize))
{}

void ImageInput::start(int epoch)
{
    m_loader.reset();
    m_loader = std::make_unique<BatchLoader>(
        LoaderJob{m_data.images.get(), m_process.order(m_data.training, epoch), m_batches,
                  &m_augmentation, &m_process, epoch, m_threads});
}

Result<std::optional<TrainingBatch>> ImageInput::next()
{
    const auto batch = m_loader->next();
    if (!batch)
        return failureOf(batch);
    if (*batch == nullptr)
        return std::nullopt;
    return TrainingBatch{toTensor(**batch), (*batch)->images};
}

torch::Tensor ImageInput::toTensor(const ImageBatch& batch) const
{
    const PixelsView view = m_data.images->pixels(batch.images.front());
    // The loader's memory lives until the next batch is asked for, as long as the step needs it.
    auto* const bytes = const_cast<std::uint8_t*>(batch.pixels.data());
    return at::from_blob(bytes,
                         {static_cast<std::int64_t>(batch.images.size()), view.height, view.width,
                          view.channels},
                         torch::TensorOptions().dtype(torch::kUInt8))
        .to(m_device);
}

torch::Tensor ImageInput::forward(Network& network, const torch::Tensor& inputs,
                                  const Mixing& mixing)
{
    return network.forwardNormalised(blend(network.normalise(inputs), mixing));
}

Result<std::vector<float>> ImageInput::validationLogits(Network& network,
                                                        const std::stop_token& stop)
{
    const torch::NoGradGuard noGradients;
    const EvaluationMode evaluation(network);
    // Small batches stay in the processor's cache.
    const std::size_t size = m_device.is_cuda() ? m_batchSize : std::min<std::size_t>(m_batchSize, 16);
    BatchLoader loader({m_data.images.get(), m_data.validation,
                        evenBatches(m_data.validation.size(), size), nullptr, nullptr, 0,
                        m_threads});
    std::vector<float> logits;
    while (!stop.stop_requested()) {
        const auto batch = loader.next();
        if (!batch)
            return failureOf(batch);
        if (*batch == nullptr)
            break;
        const std::vector<float> part = toVector(network.forward(toTensor(**batch)));
        logits.insert(logits.end(), part.begin(), part.end());
    }
    return logits;
}

EmbeddingInput::EmbeddingInput(torch::Tensor training, std::vector<std::uint32_t> images,
                               torch::Tensor validation, int batchSize,
                               const TrainingProcess& process)
    : m_training(std::move(training))
    , m_images(std::move(images))
    , m_validation(std::move(validation))
    , m_process(process)
    , m_batches(evenBatches(m_images.size(), static_cast<std::size_t>(batchSize)))
{}

void EmbeddingInput::start(int epoch)
{
    std::vector<std::uint32_t> rows(m_images.size());
    std::iota(rows.begin(), rows.end(), 0U);
    m_order = m_process.order(rows, epoch);
    m_batch = 0;
    m_row = 0;
}

Result<std::optional<TrainingBatch>> EmbeddingInput::next()
{
    if (m_batch == m_batches.size())
        return std::nullopt;
    const std::size_t size = m_batches[m_batch++];
    const auto rows = std::span(m_order).subspan(m_row, size);
    m_row += size;
    TrainingBatch batch;
    torch::Tensor indices = at::empty({static_cast<std::int64_t>(size)}, torch::kInt64);
    std::copy(rows.begin(), rows.end(), indices.data_ptr<std::int64_t>());
    for (const std::uint32_t row : rows)
        batch.images.push_back(m_images[row]);
    batch.inputs = m_training.index_select(0, indices.to(m_training.device()));
    return batch;
}

torch::Tensor EmbeddingInput::forward(Network& network, const torch::Tensor& inputs,
                                      const Mixing& mixing)
{
    return network.head(blend(inputs, mixing));
}

Result<std::vector<float>> EmbeddingInput::validationLogits(Network& network,
                                                            const std::stop_token&)
{
    if (m_validation.size(0) == 0)
        return std::vector<float>();
    const torch::NoGradGuard noGradients;
    const EvaluationMode evaluation(network);
    return toVector(network.head(m_validation));
}

} // namespace labelwright
