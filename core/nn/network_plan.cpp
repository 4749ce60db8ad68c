#include "core/nn/network_plan.h"

#include <utility>

namespace labelwright {

namespace {

std::vector<std::int64_t> weightShape(const Op& op)
{
    if (op.kind == OpKind::Conv)
        return {op.outChannels, op.inChannels / op.groups, op.kernel, op.kernel};
    if (op.kind == OpKind::Linear)
        return {op.outChannels, op.inChannels};
    return {op.outChannels};
}

} // namespace

std::vector<PlanParameter> parametersOf(const NetworkPlan& plan)
{
    std::vector<PlanParameter> parameters;
    for (std::size_t i = 0; i < plan.ops.size(); ++i) {
        const Op& op = plan.ops[i];
        const bool norm = op.kind == OpKind::BatchNorm;
        if (!norm && op.kind != OpKind::Conv && op.kind != OpKind::Linear)
            continue;
        const auto add = [&](const char* suffix, std::vector<std::int64_t> shape,
                             ParameterRole role) {
            parameters.push_back({op.name + suffix, std::move(shape), role, static_cast<int>(i)});
        };
        add(".weight", weightShape(op), ParameterRole::Weight);
        if (norm || op.bias || op.kind == OpKind::Linear)
            add(".bias", {op.outChannels}, ParameterRole::Bias);
        if (!norm)
            continue;
        add(".running_mean", {op.outChannels}, ParameterRole::RunningMean);
        add(".running_var", {op.outChannels}, ParameterRole::RunningVar);
        add(".num_batches_tracked", {}, ParameterRole::BatchCount);
    }
    return parameters;
}

std::vector<int> lastUses(const NetworkPlan& plan)
{
    std::vector<int> uses(plan.ops.size());
    for (std::size_t i = 0; i < plan.ops.size(); ++i) {
        uses[i] = static_cast<int>(i);
        for (const int input : plan.ops[i].inputs)
            uses[static_cast<std::size_t>(input)] = static_cast<int>(i);
    }
    return uses;
}

} // namespace labelwright
