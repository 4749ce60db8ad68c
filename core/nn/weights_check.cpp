#include "core/nn/weights_check.h"

#include <QHash>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstring>

namespace labelwright {

namespace {

bool isFloating(WeightType type)
{
    return type == WeightType::F64 || type == WeightType::F32 || type == WeightType::F16
           || type == WeightType::BF16;
}

QString shownShape(const std::vector<std::int64_t>& shape)
{
    QStringList sides;
    for (const std::int64_t side : shape)
        sides.append(QString::number(side));
    return QString("[%1]").arg(sides.join(QStringLiteral(", ")));
}

bool typeFits(const PlanParameter& parameter, WeightType type, WeightsFit fit)
{
    if (parameter.role == ParameterRole::BatchCount)
        return type == WeightType::I64;
    return fit == WeightsFit::Exact ? type == WeightType::F32 : isFloating(type);
}

/// What torchvision calls the layers behind the feature maps.
bool isClassifier(const QString& name)
{
    return name.startsWith(QLatin1String("classifier.")) || name.startsWith(QLatin1String("fc."));
}

QString mismatch(const PlanParameter& parameter, const WeightTensor& tensor, WeightsFit fit)
{
    const QString name = QString::fromStdString(tensor.name);
    if (tensor.shape != parameter.shape)
        return QString("its tensor \"%1\" has the shape %2 where %3 is needed")
            .arg(name, shownShape(tensor.shape), shownShape(parameter.shape));
    if (!typeFits(parameter, tensor.type, fit))
        return QString("its tensor \"%1\" has the type %2 where %3 is needed")
            .arg(name, weightTypeName(tensor.type),
                 QString::fromLatin1(parameter.role == ParameterRole::BatchCount ? "I64" : "F32"));
    return {};
}

/// IEEE half precision to single; exact.
float halfToFloat(std::uint16_t half)
{
    const int exponent = (half >> 10U) & 0x1F;
    const auto fraction = static_cast<float>(half & 0x3FFU);
    float value = 0;
    if (exponent == 0)
        value = std::ldexp(fraction, -24);
    else if (exponent == 31)
        value = fraction != 0 ? std::nanf("") : HUGE_VALF;
    else
        value = std::ldexp(fraction + 1024, exponent - 25);
    return (half & 0x8000U) != 0 ? -value : value;
}

} // namespace

Result<std::vector<const WeightTensor*>>
matchWeights(const std::vector<PlanParameter>& parameters, const std::vector<WeightTensor>& tensors,
             WeightsFit fit, const QString& what, const std::string& prefix)
{
    const auto refuse = [&](const QString& why) {
        return failure(QString("%1 does not fit the network: %2.").arg(what, why));
    };
    QHash<QString, const WeightTensor*> left;
    for (const WeightTensor& tensor : tensors) {
        const QString name = QString::fromStdString(tensor.name);
        if (left.contains(name))
            return refuse(QString("it holds the tensor \"%1\" twice").arg(name));
        left.insert(name, &tensor);
    }
    std::vector<const WeightTensor*> found;
    for (const PlanParameter& parameter : parameters) {
        const QString name = QString::fromStdString(parameter.name.substr(prefix.size()));
        const WeightTensor* tensor = left.take(name);
        const bool optional = fit == WeightsFit::Torchvision
                              && parameter.role == ParameterRole::BatchCount;
        if (!tensor && !optional)
            return refuse(QString("it has no tensor \"%1\"").arg(name));
        if (const QString why = tensor ? mismatch(parameter, *tensor, fit) : QString();
            !why.isEmpty())
            return refuse(why);
        found.push_back(tensor);
    }
    for (const WeightTensor& tensor : tensors) {
        const QString name = QString::fromStdString(tensor.name);
        if (left.contains(name) && !(fit == WeightsFit::Torchvision && isClassifier(name)))
            return refuse(QString("it holds the tensor \"%1\", which the network does not have")
                              .arg(name));
    }
    return found;
}

std::vector<float> toFloats(const WeightTensor& tensor)
{
    const auto size = static_cast<std::size_t>(sizeOf(tensor.type));
    std::vector<float> values(static_cast<std::size_t>(tensor.bytes.size()) / size);
    const char* bytes = tensor.bytes.constData();
    for (std::size_t i = 0; i < values.size(); ++i, bytes += size) {
        if (tensor.type == WeightType::F32)
            values[i] = std::bit_cast<float>(qFromLittleEndian<std::uint32_t>(bytes));
        else if (tensor.type == WeightType::F64)
            values[i] = static_cast<float>(
                std::bit_cast<double>(qFromLittleEndian<std::uint64_t>(bytes)));
        else if (tensor.type == WeightType::F16)
            values[i] = halfToFloat(qFromLittleEndian<std::uint16_t>(bytes));
        else if (tensor.type == WeightType::BF16)
            values[i] = std::bit_cast<float>(
                static_cast<std::uint32_t>(qFromLittleEndian<std::uint16_t>(bytes)) << 16U);
    }
    return values;
}

} // namespace labelwright
