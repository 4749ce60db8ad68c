#include "core/nn/lowered_graph.h"

#include "core/nn/guarded.h"
#include "core/nn/spec_plan.h"
#include "core/nn/weights_check.h"

#include <QFileInfo>

#include <cmath>
#include <utility>

namespace labelwright {

namespace {

/// The tensors of one step as floats.
struct StepWeights
{
    std::vector<float> weight, bias, mean, variance;
};

std::vector<StepWeights> weightsByStep(const NetworkPlan& plan,
                                       const std::vector<const WeightTensor*>& tensors)
{
    std::vector<StepWeights> steps(plan.ops.size());
    const std::vector<PlanParameter> parameters = parametersOf(plan);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        StepWeights& step = steps[static_cast<std::size_t>(parameters[i].op)];
        switch (parameters[i].role) {
        case ParameterRole::Weight: step.weight = toFloats(*tensors[i]); break;
        case ParameterRole::Bias: step.bias = toFloats(*tensors[i]); break;
        case ParameterRole::RunningMean: step.mean = toFloats(*tensors[i]); break;
        case ParameterRole::RunningVar: step.variance = toFloats(*tensors[i]); break;
        case ParameterRole::BatchCount: break;
        }
    }
    return steps;
}

class Lowering
{
public:
    Lowering(const NetworkPlan& plan, const std::vector<const WeightTensor*>& tensors)
        : m_source(plan), m_steps(weightsByStep(plan, tensors)), m_readers(plan.ops.size(), 0)
    {
        for (const Op& op : plan.ops)
            for (const int input : op.inputs)
                ++m_readers[static_cast<std::size_t>(input)];
    }

    LoweredGraph run()
    {
        m_graph.plan = m_source;
        m_graph.plan.ops.clear();
        for (std::size_t i = 0; i < m_source.ops.size(); ++i)
            m_newIndex.push_back(lowerStep(i));
        if (m_source.embedding >= 0)
            m_graph.plan.embedding = m_newIndex[static_cast<std::size_t>(m_source.embedding)];
        return std::move(m_graph);
    }

private:
    int lowerStep(std::size_t index)
    {
        const Op& op = m_source.ops[index];
        if (op.kind == OpKind::Dropout || op.kind == OpKind::StochasticDepth)
            return m_newIndex[static_cast<std::size_t>(op.inputs[0])];
        if (op.kind == OpKind::BatchNorm)
            return fold(index);
        Op copy = op;
        StepWeights& weights = m_steps[index];
        if (op.kind == OpKind::Conv && !op.bias) {
            copy.bias = true;
            weights.bias.assign(static_cast<std::size_t>(op.outChannels), 0.0F);
        }
        return append(std::move(copy), std::move(weights.weight), std::move(weights.bias));
    }

    int append(Op op, std::vector<float> weight, std::vector<float> bias)
    {
        for (int& input : op.inputs)
            input = m_newIndex[static_cast<std::size_t>(input)];
        m_graph.plan.ops.push_back(std::move(op));
        m_graph.weights.push_back(std::move(weight));
        m_graph.biases.push_back(std::move(bias));
        return static_cast<int>(m_graph.plan.ops.size()) - 1;
    }

    /// y = γ (x − μ) / √(σ² + ε) + β, moved into the convolution that gives x and nothing else.
    int fold(std::size_t index)
    {
        const Op& op = m_source.ops[index];
        const auto source = static_cast<std::size_t>(op.inputs[0]);
        if (m_source.ops[source].kind != OpKind::Conv || m_readers[source] != 1)
            return foldIntoNewConv(index);
        const int target = m_newIndex[source];
        scale(index, m_graph.weights[static_cast<std::size_t>(target)],
              m_graph.biases[static_cast<std::size_t>(target)]);
        return target;
    }

    int foldIntoNewConv(std::size_t index)
    {
        Op op = m_source.ops[index];
        op.kind = OpKind::Conv;
        op.bias = true;
        op.groups = op.outChannels;
        const auto channels = static_cast<std::size_t>(op.outChannels);
        std::vector<float> weight(channels, 1.0F);
        std::vector<float> bias(channels, 0.0F);
        scale(index, weight, bias);
        return append(std::move(op), std::move(weight), std::move(bias));
    }

    void scale(std::size_t index, std::vector<float>& weight, std::vector<float>& bias) const
    {
        const StepWeights& norm = m_steps[index];
        const std::size_t perChannel = weight.size() / bias.size();
        for (std::size_t c = 0; c < bias.size(); ++c) {
            const double factor = norm.weight[c]
                                  / std::sqrt(norm.variance[c] + m_source.ops[index].epsilon);
            for (std::size_t i = c * perChannel; i < (c + 1) * perChannel; ++i)
                weight[i] = static_cast<float>(weight[i] * factor);
            bias[c] = static_cast<float>((bias[c] - static_cast<double>(norm.mean[c])) * factor
                                         + norm.bias[c]);
        }
    }

    const NetworkPlan& m_source;
    std::vector<StepWeights> m_steps;
    std::vector<int> m_readers;
    std::vector<int> m_newIndex;
    LoweredGraph m_graph;
};

} // namespace

LoweredGraph lower(const NetworkPlan& plan, const std::vector<const WeightTensor*>& tensors)
{
    return Lowering(plan, tensors).run();
}

Result<LoweredGraph> lowerCheckpoint(const ModelSpec& spec, int labels, const QString& weightsPath)
{
    const QString name = QFileInfo(weightsPath).fileName();
    return guarded(QString("The model does not fit the weights file %1.").arg(name),
                   [&]() -> Result<LoweredGraph> {
                       const NetworkPlan plan = planNetwork(spec, labels);
                       const Result<CheckpointContent> checkpoint = readCheckpoint(weightsPath);
                       if (!checkpoint)
                           return failureOf(checkpoint);
                       const auto found = matchWeights(parametersOf(plan), checkpoint->tensors,
                                                       WeightsFit::Exact,
                                                       QString("The weights file %1").arg(name));
                       if (!found)
                           return failureOf(found);
                       return lower(plan, *found);
                   });
}

} // namespace labelwright
