#pragma once

#include "core/dataset/label_matrix.h"
#include "core/dataset/stratification.h"
#include "core/dataset/subsets.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// What of the annotations is kept in proportion: the positives of each label, its negatives where
/// they are rarer, and with LabelPairs the joint positives of two labels. Pairs are taken from the
/// rarest on, as long as they fit into memory; frequent ones come out even by themselves.
class LabelEvidence
{
public:
    LabelEvidence(const LabelMatrix& annotations, Stratification stratification);

    [[nodiscard]] std::size_t kinds() const { return m_kinds; }

    /// What the given samples show together, as one unit.
    [[nodiscard]] StratifiedUnit unitOf(std::span<const std::uint32_t> samples) const;

private:
    void chooseNegatives();
    void choosePairs();
    void appendKinds(std::size_t sample, std::vector<std::uint32_t>& kinds) const;

    const LabelMatrix& m_annotations;
    std::vector<std::uint32_t>
        m_negativeKinds;                    ///< By label; none where its negatives do not count.
    std::vector<std::uint32_t> m_pairKinds; ///< By label · labels + label, the smaller first.
    std::size_t m_kinds = 0;
};

} // namespace labelwright
