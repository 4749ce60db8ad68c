#include "core/nn/network.h"

#include "core/nn/activations.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

#include <algorithm>
#include <cmath>

namespace labelwright {

using torch::Tensor;

namespace {

/// Names the part of a layer between two dots; torch allows none in a parameter's own name.
struct Container : torch::nn::Module
{
};

/// The module that owns the parameter `name` (everything before its last dot), made where missing.
torch::nn::Module& ownerOf(torch::nn::Module& root, const std::string& name)
{
    torch::nn::Module* module = &root;
    std::size_t begin = 0;
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', begin)) {
        const std::string part = name.substr(begin, dot - begin);
        const auto children = module->named_children();
        const auto* child = children.find(part);
        module = child ? child->get()
                       : module->register_module(part, std::make_shared<Container>()).get();
        begin = dot + 1;
    }
    return *module;
}

std::string lastPart(const std::string& name)
{
    return name.substr(name.rfind('.') + 1);
}

Tensor freshTensor(const PlanParameter& parameter)
{
    if (parameter.role == ParameterRole::BatchCount)
        return at::zeros({}, at::kLong);
    if (parameter.role == ParameterRole::RunningVar)
        return at::ones(parameter.shape);
    const Tensor zeros = at::zeros(parameter.shape);
    return zeros.dim() == 4 ? zeros.contiguous(at::MemoryFormat::ChannelsLast) : zeros;
}

/// Standard deviation of fresh weights: Kaiming normal over the outputs (as torchvision), over the
/// inputs where no batch norm evens out the scale; small in the last layer, so that scores start
/// near one half.
double freshDeviation(const Op& op, bool last)
{
    if (last)
        return 0.01;
    const double area = op.kernel * op.kernel;
    const double fan = op.kind == OpKind::Linear || op.bias ? op.inChannels / op.groups * area
                                                            : op.outChannels * area;
    return std::sqrt(2.0 / fan);
}

Tensor shuffleChannels(const Tensor& x, int groups)
{
    const Tensor rows = x.permute({0, 2, 3, 1});
    const auto size = rows.sizes();
    return rows.reshape({size[0], size[1], size[2], groups, size[3] / groups})
        .transpose(3, 4)
        .reshape(size)
        .permute({0, 3, 1, 2});
}

/// In full precision also under autocast: the layer is small and its output is what is learnt.
Tensor linear(const Tensor& input, const Tensor& weight, const Tensor& bias)
{
    const c10::impl::ExcludeDispatchKeyGuard noAutocast(c10::autocast_dispatch_keyset);
    return at::linear(input.to(weight.scalar_type()), weight, bias);
}

/// True when nobody but the next step needs the result of `kind`, not even its own gradient.
bool isOverwritable(OpKind kind)
{
    return kind == OpKind::Conv || kind == OpKind::BatchNorm || kind == OpKind::Add
           || kind == OpKind::Linear;
}

} // namespace

Network::Network(NetworkPlan plan) : m_plan(std::move(plan)), m_lastUses(lastUses(m_plan))
{
    registerTensors();
    const at::NoGradGuard noGrad;
    m_scale = at::empty({1, m_plan.channels, 1, 1});
    m_offset = at::empty({1, m_plan.channels, 1, 1});
    for (int c = 0; c < m_plan.channels; ++c) {
        const auto i = static_cast<std::size_t>(c);
        m_scale[0][c] = 1.0F / (255.0F * m_plan.stddev[i]);
        m_offset[0][c] = m_plan.mean[i] / m_plan.stddev[i];
    }
    setFrozenStages(m_plan.frozenStages);
}

void Network::registerTensors()
{
    m_tensors.resize(m_plan.ops.size());
    for (const PlanParameter& parameter : parametersOf(m_plan)) {
        torch::nn::Module& owner = ownerOf(*this, parameter.name);
        const std::string name = lastPart(parameter.name);
        Tensors& tensors = m_tensors[static_cast<std::size_t>(parameter.op)];
        Tensor fresh = freshTensor(parameter);
        switch (parameter.role) {
        case ParameterRole::Weight:
            tensors.weight = owner.register_parameter(name, std::move(fresh));
            break;
        case ParameterRole::Bias:
            tensors.bias = owner.register_parameter(name, std::move(fresh));
            break;
        case ParameterRole::RunningMean:
            tensors.runningMean = owner.register_buffer(name, std::move(fresh));
            break;
        case ParameterRole::RunningVar:
            tensors.runningVar = owner.register_buffer(name, std::move(fresh));
            break;
        case ParameterRole::BatchCount:
            tensors.batchCount = owner.register_buffer(name, std::move(fresh));
            break;
        }
    }
}

