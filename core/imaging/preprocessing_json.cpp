#include "core/imaging/preprocessing.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace labelwright {

namespace {

struct ColorName
{
    ColorMode color;
    QLatin1String name;
};
struct FitName
{
    Fit fit;
    QLatin1String name;
};

constexpr std::array<ColorName, 2> colorNames{{{ColorMode::Rgb, QLatin1String("rgb")},
                                               {ColorMode::Grey, QLatin1String("grey")}}};
constexpr std::array<FitName, 3> fitNames{{{Fit::Stretch, QLatin1String("stretch")},
                                           {Fit::CenterCrop, QLatin1String("centerCrop")},
                                           {Fit::Letterbox, QLatin1String("letterbox")}}};

QJsonArray toArray(const std::array<float, 3>& values)
{
    return {static_cast<double>(values[0]), static_cast<double>(values[1]),
            static_cast<double>(values[2])};
}

Result<int> readSide(const QJsonObject& object, const QString& name)
{
    const QJsonValue value = object.value(name);
    const int side = value.toInt(-1); // -1 as well for a number with a fraction.
    if (side < 8 || side > 4096)
        return failure(QStringLiteral("The preprocessing's \"%1\" must be a whole number from 8 to "
                                      "4096.")
                           .arg(name));
    return side;
}

Result<std::array<float, 3>> readTriple(const QJsonObject& object, const QString& name,
                                        double least)
{
    const QJsonArray array = object.value(name).toArray();
    std::array<float, 3> values{};
    bool isGood = array.size() == 3;
    for (qsizetype i = 0; isGood && i < 3; ++i) {
        const QJsonValue value = array.at(i);
        isGood = value.isDouble() && value.toDouble() >= least && value.toDouble() <= 255;
        values.at(static_cast<std::size_t>(i)) = static_cast<float>(value.toDouble());
    }
    if (!isGood)
        return failure(QStringLiteral("The preprocessing's \"%1\" must be three numbers from %2 to "
                                      "255.")
                           .arg(name)
                           .arg(least));
    return values;
}

Result<void> readWords(const QJsonObject& object, Preprocessing& result)
{
    const QString color = object.value(QStringLiteral("color")).toString();
    const QString fit = object.value(QStringLiteral("fit")).toString();
    const auto* colorName = std::find_if(colorNames.begin(), colorNames.end(),
                                         [&](const ColorName& known) { return known.name == color; });
    const auto* fitName = std::find_if(fitNames.begin(), fitNames.end(),
                                       [&](const FitName& known) { return known.name == fit; });
    if (colorName == colorNames.end())
        return failure(QStringLiteral("The preprocessing's \"color\" is \"%1\"; use rgb or grey.")
                           .arg(color));
    if (fitName == fitNames.end())
        return failure(QStringLiteral("The preprocessing's \"fit\" is \"%1\"; use stretch, "
                                      "centerCrop or letterbox.")
                           .arg(fit));
    result.color = colorName->color;
    result.fit = fitName->fit;
    return {};
}

} // namespace

QJsonObject toJson(const Preprocessing& preprocessing)
{
    const auto* color =
        std::find_if(colorNames.begin(), colorNames.end(),
                     [&](const ColorName& known) { return known.color == preprocessing.color; });
    const auto* fit = std::find_if(fitNames.begin(), fitNames.end(), [&](const FitName& known) {
        return known.fit == preprocessing.fit;
    });
    return {
        {QStringLiteral("width"), preprocessing.width},
        {QStringLiteral("height"), preprocessing.height},
        {QStringLiteral("color"), QString(color->name)},
        {QStringLiteral("fit"), QString(fit->name)},
        {QStringLiteral("mean"), toArray(preprocessing.mean)},
        {QStringLiteral("stddev"), toArray(preprocessing.stddev)},
    };
}

Result<Preprocessing> preprocessingFromJson(const QJsonObject& object)
{
    // Enough digits to divide by without overflow.
    constexpr double leastStddev = 1e-6;
    const auto width = readSide(object, QStringLiteral("width"));
    if (!width)
        return failureOf(width);
    const auto height = readSide(object, QStringLiteral("height"));
    if (!height)
        return failureOf(height);
    const auto mean = readTriple(object, QStringLiteral("mean"), -255);
    if (!mean)
        return failureOf(mean);
    const auto stddev = readTriple(object, QStringLiteral("stddev"), leastStddev);
    if (!stddev)
        return failureOf(stddev);
    Preprocessing result;
    if (const auto words = readWords(object, result); !words)
        return failureOf(words);
    result.width = *width;
    result.height = *height;
    result.mean = *mean;
    result.stddev = *stddev;
    return result;
}

} // namespace labelwright
