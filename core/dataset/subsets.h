#pragma once

#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/dataset/label_matrix.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// What is kept in proportion when samples are split.
enum class Stratification {
    Labels,     ///< Each label (Sechidis, Tsoumakas and Vlahavas 2011).
    LabelPairs, ///< Pairs of labels first (Szymański and Kajdanowicz 2017).
};

/// Which samples are to be split, and how.
struct SplitRequest
{
    const LabelMatrix* annotations = nullptr;    ///< One row per sample.
    std::array<double, 3> shares{0.8, 0.1, 0.1}; ///< Training, validation, test; scaled to sum 1.
    std::uint64_t seed = 0;
    Stratification stratification = Stratification::Labels;
    /// Samples with equal numbers stay in one subset (see `linkSamples`). Empty: each on its own.
    std::span<const std::uint32_t> groups{};
    /// Membership that must not change; it counts toward the shares, and the other samples of its
    /// group follow it (where a group is already torn, the subset that has most of it). Empty:
    /// none.
    std::span<const std::optional<Subset>> fixed{};
};

/// Distributes samples by iterative stratification: the label with the fewest positives left goes
/// first, each of its samples to the subset that lacks most of that label. Known negatives count as
/// a label of their own where they are rarer than the positives; Unknown is neither. The same
/// request gives the same answer on every machine. Fails when the shares are negative or all 0 or a
/// span has the wrong length.
Result<std::vector<Subset>> splitSamples(const SplitRequest& request);

/// Counts of one label in one subset.
struct SubsetCell
{
    qint64 positives = 0;
    qint64 negatives = 0;
    qint64 unknown = 0;

    friend bool operator==(const SubsetCell&, const SubsetCell&) = default;
};

/// Which class a subset has no sample of.
enum class MissingClass { Positives, Negatives, Both };

/// A label that a subset cannot learn or measure.
struct EmptyCell
{
    std::size_t label = 0;
    Subset subset = Subset::Training;
    MissingClass missing = MissingClass::Positives;

    friend bool operator==(const EmptyCell&, const EmptyCell&) = default;
};

/// How labels are spread over subsets.
struct SubsetTable
{
    std::array<qint64, 3> samples{};               ///< By subset.
    qint64 withoutSubset = 0;                      ///< Samples that belong to none.
    std::vector<std::array<SubsetCell, 3>> labels; ///< By label, then by subset.
    std::vector<EmptyCell> emptyCells;             ///< Only of subsets that have samples.
};

/// Counts positives, negatives and unknowns per label and subset; `subsets` has one entry per row.
SubsetTable positivesPerSubset(const LabelMatrix& annotations,
                               std::span<const std::optional<Subset>> subsets);

/// One sentence for an empty cell: "The label 'whale' has no positives in the test subset."
QString emptyCellText(const EmptyCell& cell, const QString& labelName);

} // namespace labelwright
