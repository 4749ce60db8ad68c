#include "core/project/fold.h"

#include "core/project/statement.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::uint8_t proposalBit = 4;

/// Puts a statement into a cell: answers win over proposals, later over earlier.
void state(std::uint8_t& cell, Annotation value, Annotator who)
{
    const auto code = static_cast<std::uint8_t>(static_cast<int>(value) + 2);
    if (who != Annotator::Proposal)
        cell = code;
    else if (cell == 0 || (cell & proposalBit) != 0)
        cell = static_cast<std::uint8_t>(code | proposalBit);
}

} // namespace

void Fold::advance(Database& database, qint64 position)
{
    if (position <= m_position)
        return;
    addSamples(database, position);
    Statement entries(database, "SELECT kind, who, content, position FROM log WHERE dataset = ?1 "
                                "AND position > ?2 AND position <= ?3 ORDER BY position");
    entries.with(m_dataset, m_position, position);
    while (entries.next())
        apply(static_cast<LogKind>(entries.integer(0)), static_cast<Annotator>(entries.integer(1)),
              entries.blob(2));
    m_position = position;
}

bool Fold::isLive(LabelId label) const
{
    const auto found = m_labels.find(label);
    return found != m_labels.end() && found->second.live;
}

LabelMatrix Fold::matrix(std::span<const LabelId> labels, bool withProposals) const
{
    LabelMatrix values(m_samples.size(), labels.size());
    // In blocks of rows, so that the strided writes of all columns stay in the cache.
    constexpr std::size_t block = 512;
    for (std::size_t first = 0; first < m_samples.size(); first += block) {
        for (std::size_t column = 0; column < labels.size(); ++column) {
            const auto found = m_labels.find(labels[column]);
            if (found == m_labels.end())
                continue;
            const std::vector<std::uint8_t>& cells = found->second.cells;
            const std::size_t last = std::min(first + block, cells.size());
            for (std::size_t row = first; row < last; ++row)
                values.set(row, column, valueOf(cells[row], withProposals));
        }
    }
    return values;
}

Annotation Fold::valueOf(std::uint8_t cell, bool withProposals)
{
    if (cell == 0 || (!withProposals && (cell & proposalBit) != 0))
        return Annotation::Unknown;
    return static_cast<Annotation>((cell & (proposalBit - 1)) - 2);
}

void Fold::addSamples(Database& database, qint64 position)
{
    // Ids rise with positions: only what came after the last known sample is looked at. The plus
    // keeps SQLite from choosing the index by dataset, which would visit all of them.
    Statement rows(database, "SELECT id FROM samples WHERE id > ?1 AND +dataset = ?2 "
                             "AND added_at <= ?3 ORDER BY id");
    rows.with(m_samples.empty() ? SampleId{} : m_samples.back(), m_dataset, position);
    while (rows.next())
        m_samples.push_back(rows.id<SampleId>(0));
    m_subsets.resize(m_samples.size());
}

void Fold::apply(LogKind kind, Annotator who, const QByteArray& content)
{
    switch (kind) {
    case LogKind::Answers: applyAnswers(unpackAnswers(content), who); break;
    case LogKind::Matrix: applyMatrix(unpackMatrix(content), who); break;
    case LogKind::Subsets: applySubsets(unpackSubsets(content)); break;
    case LogKind::Labels:
        for (const auto& [label, live] : unpackLabels(content))
            m_labels[label].live = live;
        break;
    }
}

void Fold::applyMatrix(const MatrixContent& matrix, Annotator who)
{
    std::vector<std::size_t> rows;
    rows.reserve(matrix.rows.size());
    for (const SampleId sample : matrix.rows)
        rows.push_back(rowOf(sample));
    std::vector<LabelState*> columns;
    for (const LabelId label : matrix.columns)
        columns.push_back(&stateOf(label));
    std::size_t index = 0;
    for (const std::size_t row : rows)
        for (LabelState* column : columns)
            if (const Annotation value = matrix.at(index++); value != Annotation::Unknown)
                state(column->cells[row], value, who);
}

void Fold::applyAnswers(const std::vector<Answer>& answers, Annotator who)
{
    for (const Answer& answer : answers) {
        if (answer.value < Annotation::Unknown || answer.value > Annotation::Present)
            throw SqlError::damaged(QStringLiteral("an answer is no annotation"));
        const std::size_t row = rowOf(answer.sample);
        state(stateOf(answer.label).cells[row], answer.value, who);
    }
}

void Fold::applySubsets(const std::vector<Membership>& members)
{
    for (const auto& [sample, subset] : members) {
        if (subset < Subset::Training || subset > Subset::Test)
            throw SqlError::damaged(QStringLiteral("a subset does not exist"));
        m_subsets[rowOf(sample)] = subset;
    }
}

Fold::LabelState& Fold::stateOf(LabelId label)
{
    LabelState& found = m_labels[label];
    found.cells.resize(m_samples.size());
    return found;
}

std::size_t Fold::rowOf(SampleId sample) const
{
    const auto found = std::lower_bound(m_samples.begin(), m_samples.end(), sample);
    if (found == m_samples.end() || *found != sample)
        throw SqlError::damaged(QStringLiteral("the log names a sample that does not exist"));
    return static_cast<std::size_t>(found - m_samples.begin());
}

} // namespace labelwright
