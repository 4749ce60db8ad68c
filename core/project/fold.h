#pragma once

#include "core/base/ids.h"
#include "core/base/subset.h"
#include "core/project/annotations.h"
#include "core/project/database.h"
#include "core/project/log_content.h"

#include <QtGlobal>

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// A dataset's log added up to a position: what holds for each sample and label. Can be carried on
/// when the log has grown.
class Fold
{
public:
    explicit Fold(DatasetId dataset) : m_dataset(dataset) {}

    /// Reads the log's entries after position() up to `position`, in order. Throws SqlError.
    void advance(Database& database, qint64 position);

    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] const std::vector<SampleId>& samples() const { return m_samples; }
    [[nodiscard]] const std::vector<std::optional<Subset>>& subsets() const { return m_subsets; }

    /// True for a label that was added and not archived.
    [[nodiscard]] bool isLive(LabelId label) const;

    /// What holds for these labels, a row per sample, a column per label.
    [[nodiscard]] LabelMatrix matrix(std::span<const LabelId> labels, bool withProposals) const;

private:
    struct LabelState
    {
        bool live = false;
        /// A cell per sample: 0 nothing, 1 … 3 an answer (its value + 2), 5 … 7 a proposal (its
        /// value + 6). Shorter than the samples where the last ones have nothing.
        std::vector<std::uint8_t> cells;
    };

    void addSamples(Database& database, qint64 position);
    void apply(LogKind kind, Annotator who, const QByteArray& content);
    void applyMatrix(const MatrixContent& matrix, Annotator who);
    void applyAnswers(const std::vector<Answer>& answers, Annotator who);
    void applySubsets(const std::vector<Membership>& members);
    LabelState& stateOf(LabelId label);
    static Annotation valueOf(std::uint8_t cell, bool withProposals);
    [[nodiscard]] std::size_t rowOf(SampleId sample) const;

    DatasetId m_dataset;
    qint64 m_position = 0;
    std::vector<SampleId> m_samples;
    std::vector<std::optional<Subset>> m_subsets;
    std::unordered_map<LabelId, LabelState> m_labels;
};

} // namespace labelwright
