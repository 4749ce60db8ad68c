#pragma once

#include "core/base/result.h"
#include "core/base/subset.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// How a cell is compared with a value. Two numbers compare as numbers, anything else as text
/// without regard to case and surrounding blanks.
enum class ConditionOperator {
    Equal,
    NotEqual,
    Contains, ///< As text.
    Less,     ///< Numbers only: false for a cell that is no number.
    Greater,  ///< Numbers only: false for a cell that is no number.
};

/// A question to one column of a dataset.
struct SubsetCondition
{
    QString column;
    ConditionOperator comparison = ConditionOperator::Equal;
    QString value;

    friend bool operator==(const SubsetCondition&, const SubsetCondition&) = default;
};

/// Samples that fulfil the condition belong to the subset.
struct SubsetRule
{
    SubsetCondition condition;
    Subset subset = Subset::Training;

    friend bool operator==(const SubsetRule&, const SubsetRule&) = default;
};

/// Whether a cell of the condition's column fulfils it.
bool isFulfilled(const SubsetCondition& condition, const QString& cell);

/// Reads "column = value", with =, !=, <, > or the word contains (as a word of its own) between.
Result<SubsetCondition> subsetConditionFromText(const QString& text);

/// The same in words that `subsetConditionFromText` reads.
QString toText(const SubsetCondition& condition);

/// The subset of each sample by the first rule that it fulfils; nothing where it fulfils none.
/// `fields` has one list per sample with one cell per column. Fails when a rule names a column that
/// is not there or compares with < or > against a value that is no number.
Result<std::vector<std::optional<Subset>>> subsetsByRules(const QStringList& columns,
                                                          std::span<const QStringList> fields,
                                                          std::span<const SubsetRule> rules);

} // namespace labelwright
