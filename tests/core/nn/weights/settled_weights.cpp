#include "tests/core/nn/weights/settled_weights.h"

#include "core/nn/lowered_network.h"
#include "core/nn/network_weights.h"
#include "core/nn/threads.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// A plan whose batch norms take the statistics of the first batch as they are, and in which
/// nothing is dropped by chance.
NetworkPlan quickPlan(const ModelSpec& spec, int labels)
{
    NetworkPlan plan = planNetwork(spec, labels);
    plan.frozenStages = 0;
    for (Op& op : plan.ops) {
        op.momentum = 1;
        op.rate = 0;
    }
    return plan;
}

/// True for a batch norm at the end of a residual branch.
bool endsBranch(const std::string& name)
{
    return name.find(".bn3.") != std::string::npos;
}

/// Batch norms that are not the identity. Those that end residual branches have small factors, as
/// in trained networks.
void randomiseNorms(Network& network)
{
    const at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(5);
    for (const PlanParameter& parameter : parametersOf(network.plan())) {
        const Op& op = network.plan().ops[static_cast<std::size_t>(parameter.op)];
        torch::Tensor* found = nullptr;
        auto named = network.named_parameters();
        if (op.kind == OpKind::BatchNorm)
            found = named.find(parameter.name);
        if (found && parameter.role == ParameterRole::Weight)
            found->uniform_(endsBranch(parameter.name) ? 0.1 : 0.5,
                            endsBranch(parameter.name) ? 0.5 : 1.5, generator);
        else if (found && parameter.role == ParameterRole::Bias)
            found->normal_(0, 0.1, generator);
    }
}

void spreadLogits(Network& network, const torch::Tensor& images)
{
    const Op& last = network.plan().ops.back();
    if (last.kind != OpKind::Linear)
        return;
    const torch::Tensor logits = network.forward(images);
    const torch::Tensor factor = 2 / logits.std(0, false);
    auto named = network.named_parameters();
    torch::Tensor* const weight = named.find(last.name + ".weight");
    torch::Tensor* const bias = named.find(last.name + ".bias");
    weight->mul_(factor.unsqueeze(1));
    bias->sub_(logits.mean(0)).mul_(factor).add_(0.3);
}

} // namespace

void writeSettledWeights(const QString& path, const ModelSpec& spec, int labels,
                         const std::vector<Pixels>& images, const QString& backbone)
{
    setTorchThreads(1);
    const at::NoGradGuard noGrad;
    const torch::Tensor batch =
        toImages(std::vector<PixelsView>(images.begin(), images.end()));
    Network network(quickPlan(spec, labels));
    network.initialise(7);
    if (backbone.isEmpty()) {
        randomiseNorms(network);
        network.train();
        network.forward(batch);
    } else {
        const auto loaded = loadBackboneWeights(network, backbone);
        ASSERT_TRUE(loaded) << loaded.error().summary.toStdString();
    }
    network.eval();
    spreadLogits(network, batch);
    ASSERT_TRUE(saveWeights(network.state(), path));
}

} // namespace labelwright::tests