void Network::initialise(std::uint64_t seed)
{
    const at::NoGradGuard noGrad;
    const at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    for (std::size_t i = 0; i < m_plan.ops.size(); ++i) {
        const Op& op = m_plan.ops[i];
        Tensors& tensors = m_tensors[i];
        if (tensors.bias.defined())
            tensors.bias.zero_();
        if (op.kind == OpKind::BatchNorm) {
            tensors.weight.fill_(1);
            tensors.runningMean.zero_();
            tensors.runningVar.fill_(1);
            tensors.batchCount.zero_();
        } else if (tensors.weight.defined()) {
            const bool last = op.kind == OpKind::Linear && i + 1 == m_plan.ops.size();
            Tensor values = at::empty(tensors.weight.sizes(), at::kFloat);
            tensors.weight.copy_(values.normal_(0, freshDeviation(op, last), generator));
        }
    }
}

int Network::embeddingSize() const
{
    TORCH_CHECK(m_plan.embedding >= 0, "The network has no global pooling.");
    return m_plan.ops[static_cast<std::size_t>(m_plan.embedding)].outChannels;
}

std::vector<std::vector<Tensor>> Network::stages() const
{
    std::vector<std::vector<Tensor>> stages(static_cast<std::size_t>(m_plan.stageCount));
    for (std::size_t i = 0; i < m_plan.ops.size(); ++i)
        for (const Tensor& tensor : {m_tensors[i].weight, m_tensors[i].bias})
            if (tensor.defined())
                stages.at(static_cast<std::size_t>(m_plan.ops[i].stage)).push_back(tensor);
    return stages;
}

std::vector<std::pair<std::string, Tensor>> Network::state() const
{
    std::vector<std::pair<std::string, Tensor>> state;
    for (const PlanParameter& parameter : parametersOf(m_plan)) {
        const Tensors& tensors = m_tensors[static_cast<std::size_t>(parameter.op)];
        const Tensor* const roles[] = {&tensors.weight, &tensors.bias, &tensors.runningMean,
                                       &tensors.runningVar, &tensors.batchCount};
        state.emplace_back(parameter.name, *roles[static_cast<std::size_t>(parameter.role)]);
    }
    return state;
}

void Network::setFrozenStages(int count)
{
    m_frozenStages = std::clamp(count, 0, m_plan.stageCount);
    const auto groups = stages();
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (Tensor tensor : groups[i])
            tensor.requires_grad_(static_cast<int>(i) >= m_frozenStages);
}

Tensor Network::normalise(const Tensor& images) const
{
    TORCH_CHECK(images.dim() == 4 && images.size(3) == m_plan.channels,
                "Images must be [N, H, W, ", m_plan.channels, "].");
    Tensor values = images.permute({0, 3, 1, 2}).to(at::kFloat);
    if (!values.is_contiguous(at::MemoryFormat::ChannelsLast))
        values = values.contiguous(at::MemoryFormat::ChannelsLast);
    return values.mul_(m_scale.to(images.device())).sub_(m_offset.to(images.device()));
}

Tensor Network::forward(const Tensor& images)
{
    return forwardNormalised(normalise(images));
}

Tensor Network::forwardNormalised(const Tensor& images)
{
    return run(images, 0, static_cast<int>(m_plan.ops.size()) - 1);
}

Tensor Network::features(const Tensor& images)
{
    return featuresNormalised(normalise(images));
}

Tensor Network::featuresNormalised(const Tensor& images)
{
    TORCH_CHECK(m_plan.embedding >= 0, "The network has no global pooling.");
    return run(images, 0, m_plan.embedding);
}

Tensor Network::head(const Tensor& embedding)
{
    TORCH_CHECK(m_plan.embedding >= 0, "The network has no global pooling.");
    return run(embedding, m_plan.embedding, static_cast<int>(m_plan.ops.size()) - 1);
}

int Network::trunkEnd() const
{
    int end = -1;
    for (std::size_t i = 1; i < m_plan.ops.size() && m_plan.ops[i].stage < m_frozenStages; ++i)
        end = static_cast<int>(i);
    for (auto i = static_cast<std::size_t>(end + 1); end > 0 && i < m_plan.ops.size(); ++i)
        for (const int used : m_plan.ops[i].inputs)
            if (used < end)
                return -1;
    return end;
}

Tensor Network::trunk(const Tensor& images)
{
    return run(normalise(images), 0, trunkEnd());
}

Tensor Network::upper(const Tensor& trunkOutput)
{
    return run(trunkOutput, trunkEnd(), static_cast<int>(m_plan.ops.size()) - 1);
}

Tensor Network::trunkFeatures(const Tensor& trunkOutput)
{
    return run(trunkOutput, trunkEnd(), m_plan.embedding);
}

