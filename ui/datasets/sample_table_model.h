#pragma once

#include "ui/datasets/dataset_contents.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace labelwright {

/// The samples of a dataset that a filter finds, in some order. Holds no images: delegates ask
/// Thumbnails for them. Every call costs the same at any number of rows.
class SampleTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        AnnotationRole = Qt::UserRole, ///< int of an Annotation; label columns only.
        SubsetRole,                    ///< int of a Subset, or invalid; subset column only.
        SampleIdRole,                  ///< qint64.
        BrokenRole,                    ///< True when the image cannot be used.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows all samples of other contents, or none.
    void setContents(ContentsPointer contents);
    [[nodiscard]] const ContentsPointer& contents() const { return m_contents; }

    /// Shows these samples, as indices into the contents.
    void setRows(std::vector<std::uint32_t> rows);

    /// The place of a model row in the contents; the row must exist.
    [[nodiscard]] std::size_t sampleRow(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] SampleId sampleId(int row) const;
    /// The row that shows a sample; −1 when none does. Proportional to the rows.
    [[nodiscard]] int rowOf(SampleId sample) const;

    [[nodiscard]] const SampleColumn& column(int number) const
    {
        return m_contents->columns[static_cast<std::size_t>(number)];
    }
    /// The first column of a kind; −1 when there is none.
    [[nodiscard]] int columnOf(ColumnKind kind) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString displayText(std::size_t row, const SampleColumn& column) const;
    [[nodiscard]] QString toolTip(std::size_t row, const SampleColumn& column) const;

    ContentsPointer m_contents;
    std::vector<std::uint32_t> m_rows;
};

} // namespace labelwright
