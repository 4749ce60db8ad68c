#include "core/nn/plan_builder.h"

#include <stdexcept>
#include <utility>

namespace labelwright {

PlanBuilder::PlanBuilder(int channels)
{
    Op input;
    input.outChannels = channels;
    m_plan.channels = channels;
    m_plan.ops.push_back(std::move(input));
}

void PlanBuilder::setBatchNorm(double epsilon, double momentum)
{
    m_epsilon = epsilon;
    m_momentum = momentum;
}

void PlanBuilder::nextStage()
{
    m_stage += m_stageHasLayers ? 1 : 0;
    m_stageHasLayers = false;
}

int PlanBuilder::channels(int value) const
{
    return m_plan.ops.at(static_cast<std::size_t>(value)).outChannels;
}

int PlanBuilder::append(Op op)
{
    op.stage = m_stage;
    m_plan.ops.push_back(std::move(op));
    return last();
}

Op PlanBuilder::like(OpKind kind, int x) const
{
    Op op;
    op.kind = kind;
    op.inputs = {x};
    op.inChannels = channels(x);
    op.outChannels = op.inChannels;
    return op;
}

int PlanBuilder::conv(int x, const std::string& name, const ConvShape& shape)
{
    Op op = like(OpKind::Conv, x);
    if (op.inChannels % shape.groups != 0 || shape.out % shape.groups != 0)
        throw std::invalid_argument("The groups of " + name + " do not divide its channels.");
    op.name = m_prefix + name;
    op.outChannels = shape.out;
    op.kernel = shape.kernel;
    op.stride = shape.stride;
    op.padding = shape.padding < 0 ? (shape.kernel - 1) / 2 : shape.padding;
    op.groups = shape.groups;
    op.bias = shape.bias;
    m_stageHasLayers = true;
    return append(std::move(op));
}

int PlanBuilder::batchNorm(int x, const std::string& name)
{
    Op op = like(OpKind::BatchNorm, x);
    op.name = m_prefix + name;
    op.epsilon = m_epsilon;
    op.momentum = m_momentum;
    m_stageHasLayers = true;
    return append(std::move(op));
}

int PlanBuilder::linear(int x, const std::string& name, int out)
{
    Op op = like(OpKind::Linear, x);
    op.name = m_prefix + name;
    op.outChannels = out;
    op.bias = true;
    m_stageHasLayers = true;
    return append(std::move(op));
}

int PlanBuilder::apply(OpKind kind, int x)
{
    return append(like(kind, x));
}

int PlanBuilder::add(int a, int b)
{
    Op op = like(OpKind::Add, a);
    if (channels(b) != op.outChannels)
        throw std::invalid_argument("Only maps with equally many channels can be added.");
    op.inputs.push_back(b);
    return append(std::move(op));
}

int PlanBuilder::scale(int maps, int factors)
{
    Op op = like(OpKind::Scale, maps);
    if (channels(factors) != op.outChannels)
        throw std::invalid_argument("Scaling needs one factor per channel.");
    op.inputs.push_back(factors);
    return append(std::move(op));
}

int PlanBuilder::concat(int a, int b)
{
    Op op = like(OpKind::Concat, a);
    op.inputs.push_back(b);
    op.outChannels += channels(b);
    return append(std::move(op));
}

int PlanBuilder::slice(int x, int first, int count)
{
    Op op = like(OpKind::Slice, x);
    op.first = first;
    op.outChannels = count;
    return append(std::move(op));
}

int PlanBuilder::shuffle(int x, int groups)
{
    Op op = like(OpKind::ChannelShuffle, x);
    op.groups = groups;
    return append(std::move(op));
}

int PlanBuilder::repeatChannels(int x, int count)
{
    Op op = like(OpKind::RepeatChannels, x);
    op.outChannels = count;
    return append(std::move(op));
}

int PlanBuilder::maxPool(int x, int kernel, int stride, int padding, bool roundUp)
{
    Op op = like(OpKind::MaxPool, x);
    op.kernel = kernel;
    op.stride = stride;
    op.padding = padding;
    op.roundUp = roundUp;
    return append(std::move(op));
}

int PlanBuilder::averagePool(int x, int kernel, int stride)
{
    Op op = like(OpKind::AveragePool, x);
    op.kernel = kernel;
    op.stride = stride;
    return append(std::move(op));
}

int PlanBuilder::dropout(int x, double rate)
{
    Op op = like(OpKind::Dropout, x);
    op.rate = rate;
    return append(std::move(op));
}

int PlanBuilder::stochasticDepth(int x, double rate)
{
    Op op = like(OpKind::StochasticDepth, x);
    op.rate = rate;
    return append(std::move(op));
}

int PlanBuilder::convNorm(int x, const std::string& name, const ConvShape& shape,
                          OpKind activation)
{
    x = conv(x, name + ".0", shape);
    x = batchNorm(x, name + ".1");
    return activation == OpKind::Input ? x : apply(activation, x);
}

} // namespace labelwright
