#include "core/nn/activation_map.h"

#include "core/nn/guarded.h"
#include "core/nn/lowered_network.h"
#include "core/nn/threads.h"

#include <ATen/Functions.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace labelwright {

namespace {

/// The value that the global pooling reads: the last feature maps; −1 when it reads the image.
int lastMaps(const NetworkPlan& plan)
{
    TORCH_CHECK(plan.embedding >= 0, "The network has no global pooling.");
    const auto opAt = [&](int value) -> const Op& {
        return plan.ops[static_cast<std::size_t>(value)];
    };
    int value = plan.embedding;
    while (opAt(value).kind != OpKind::GlobalAverage && opAt(value).kind != OpKind::GlobalMax)
        value = opAt(value).inputs.at(0);
    const int maps = opAt(value).inputs.at(0);
    const OpKind kind = opAt(maps).kind;
    return kind == OpKind::Input || kind == OpKind::RepeatChannels ? -1 : maps;
}

/// The steps up to and including `last`.
LoweredGraph headOff(const LoweredGraph& graph, int last)
{
    LoweredGraph part = graph;
    const auto count = static_cast<std::size_t>(last) + 1;
    part.plan.ops.resize(count);
    part.plan.embedding = -1;
    part.weights.resize(count);
    part.biases.resize(count);
    return part;
}

/// The steps behind `first`, whose value is their input.
LoweredGraph headOf(const LoweredGraph& graph, int first)
{
    LoweredGraph part = graph;
    const auto count = static_cast<std::ptrdiff_t>(first);
    part.plan.ops.erase(part.plan.ops.begin(), part.plan.ops.begin() + count);
    part.weights.erase(part.weights.begin(), part.weights.begin() + count);
    part.biases.erase(part.biases.begin(), part.biases.begin() + count);
    part.plan.embedding = -1;
    Op& input = part.plan.ops.front();
    const int channels = input.outChannels;
    input = Op();
    input.outChannels = channels;
    part.weights.front().clear();
    part.biases.front().clear();
    for (std::size_t i = 1; i < part.plan.ops.size(); ++i)
        for (int& used : part.plan.ops[i].inputs) {
            TORCH_CHECK(used >= first, "The head reads what lies before the feature maps.");
            used -= first;
        }
    return part;
}

/// The map of one label: `maps` [1, C, H, W], `gradient` of its logit, alike.
ActivationMap mapOf(const torch::Tensor& maps, const torch::Tensor& gradient)
{
    const torch::Tensor weights = gradient.mean({2, 3}, true);
    const torch::Tensor heat = (maps * weights).sum(1).relu_();
    ActivationMap map;
    map.height = static_cast<int>(heat.size(1));
    map.width = static_cast<int>(heat.size(2));
    map.values = toVector(heat);
    const float most = *std::max_element(map.values.begin(), map.values.end());
    TORCH_CHECK(std::isfinite(most), "The feature maps hold no numbers.");
    if (most > 0)
        for (float& value : map.values)
            value /= most;
    return map;
}

} // namespace

struct ActivationMapper::Network
{
    std::shared_ptr<labelwright::Network> trunk; ///< Image → feature maps.
    std::shared_ptr<labelwright::Network> head;  ///< Feature maps → logits.
    Preprocessing input;
    int threads = 0;
};

ActivationMapper::ActivationMapper(std::unique_ptr<Network> network)
    : m_network(std::move(network))
{}
ActivationMapper::ActivationMapper(ActivationMapper&&) noexcept = default;
ActivationMapper& ActivationMapper::operator=(ActivationMapper&&) noexcept = default;
ActivationMapper::~ActivationMapper() = default;

Result<ActivationMapper> ActivationMapper::open(const ModelSpec& spec, int labels,
                                                const QString& weightsPath, int threads)
{
    const Result<LoweredGraph> graph = lowerCheckpoint(spec, labels, weightsPath);
    if (!graph)
        return failureOf(graph);
    return guarded(QStringLiteral("The network could not be built."),
                   [&]() -> Result<ActivationMapper> {
        const int maps = lastMaps(graph->plan);
        if (maps < 0)
            return failure(QStringLiteral("This network has no feature maps to look into: it pools "
                                          "the image itself. A network with convolutions or a "
                                          "backbone shows where it sees a label."));
        auto network = std::make_unique<Network>();
        network->trunk = networkOf(headOff(*graph, maps));
        network->head = networkOf(headOf(*graph, maps));
        // Frozen steps pass no gradient on.
        network->head->setFrozenStages(0);
        network->input = find<InputBlock>(spec)->preprocessing;
        network->threads = threads;
        return ActivationMapper(std::move(network));
    });
}

Result<std::vector<ActivationMap>> ActivationMapper::maps(PixelsView image) const
{
    const Preprocessing& input = m_network->input;
    if (image.width != input.width || image.height != input.height
        || image.channels != channelCount(input.color))
        return failure(QStringLiteral("The network takes images of %1 × %2 with %3 channels.")
                           .arg(input.width)
                           .arg(input.height)
                           .arg(channelCount(input.color)));
    return guarded(QStringLiteral("The network could not be run."), [&] {
        setTorchThreads(m_network->threads);
        torch::Tensor maps;
        {
            const at::NoGradGuard noGrad;
            maps = m_network->trunk->forward(toImages({&image, 1}));
        }
        maps.requires_grad_(true);
        const torch::Tensor logits = m_network->head->forwardNormalised(maps);
        std::vector<ActivationMap> result;
        for (std::int64_t label = 0; label < logits.size(1); ++label) {
            const auto gradients = torch::autograd::grad({logits[0][label]}, {maps}, {}, true);
            const at::NoGradGuard noGrad;
            result.push_back(mapOf(maps, gradients.front()));
        }
        return result;
    });
}

} // namespace labelwright
