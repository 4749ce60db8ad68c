#include "tests/core/project/made_weights.h"

#include "core/base/random.h"
#include "core/nn/predictor.h"
#include "core/nn/spec_plan.h"
#include "core/nn/weights_file.h"

#include <QDir>
#include <QFileInfo>

#include <cstring>

namespace labelwright::tests {

namespace {

WeightTensor madeTensor(const PlanParameter& parameter, Random& random)
{
    std::size_t count = 1;
    for (const std::int64_t side : parameter.shape)
        count *= static_cast<std::size_t>(side);
    if (parameter.role == ParameterRole::BatchCount)
        return {parameter.name, WeightType::I64, parameter.shape, QByteArray(8, '\0')};
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(random.uniform()) + 0.1F;
    QByteArray bytes(static_cast<qsizetype>(count * sizeof(float)), Qt::Uninitialized);
    std::memcpy(bytes.data(), values.data(), count * sizeof(float));
    return {parameter.name, WeightType::F32, parameter.shape, bytes};
}

} // namespace

QByteArray writeMadeWeights(const QString& path, const ModelSpec& spec, int labels,
                            std::uint64_t seed)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    Random random(seed);
    std::vector<WeightTensor> tensors;
    for (const PlanParameter& parameter : parametersOf(planNetwork(spec, labels)))
        tensors.push_back(madeTensor(parameter, random));
    const Result<QByteArray> digest = writeCheckpoint(path, tensors, {});
    return digest ? *digest : QByteArray();
}

bool canBeOpened(const QString& path, const ModelSpec& spec, int labels)
{
    return Predictor::open(spec, labels, path, 1).has_value();
}

} // namespace labelwright::tests
