#pragma once

#include "core/base/annotation.h"
#include "core/dataset/source.h"

#include <QString>
#include <QStringList>

namespace labelwright {

/// What happens to rows that cannot be imported.
enum class Strictness {
    KeepGoodRows, ///< They are listed, the others come in.
    RefuseAll,    ///< Nothing comes in.
};

/// Whether labels are looked for.
enum class LabelSearch {
    Required,   ///< An index without any label is refused.
    Unlabelled, ///< No labels: images only, to be labelled later. All columns become fields.
};

/// Whether images that no row of the index names come in.
enum class ImagesWithoutRow {
    TakeAsUnknown, ///< With every label Unknown; not when the import names a CSV file.
    LeaveOut,
};

/// Whether columns of subsets and groups are looked for.
enum class SpecialColumns {
    Detect,    ///< As `subsetColumn` and `groupColumn` say.
    OnlyNamed, ///< Those named; none where the name is empty.
};

/// Choices of an import; the defaults detect everything.
struct ImportOptions
{
    Strictness strictness = Strictness::KeepGoodRows;
    Annotation blank = Annotation::Unknown;   ///< A blank cell: Unknown or Absent.
    Annotation unlisted = Annotation::Absent; ///< A label that a sample's tags or folders lack.
    LabelSearch labels = LabelSearch::Required;
    ImagesWithoutRow imagesWithoutRow = ImagesWithoutRow::TakeAsUnknown;
    SpecialColumns specialColumns = SpecialColumns::Detect;
    QString imageColumn{};      ///< Empty: the first that holds paths of images.
    QString tagColumn{};        ///< Column of delimited tags. Empty: detected if nothing is binary.
    QString tagDelimiter{};     ///< Empty: detected among | ; , and the blank.
    QString subsetColumn{};     ///< Empty: one called subset or split that names subsets.
    QString groupColumn{};      ///< Its equal values stay in one subset. Empty: one called group.
    QStringList labelColumns{}; ///< Empty: all binary ones.
    SourceLimits limits{};
};

} // namespace labelwright
