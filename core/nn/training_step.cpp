#include "core/nn/training_step.h"

#include "core/nn/autocast.h"
#include "core/nn/guarded.h"
#include "core/nn/training_metrics.h"

#include <ATen/Functions.h>

#include <algorithm>

namespace labelwright {

namespace {

/// The mixing of a part of a batch: partners that fell into another part are replaced by going
/// round within it.
Mixing partOf(const Mixing& mixing, std::size_t first, std::size_t count)
{
    Mixing part{mixing.share, {}};
    for (std::size_t i = 0; !mixing.partners.empty() && i < count; ++i)
        part.partners.push_back(static_cast<std::uint32_t>((mixing.partners[first + i]) % count));
    return part;
}

} // namespace

TrainingStep::TrainingStep(Options options, Network& network, TrainingInput& input,
                           std::span<const Annotation> truth, TrainingParameters& parameters,
                           TrainingProcess& process)
    : m_options(std::move(options))
    , m_network(network)
    , m_input(input)
    , m_truth(truth)
    , m_parameters(parameters)
    , m_process(process)
{}

Result<LossSum> TrainingStep::run(const TrainingBatch& batch)
{
    while (true) {
        const std::size_t whole = batch.images.size();
        const std::size_t size =
            m_options.largestPart == 0 ? whole : std::min(m_options.largestPart, whole);
        auto result = guarded(QStringLiteral("A training step failed."),
                              [&] { return runParts(batch, size); });
        if (result || !isOutOfMemory(result.error()))
            return result;
        if (size <= 1)
            return failure(QStringLiteral("There is not enough memory to train on even one image at "
                                          "a time; choose a smaller input size or network."),
                           result.error().detail);
        m_options.largestPart = (size + 1) / 2;
    }
}

LossSum TrainingStep::runParts(const TrainingBatch& batch, std::size_t size)
{
    m_parameters.gradients.zero_();
    const auto cells = rowsOf(m_truth, m_options.labels, batch.images);
    double known = static_cast<double>(
        std::count_if(cells.begin(), cells.end(),
                      [](Annotation cell) { return cell != Annotation::Unknown; }));
    m_process.sumFigures(std::span(&known, 1));
    LossSum sum;
    for (std::size_t first = 0; first < batch.images.size(); first += size) {
        const std::size_t count = std::min(size, batch.images.size() - first);
        sum += runPart(batch.inputs.narrow(0, static_cast<std::int64_t>(first),
                                           static_cast<std::int64_t>(count)),
                       std::span(batch.images).subspan(first, count),
                       partOf(batch.mixing, first, count), known);
    }
    if (m_process.isShared()) {
        const torch::Tensor gradients = m_parameters.gradients.to(torch::kCPU);
        m_process.sumGradients({gradients.data_ptr<float>(),
                                static_cast<std::size_t>(gradients.numel())});
        m_parameters.gradients.copy_(gradients);
    }
    return sum;
}

/// Loss and gradient of logits: those of the images' own truth, and of their partners' where the
/// inputs were blended.
LossSum TrainingStep::blendedLoss(std::span<const float> logits,
                                  std::span<const std::uint32_t> images, const Mixing& mixing)
{
    m_gradient.resize(logits.size());
    const auto cells = rowsOf(m_truth, m_options.labels, images);
    LossSum sum = computeLoss(logits, cells, m_options.labels, m_options.loss, m_gradient);
    if (mixing.partners.empty())
        return sum;
    std::vector<std::uint32_t> partners;
    for (const std::uint32_t partner : mixing.partners)
        partners.push_back(images[partner]);
    m_partnerGradient.resize(logits.size());
    const LossSum other = computeLoss(logits, rowsOf(m_truth, m_options.labels, partners),
                                      m_options.labels, m_options.loss, m_partnerGradient);
    const auto share = static_cast<float>(mixing.share);
    for (std::size_t i = 0; i < m_gradient.size(); ++i)
        m_gradient[i] = share * m_gradient[i] + (1 - share) * m_partnerGradient[i];
    sum.sum = mixing.share * sum.sum + (1 - mixing.share) * other.sum;
    return sum;
}

LossSum TrainingStep::runPart(const torch::Tensor& inputs, std::span<const std::uint32_t> images,
                              const Mixing& mixing, double knownCells)
{
    if (m_options.faults.beforeForward)
        m_options.faults.beforeForward(images.size());
    torch::Tensor logits;
    {
        const AutocastGuard autocast(m_options.bf16);
        logits = m_input.forward(m_network, inputs, mixing);
    }
    logits = logits.to(torch::kFloat32);
    const torch::Tensor values = logits.detach().to(torch::kCPU).contiguous();
    const std::span<const float> row{values.data_ptr<float>(),
                                     static_cast<std::size_t>(values.numel())};
    const LossSum sum = blendedLoss(row, images, mixing);
    if (sum.known == 0)
        return sum;
    torch::Tensor gradient = at::from_blob(m_gradient.data(), values.sizes(),
                                           torch::TensorOptions().dtype(torch::kFloat32))
                                 .div(knownCells)
                                 .to(logits.device());
    logits.backward(gradient);
    return sum;
}

} // namespace labelwright
