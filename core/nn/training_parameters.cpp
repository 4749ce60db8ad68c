#include "core/nn/training_parameters.h"

#include <ATen/Functions.h>

namespace labelwright {

namespace {

/// A tensor of `like`'s shape on `flat` from `offset` on, 4-D ones in channels-last order.
torch::Tensor viewLike(const torch::Tensor& flat, std::int64_t offset, const torch::Tensor& like)
{
    const torch::Tensor part = flat.narrow(0, offset, like.numel());
    if (like.dim() != 4)
        return part.view(like.sizes());
    const auto sizes = like.sizes();
    return part.view({sizes[0], sizes[2], sizes[3], sizes[1]}).permute({0, 3, 1, 2});
}

/// Puts the values of `tensors` one behind the other into `flat` and makes the tensors views of it.
void moveInto(const torch::Tensor& flat, std::vector<torch::Tensor>& tensors)
{
    const torch::NoGradGuard noGradients;
    std::int64_t offset = 0;
    for (torch::Tensor& tensor : tensors) {
        const torch::Tensor view = viewLike(flat, offset, tensor);
        view.copy_(tensor);
        tensor.set_data(view);
        offset += tensor.numel();
    }
}

std::int64_t totalLength(const std::vector<torch::Tensor>& tensors)
{
    std::int64_t length = 0;
    for (const torch::Tensor& tensor : tensors)
        length += tensor.numel();
    return length;
}

std::vector<torch::Tensor> statisticsOf(const Network& network)
{
    std::vector<torch::Tensor> result;
    for (const torch::Tensor& buffer : network.buffers())
        if (buffer.defined() && buffer.is_floating_point())
            result.push_back(buffer);
    return result;
}

torch::Tensor newFlat(const std::vector<torch::Tensor>& tensors, const torch::Device& device)
{
    return torch::zeros({totalLength(tensors)},
                        torch::TensorOptions().dtype(torch::kFloat32).device(device));
}

} // namespace

TrainingParameters::TrainingParameters(Network& network, int firstStage)
{
    const auto stages = network.stages();
    std::vector<torch::Tensor> ordered;
    std::int64_t offset = 0;
    for (std::size_t stage = static_cast<std::size_t>(firstStage); stage < stages.size(); ++stage)
        for (const bool decays : {true, false}) {
            ParameterGroup group{offset, 0, static_cast<int>(stage), decays};
            for (const torch::Tensor& tensor : stages[stage])
                if ((tensor.dim() > 1) == decays) {
                    ordered.push_back(tensor);
                    group.length += tensor.numel();
                }
            offset += group.length;
            if (group.length > 0)
                groups.push_back(group);
        }
    const torch::Device device =
        network.parameters().empty() ? torch::Device(torch::kCPU) : network.parameters()[0].device();
    values = newFlat(ordered, device);
    gradients = newFlat(ordered, device);
    moveInto(values, ordered);
    offset = 0;
    for (torch::Tensor& tensor : ordered) {
        tensor.mutable_grad() = viewLike(gradients, offset, tensor);
        offset += tensor.numel();
    }
    std::vector<torch::Tensor> buffers = statisticsOf(network);
    statistics = newFlat(buffers, device);
    moveInto(statistics, buffers);
}

} // namespace labelwright
