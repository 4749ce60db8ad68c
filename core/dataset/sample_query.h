#pragma once

#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/dataset/label_matrix.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// A question to the samples of a dataset, as a person writes it:
///
///     water                    the label is present; text that is no label: the name holds it
///     "two words"              the same for text with blanks; never an operator
///     NOT people               people is known to be absent
///     water AND (people OR sun)   AND may be left out
///     unknown:road             nobody answered
///     subset:test              training, validation, test, or none
///     name:IMG_1               the name holds it
///     camera:north             the column holds it; * means: is not blank
///     year>1990                also < = !=; two numbers compare as numbers
///
/// A label that is Unknown makes neither `people` nor `NOT people` true, and so on upwards (Kleene's
/// logic): a sample is found when the answer is certain. Case counts nowhere.
struct SampleQuery
{
    enum class Kind {
        Everything, ///< Empty text.
        Word,       ///< A label, or else a part of the name.
        Column,     ///< `key`, `comparison`, `text`.
        Not,        ///< One part.
        And,        ///< Two parts or more.
        Or,         ///< Two parts or more.
    };
    Kind kind = Kind::Everything;
    QString key;        ///< Column only: "subset", "unknown", "name" or a column of the dataset.
    QString comparison; ///< Column only: ":", "=", "!=", "<" or ">".
    QString text;       ///< Word and Column.
    qsizetype position = 0; ///< Of the first character in the text read, from 1.
    std::vector<SampleQuery> parts;

    friend bool operator==(const SampleQuery&, const SampleQuery&) = default;
};

/// Reads a question; fails with one sentence that names the character where it goes wrong.
Result<SampleQuery> sampleQueryFromText(const QString& text);

/// Text that `sampleQueryFromText` reads as the same question.
QString toText(const SampleQuery& query);

/// What a question is put to. The functions are called with rows below `annotations->samples()`.
struct QuerySubject
{
    const LabelMatrix* annotations = nullptr;
    QStringList labels; ///< Names of the columns of `annotations`.
    std::span<const std::optional<Subset>> subsets;
    std::function<QString(std::size_t row)> name;
    QStringList columns; ///< Further columns.
    std::function<QString(std::size_t row, qsizetype column)> cell;
};

/// The rows for which the answer is certainly yes, rising. Fails with one sentence for a column, a
/// label or a subset that is not there.
Result<std::vector<std::uint32_t>> matchingRows(const SampleQuery& query,
                                                const QuerySubject& subject);

/// What a filter asks of one label at its top level.
enum class LabelFilter { Off, Include, Exclude };

/// How the question treats a label: Include for `water`, Exclude for `NOT water`, alone or joined
/// to the rest by AND.
LabelFilter labelFilter(const SampleQuery& query, const QString& label);

/// The question with that label included, excluded or no more mentioned at its top level.
SampleQuery withLabelFilter(const SampleQuery& query, const QString& label, LabelFilter filter);

/// The `subset:` at the question's top level; empty when there is none.
QString subsetFilter(const SampleQuery& query);

/// The question with that `subset:` at its top level; empty: with none.
SampleQuery withSubsetFilter(const SampleQuery& query, const QString& subset);

} // namespace labelwright
