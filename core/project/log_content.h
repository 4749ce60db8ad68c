#pragma once

#include "core/base/ids.h"
#include "core/base/subset.h"
#include "core/dataset/label_matrix.h"
#include "core/project/annotations.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace labelwright {

// What the entries of the log hold, packed with zlib. Numbers are little-endian. Unpacking throws
// SqlError when the bytes cannot be what packing made.

/// A block of cells: 2 bits each, so that millions of imported cells take little room.
struct MatrixContent
{
    std::vector<SampleId> rows;
    std::vector<LabelId> columns;
    QByteArray cells; ///< Row by row without gaps, 4 cells a byte, lowest bits first.

    /// Cell `index` = row · columns + column.
    [[nodiscard]] Annotation at(std::size_t index) const
    {
        const auto byte = static_cast<unsigned char>(cells.at(static_cast<qsizetype>(index / 4)));
        return static_cast<Annotation>(static_cast<int>((byte >> (2 * (index % 4))) & 3U) - 1);
    }
};

QByteArray packMatrix(std::span<const SampleId> rows, std::span<const LabelId> columns,
                      const LabelMatrix& values);
MatrixContent unpackMatrix(const QByteArray& content);

QByteArray packAnswers(std::span<const Answer> answers);
std::vector<Answer> unpackAnswers(const QByteArray& content);

using Membership = std::pair<SampleId, Subset>;
QByteArray packSubsets(std::span<const Membership> members);
std::vector<Membership> unpackSubsets(const QByteArray& content);

/// Whether a label takes part from here on.
using LabelEvent = std::pair<LabelId, bool>;
QByteArray packLabels(std::span<const LabelEvent> events);
std::vector<LabelEvent> unpackLabels(const QByteArray& content);

} // namespace labelwright
