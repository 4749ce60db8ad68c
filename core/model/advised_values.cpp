#include "core/model/advised_values.h"

#include "core/model/model_json.h"
#include "core/model/solved_head.h"

#include <QJsonArray>
#include <QStringList>

#include <map>

namespace labelwright {

namespace {

/// The members of a setting, in a kind of block or, where that is empty, in the run settings.
struct Members
{
    QString block;
    QStringList names;
};

const std::map<QString, Members>& membersOfSettings()
{
    static const std::map<QString, Members> all{
        {"Input", {"input", {"width", "height", "fit"}}},
        {"Colour", {"input", {"color"}}},
        {"Augmentation",
         {"input",
          {"flipHorizontal", "flipVertical", "cropMinScale", "cropMaxAspect", "rotationDegrees",
           "brightness", "contrast", "saturation"}}},
        {"Backbone", {"backbone", {"name", "pretrained"}}},
        {"Regime", {"backbone", {"frozen"}}},
        {"Frozen stages", {"backbone", {"frozen", "frozenStages"}}},
        {"Dropout", {"dropout", {"rate"}}},
        {"Output", {"activation", {"kind"}}},
        {"Loss", {"target", {"loss"}}},
        {"Epochs", {{}, {"epochs"}}},
        {"Batch size", {{}, {"batchSize"}}},
        {"Learning rate", {{}, {"learningRate", "rateDecayPerStage", "optimizer"}}},
        {"Schedule", {{}, {"schedule"}}},
        {"Head", {{}, {"headFromEmbeddings"}}},
        {"Mixup", {{}, {"mixup"}}},
        {"Best epoch", {{}, {"bestBy"}}},
        {"Averaging", {{}, {"emaDecay"}}},
        {"Early stopping", {{}, {"patience"}}},
    };
    return all;
}

/// The last block of that kind, with the members of its parts beside its own.
QJsonObject blockOfKind(const QString& kind, const ModelSpec& spec)
{
    QJsonObject found;
    for (const QJsonValue& block : toJson(spec)["blocks"].toArray())
        if (block["block"].toString() == kind)
            found = block.toObject();
    for (const QString& part : found.keys()) {
        const QJsonObject members = found[part].toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            found[member.key()] = member.value();
    }
    return found;
}

} // namespace

QJsonObject advisedValues(const QString& setting, const ModelSpec& spec,
                          const RunSettings& settings)
{
    const auto found = membersOfSettings().find(setting);
    if (found == membersOfSettings().end())
        return {};
    const Members& members = found->second;
    const QJsonObject source =
        members.block.isEmpty() ? toJson(settings) : blockOfKind(members.block, spec);
    QJsonObject values;
    for (const QString& name : members.names)
        values[name] = source.contains(name) ? source[name] : QJsonValue(QJsonValue::Null);
    if (setting == QStringLiteral("Head"))
        values[QStringLiteral("solved")] = headIsSolved(spec);
    return values;
}

} // namespace labelwright
