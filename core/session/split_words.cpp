#include "core/project/subsets.h"
#include "core/session/split_job.h"

#include <QJsonArray>

#include <optional>

namespace labelwright {

namespace {

constexpr QLatin1String byConditions("conditions");
constexpr QLatin1String byLabels("iterative stratification");
constexpr QLatin1String byPairs("iterative stratification of label pairs");

std::vector<SubsetRule> rulesFromJson(const QJsonArray& array)
{
    std::vector<SubsetRule> rules;
    for (const QJsonValue& value : array) {
        const auto condition = subsetConditionFromText(value["condition"].toString());
        const auto subset = subsetFromText(value["subset"].toString());
        if (condition && subset)
            rules.push_back({*condition, *subset});
    }
    return rules;
}

bool isByChance(const QJsonObject& object)
{
    const QString method = object["method"].toString();
    return method == byLabels || method == byPairs;
}

/// Nothing unless they are three that a split can take.
std::optional<std::array<double, 3>> sharesFromJson(const QJsonArray& array)
{
    std::array<double, 3> shares{};
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = array.at(static_cast<qsizetype>(i)).toDouble(-1);
        if (shares[i] < 0)
            return std::nullopt;
        sum += shares[i];
    }
    return sum > 0 ? std::optional(shares) : std::nullopt;
}

} // namespace

QJsonObject toJson(const SplitOptions& options)
{
    if (options.filter) {
        SplitOptions unfiltered = options;
        unfiltered.filter.reset();
        QJsonObject object = toJson(unfiltered);
        object.insert("filter", toText(*options.filter));
        return object;
    }
    if (!options.rules.empty()) {
        QJsonArray rules;
        for (const SubsetRule& rule : options.rules)
            rules.append(QJsonObject{{"condition", toText(rule.condition)},
                                     {"subset", subsetName(rule.subset)}});
        return {{"method", byConditions}, {"rules", rules}};
    }
    return {{"method", options.stratification == Stratification::LabelPairs ? byPairs : byLabels},
            {"shares", QJsonArray{options.shares[0], options.shares[1], options.shares[2]}},
            {"seed", static_cast<qint64>(options.seed)},
            {"lookAlikeDistance", options.lookAlikeDistance}};
}

SplitOptions splitOptionsFromJson(const QJsonObject& object)
{
    SplitOptions options;
    if (object["method"].toString() == byConditions)
        options.rules = rulesFromJson(object["rules"].toArray());
    if (!isByChance(object))
        return options;
    if (object["method"].toString() == byPairs)
        options.stratification = Stratification::LabelPairs;
    options.shares = sharesFromJson(object["shares"].toArray()).value_or(options.shares);
    options.seed = static_cast<std::uint64_t>(object["seed"].toInteger(1));
    options.lookAlikeDistance = object["lookAlikeDistance"].toInt(options.lookAlikeDistance);
    return options;
}

Result<SplitOptions> usualSplit(const Project& project, DatasetId dataset)
{
    const auto rules = subsetRules(project, dataset);
    if (!rules)
        return failureOf(rules);
    if (!rules->planned.isEmpty())
        return splitOptionsFromJson(rules->planned);
    return isByChance(rules->made) ? splitOptionsFromJson(rules->made) : SplitOptions();
}

} // namespace labelwright
