#pragma once

#include "core/dataset/csv.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace labelwright {

/// A column of delimited tags.
struct TagColumn
{
    std::size_t column = 0;
    QString delimiter; ///< One of | ; , or a blank; empty when each cell is one tag.
};

/// The tags of a cell, trimmed, without repeats; quotes and square brackets around are taken off,
/// so that "['sky', 'water']" reads like "sky, water".
QStringList splitTags(const QString& cell, const QString& delimiter);

/// The delimiter that most cells of the column hold: | ; or , ; a blank when splitting at it leaves
/// fewer different tags than there are different cells; else empty.
QString detectTagDelimiter(const CsvTable& table, std::size_t column);

/// The first of `candidates` that is called like tags (tags, labels, classes, categories, keywords,
/// also in the singular), else the first with a delimiter other than the blank, short tags and most
/// of them repeated. Columns of numbers are not tags.
std::optional<TagColumn> detectTagColumn(const CsvTable& table,
                                         const std::vector<std::size_t>& candidates);

} // namespace labelwright
