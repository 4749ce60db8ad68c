#include "core/dataset/subset_rule.h"

#include <QRegularExpression>

namespace labelwright {

namespace {

std::optional<double> numberOf(const QString& text)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

bool areEqual(const QString& a, const QString& b)
{
    const auto first = numberOf(a);
    const auto second = numberOf(b);
    if (first && second)
        return *first == *second;
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

QString operatorWord(ConditionOperator comparison)
{
    switch (comparison) {
    case ConditionOperator::Equal: return QStringLiteral("=");
    case ConditionOperator::NotEqual: return QStringLiteral("!=");
    case ConditionOperator::Contains: return QStringLiteral("contains");
    case ConditionOperator::Less: return QStringLiteral("<");
    case ConditionOperator::Greater: return QStringLiteral(">");
    }
    return {};
}

ConditionOperator operatorOf(const QString& word)
{
    for (const auto comparison : {ConditionOperator::NotEqual, ConditionOperator::Contains,
                                  ConditionOperator::Less, ConditionOperator::Greater})
        if (word == operatorWord(comparison))
            return comparison;
    return ConditionOperator::Equal;
}

Result<void> checkCondition(const SubsetCondition& condition, const QStringList& columns)
{
    if (!columns.contains(condition.column))
        return failure(QStringLiteral("There is no column '%1'; the columns are: %2.")
                           .arg(condition.column, columns.join(QStringLiteral(", "))));
    const bool comparesNumbers = condition.comparison == ConditionOperator::Less ||
                                 condition.comparison == ConditionOperator::Greater;
    if (comparesNumbers && !numberOf(condition.value))
        return failure(QStringLiteral("The condition '%1' needs a number on its right side.")
                           .arg(toText(condition)));
    return {};
}

} // namespace

bool isFulfilled(const SubsetCondition& condition, const QString& cell)
{
    const auto left = numberOf(cell);
    const auto right = numberOf(condition.value);
    switch (condition.comparison) {
    case ConditionOperator::Equal: return areEqual(cell, condition.value);
    case ConditionOperator::NotEqual: return !areEqual(cell, condition.value);
    case ConditionOperator::Contains:
        return cell.contains(condition.value.trimmed(), Qt::CaseInsensitive);
    case ConditionOperator::Less: return left && right && *left < *right;
    case ConditionOperator::Greater: return left && right && *left > *right;
    }
    return false;
}

Result<SubsetCondition> subsetConditionFromText(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\S.*?)\\s*(!=|=|<|>|\\bcontains\\b)\\s*(.*?)\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return failure(
            QStringLiteral("The condition '%1' is not understood; write a column, one of = != "
                           "< > contains, and a value.")
                .arg(text));
    return SubsetCondition{match.captured(1), operatorOf(match.captured(2)), match.captured(3)};
}

QString toText(const SubsetCondition& condition)
{
    return QStringLiteral("%1 %2 %3")
        .arg(condition.column, operatorWord(condition.comparison), condition.value);
}

Result<std::vector<std::optional<Subset>>> subsetsByRules(const QStringList& columns,
                                                          std::span<const QStringList> fields,
                                                          std::span<const SubsetRule> rules)
{
    for (const SubsetRule& rule : rules)
        if (const auto checked = checkCondition(rule.condition, columns); !checked)
            return failureOf(checked);
    std::vector<std::optional<Subset>> subsets(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (const SubsetRule& rule : rules) {
            const QString cell = fields[i].value(columns.indexOf(rule.condition.column));
            if (subsets[i] || !isFulfilled(rule.condition, cell))
                continue;
            subsets[i] = rule.subset;
        }
    return subsets;
}

} // namespace labelwright