Tensor Network::run(const Tensor& input, int first, int last)
{
    std::vector<Tensor> values(m_plan.ops.size());
    values[static_cast<std::size_t>(first)] = input;
    for (int index = first + 1; index <= last; ++index) {
        const Op& op = m_plan.ops[static_cast<std::size_t>(index)];
        const at::AutoGradMode gradients(at::GradMode::is_enabled() && op.stage >= m_frozenStages);
        values[static_cast<std::size_t>(index)] = compute(index, first, values);
        for (const int used : op.inputs)
            if (m_lastUses[static_cast<std::size_t>(used)] == index)
                values[static_cast<std::size_t>(used)].reset();
    }
    return values[static_cast<std::size_t>(last)];
}

Tensor Network::batchNorm(int index, const Tensor& input)
{
    const Op& op = m_plan.ops[static_cast<std::size_t>(index)];
    const Tensors& t = m_tensors[static_cast<std::size_t>(index)];
    const bool learns = is_training() && op.stage >= std::max(m_frozenStages, m_fixedBatchNorms);
    if (learns)
        Tensor(t.batchCount).add_(1);
    return at::batch_norm(input, t.weight, t.bias, t.runningMean, t.runningVar, learns,
                          op.momentum, op.epsilon, true);
}

Tensor Network::drop(const Op& op, const Tensor& input)
{
    if (!is_training() || op.rate <= 0)
        return input;
    const double kept = 1 - op.rate;
    std::vector<std::int64_t> size(static_cast<std::size_t>(input.dim()), 1);
    if (op.kind == OpKind::Dropout)
        size = input.sizes().vec();
    else
        size[0] = input.size(0);
    Tensor mask = at::empty(size, input.options());
    mask.bernoulli_(kept, m_generator.defined() ? c10::make_optional(m_generator) : c10::nullopt);
    return input * mask.div_(kept);
}

std::vector<Tensor> Network::everyStep(const Tensor& images)
{
    std::vector<Tensor> values(m_plan.ops.size());
    values[0] = normalise(images);
    std::vector<Tensor> copies{values[0].clone()};
    // Copied at once, since a later step may overwrite what it reads last.
    for (std::size_t index = 1; index < values.size(); ++index) {
        values[index] = compute(static_cast<int>(index), 0, values);
        copies.push_back(values[index].clone());
    }
    return copies;
}

Tensor Network::compute(int index, int given, std::vector<Tensor>& values)
{
    const Op& op = m_plan.ops[static_cast<std::size_t>(index)];
    const Tensors& t = m_tensors[static_cast<std::size_t>(index)];
    const auto value = [&](std::size_t i) -> Tensor& {
        return values[static_cast<std::size_t>(op.inputs[i])];
    };
    Tensor& x = value(0);
    const auto producer = m_plan.ops[static_cast<std::size_t>(op.inputs[0])].kind;
    const bool mayOverwrite = op.inputs[0] != given && m_lastUses[static_cast<std::size_t>(op.inputs[0])] == index
                              && isOverwritable(producer);
    switch (op.kind) {
    case OpKind::Input: return x;
    case OpKind::Conv:
        return at::conv2d(x, t.weight, t.bias, op.stride, op.padding, 1, op.groups);
    case OpKind::BatchNorm: return batchNorm(index, x);
    case OpKind::Relu: return mayOverwrite ? x.relu_() : x.relu();
    case OpKind::Relu6: return relu6(x, mayOverwrite);
    case OpKind::HardSwish: return hardSwish(x);
    case OpKind::HardSigmoid: return hardSigmoid(x);
    case OpKind::Silu: return at::silu(x);
    case OpKind::Sigmoid: return x.sigmoid();
    case OpKind::Softmax: return x.softmax(1);
    case OpKind::Add:
        return mayOverwrite && x.scalar_type() == value(1).scalar_type() ? x.add_(value(1))
                                                                         : x + value(1);
    case OpKind::Scale: return x * value(1);
    case OpKind::MaxPool:
        return at::max_pool2d(x, op.kernel, op.stride, op.padding, 1, op.roundUp);
    case OpKind::AveragePool: return at::avg_pool2d(x, op.kernel, op.stride);
    case OpKind::GlobalAverage: return at::adaptive_avg_pool2d(x, {1, 1});
    case OpKind::GlobalMax: return x.amax({2, 3}, true);
    case OpKind::Concat: return at::cat({x, value(1)}, 1);
    case OpKind::Slice: return x.narrow(1, op.first, op.outChannels);
    case OpKind::ChannelShuffle: return shuffleChannels(x, op.groups);
    case OpKind::RepeatChannels: return x.repeat({1, op.outChannels, 1, 1});
    case OpKind::Flatten: return x.flatten(1).to(at::kFloat);
    case OpKind::Linear: return linear(x, t.weight, t.bias);
    case OpKind::Dropout:
    case OpKind::StochasticDepth: return drop(op, x);
    }
    TORCH_CHECK(false, "Unknown step.");
}

std::shared_ptr<Network> buildNetwork(const ModelSpec& spec, int labels, std::uint64_t seed)
{
    auto network = std::make_shared<Network>(planNetwork(spec, labels));
    network->initialise(seed);
    return network;
}

} // namespace labelwright
