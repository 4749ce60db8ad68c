#include "core/imaging/augmentation.h"

#include <QJsonValue>
#include <QLatin1String>

#include <array>

namespace labelwright {

namespace {

struct Switch
{
    QLatin1String name;
    bool Augmentation::*member;
};

struct Amount
{
    QLatin1String name;
    double Augmentation::*member;
    double least;
    double most;
};

constexpr std::array<Switch, 2> switches{{
    {QLatin1String("flipHorizontal"), &Augmentation::flipHorizontal},
    {QLatin1String("flipVertical"), &Augmentation::flipVertical},
}};

constexpr std::array<Amount, 6> amounts{{
    {QLatin1String("cropMinScale"), &Augmentation::cropMinScale, 0.01, 1},
    {QLatin1String("cropMaxAspect"), &Augmentation::cropMaxAspect, 1, 2},
    {QLatin1String("rotationDegrees"), &Augmentation::rotationDegrees, 0, 180},
    {QLatin1String("brightness"), &Augmentation::brightness, 0, 1},
    {QLatin1String("contrast"), &Augmentation::contrast, 0, 1},
    {QLatin1String("saturation"), &Augmentation::saturation, 0, 1},
}};

Result<void> readMember(const QString& name, const QJsonValue& value, Augmentation& result)
{
    for (const Switch& known : switches) {
        if (known.name != name)
            continue;
        if (!value.isBool())
            return failure(QStringLiteral("The augmentation's \"%1\" must be true or false.")
                               .arg(name));
        result.*known.member = value.toBool();
        return {};
    }
    for (const Amount& known : amounts) {
        if (known.name != name)
            continue;
        const double amount = value.toDouble(known.least - 1);
        if (!(amount >= known.least && amount <= known.most))
            return failure(QStringLiteral("The augmentation's \"%1\" must be a number from %2 to "
                                          "%3.")
                               .arg(name)
                               .arg(known.least)
                               .arg(known.most));
        result.*known.member = amount;
        return {};
    }
    return failure(QStringLiteral("The augmentation has no setting \"%1\"; remove it.").arg(name));
}

} // namespace

QJsonObject toJson(const Augmentation& augmentation)
{
    QJsonObject object;
    for (const Switch& known : switches)
        object.insert(known.name, augmentation.*known.member);
    for (const Amount& known : amounts)
        object.insert(known.name, augmentation.*known.member);
    return object;
}

Result<Augmentation> augmentationFromJson(const QJsonObject& object)
{
    Augmentation result;
    for (auto member = object.begin(); member != object.end(); ++member)
        if (const auto read = readMember(member.key(), member.value(), result); !read)
            return failureOf(read);
    return result;
}

} // namespace labelwright
