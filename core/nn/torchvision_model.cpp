#include "core/nn/torchvision_model.h"

#include "core/nn/backbone_plans.h"
#include "core/nn/guarded.h"
#include "core/nn/lowered_network.h"
#include "core/nn/network_weights.h"
#include "core/nn/threads.h"
#include "core/nn/weights_check.h"

#include <ATen/Functions.h>

#include <cstring>

namespace labelwright {

namespace {

std::shared_ptr<Network> plainNetwork(const NetworkPlan& plan,
                                      const std::vector<const WeightTensor*>& found)
{
    auto network = std::make_shared<Network>(plan);
    const at::NoGradGuard noGrad;
    const auto state = network->state();
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i])
            torch::Tensor(state[i].second).copy_(toTensor(*found[i]));
    network->eval();
    return network;
}

} // namespace

Result<std::vector<float>> runTorchvisionModel(const QString& name, const QString& weightsPath,
                                               std::span<const float> input, int height, int width,
                                               TorchvisionRun run)
{
    return guarded(QString("The model %1 cannot be run.").arg(name),
                   [&]() -> Result<std::vector<float>> {
        const auto tensors = readTensors(weightsPath);
        if (!tensors)
            return failureOf(tensors);
        const NetworkPlan plan = torchvisionPlan(name);
        const auto found = matchWeights(parametersOf(plan), *tensors, WeightsFit::Torchvision,
                                        QString("The weights file of %1").arg(name));
        if (!found)
            return failureOf(found);
        setTorchThreads(0);
        const auto network = run == TorchvisionRun::Lowered ? networkOf(lower(plan, *found))
                                                            : plainNetwork(plan, *found);
        const std::int64_t rows = static_cast<std::int64_t>(input.size()) / (3LL * height * width);
        const torch::Tensor images = at::empty({rows, 3, height, width});
        std::memcpy(images.data_ptr(), input.data(), images.nbytes());
        const c10::InferenceMode inference;
        return toVector(network->forwardNormalised(
            images.contiguous(at::MemoryFormat::ChannelsLast)));
    });
}

} // namespace labelwright
