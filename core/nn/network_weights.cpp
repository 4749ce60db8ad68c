#include "core/nn/network_weights.h"

#include "core/nn/guarded.h"
#include "core/nn/weights_check.h"

#include <ATen/Functions.h>

#include <QFileInfo>

#include <array>
#include <cstring>

namespace labelwright {

namespace {

struct TypePair
{
    WeightType weight;
    at::ScalarType torch;
};

constexpr std::array<TypePair, 10> typePairs{{{WeightType::F64, at::kDouble},
                                              {WeightType::F32, at::kFloat},
                                              {WeightType::F16, at::kHalf},
                                              {WeightType::BF16, at::kBFloat16},
                                              {WeightType::I64, at::kLong},
                                              {WeightType::I32, at::kInt},
                                              {WeightType::I16, at::kShort},
                                              {WeightType::I8, at::kChar},
                                              {WeightType::U8, at::kByte},
                                              {WeightType::Bool, at::kBool}}};

WeightType weightTypeOf(at::ScalarType type)
{
    for (const TypePair& pair : typePairs)
        if (pair.torch == type)
            return pair.weight;
    TORCH_CHECK(false, "Tensors of this type cannot be saved.");
}

at::ScalarType torchTypeOf(WeightType type)
{
    for (const TypePair& pair : typePairs)
        if (pair.weight == type)
            return pair.torch;
    TORCH_CHECK(false, "Unknown type of weights.");
}

/// Copies matched tensors over the network's; `found` belongs to the first tensors of `state`.
void copyInto(const std::vector<std::pair<std::string, torch::Tensor>>& state,
              const std::vector<const WeightTensor*>& found)
{
    const at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i])
            torch::Tensor(state[i].second).copy_(toTensor(*found[i]));
}

QString whatOf(const QString& path)
{
    return QString("The weights file %1").arg(QFileInfo(path).fileName());
}

QString unreadable(const QString& path)
{
    return QString("The weights of %1 cannot be used.").arg(QFileInfo(path).fileName());
}

} // namespace

std::vector<WeightTensor>
toWeights(const std::vector<std::pair<std::string, torch::Tensor>>& tensors)
{
    std::vector<WeightTensor> weights;
    for (const auto& [name, tensor] : tensors) {
        const torch::Tensor plain = tensor.detach().cpu().contiguous();
        weights.push_back({name, weightTypeOf(plain.scalar_type()), plain.sizes().vec(),
                           QByteArray(static_cast<const char*>(plain.data_ptr()),
                                      static_cast<qsizetype>(plain.nbytes()))});
    }
    return weights;
}

torch::Tensor toTensor(const WeightTensor& tensor)
{
    const torch::Tensor result = at::empty(tensor.shape, torchTypeOf(tensor.type));
    TORCH_CHECK(static_cast<qsizetype>(result.nbytes()) == tensor.bytes.size(),
                "The tensor has another size than its shape asks for.");
    if (!tensor.bytes.isEmpty())
        std::memcpy(result.data_ptr(), tensor.bytes.constData(), result.nbytes());
    return result;
}

Result<QByteArray> saveWeights(const std::vector<std::pair<std::string, torch::Tensor>>& state,
                               const QString& path, const QJsonObject& facts)
{
    return guarded(QString("The weights cannot be saved to %1.").arg(path),
                   [&]() -> Result<QByteArray> {
                       return writeCheckpoint(path, toWeights(state), facts);
                   });
}

Result<QJsonObject> loadWeights(Network& network, const QString& path)
{
    return guarded(unreadable(path), [&]() -> Result<QJsonObject> {
        const Result<CheckpointContent> checkpoint = readCheckpoint(path);
        if (!checkpoint)
            return failureOf(checkpoint);
        const auto found = matchWeights(parametersOf(network.plan()), checkpoint->tensors,
                                        WeightsFit::Exact, whatOf(path));
        if (!found)
            return failureOf(found);
        copyInto(network.state(), *found);
        return checkpoint->facts;
    });
}

Result<void> loadBackboneWeights(Network& network, const QString& path)
{
    static const std::string prefix = "backbone.";
    return guarded(unreadable(path), [&]() -> Result<void> {
        const auto tensors = readTensors(path);
        if (!tensors)
            return failureOf(tensors);
        // The backbone's layers come first in a plan.
        std::vector<PlanParameter> parameters = parametersOf(network.plan());
        std::erase_if(parameters, [](const PlanParameter& parameter) {
            return !parameter.name.starts_with(prefix);
        });
        if (parameters.empty())
            return failure(QStringLiteral("The network has no backbone that weights could be read "
                                          "into."));
        const auto found = matchWeights(parameters, *tensors, WeightsFit::Torchvision,
                                        whatOf(path), prefix);
        if (!found)
            return failureOf(found);
        copyInto(network.state(), *found);
        return {};
    });
}

} // namespace labelwright
