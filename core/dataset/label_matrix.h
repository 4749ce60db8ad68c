#pragma once

#include "core/base/annotation.h"

#include <cstddef>
#include <span>
#include <vector>

namespace labelwright {

/// One Annotation per sample (row) and label (column), row by row.
class LabelMatrix
{
public:
    LabelMatrix() = default;

    /// All Unknown.
    LabelMatrix(std::size_t samples, std::size_t labels)
        : m_labels(labels)
        , m_cells(samples * labels, Annotation::Unknown)
        , m_samples(samples)
    {
    }

    [[nodiscard]] std::size_t samples() const { return m_samples; }
    [[nodiscard]] std::size_t labels() const { return m_labels; }

    [[nodiscard]] Annotation at(std::size_t sample, std::size_t label) const
    {
        return m_cells[sample * m_labels + label];
    }
    void set(std::size_t sample, std::size_t label, Annotation value)
    {
        m_cells[sample * m_labels + label] = value;
    }

    [[nodiscard]] std::span<const Annotation> row(std::size_t sample) const
    {
        return std::span(m_cells).subspan(sample * m_labels, m_labels);
    }
    [[nodiscard]] std::span<Annotation> row(std::size_t sample)
    {
        return std::span(m_cells).subspan(sample * m_labels, m_labels);
    }

    /// All cells, row by row.
    [[nodiscard]] std::span<const Annotation> cells() const { return m_cells; }

    /// Appends a row; its length is labels().
    void append(std::span<const Annotation> values)
    {
        m_cells.insert(m_cells.end(), values.begin(), values.end());
        ++m_samples;
    }

    friend bool operator==(const LabelMatrix&, const LabelMatrix&) = default;

private:
    std::size_t m_labels = 0;
    std::vector<Annotation> m_cells;
    std::size_t m_samples = 0;
};

} // namespace labelwright
