#pragma once

#include "ui/datasets/import_draft.h"

#include <QAbstractTableModel>

namespace labelwright {

/// The first rows of what is to be imported: the index's cells as written, each column with what it
/// is taken for; without an index, the images found with their labels.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ColumnRoleRole = Qt::UserRole, ///< int of a ColumnRole; of a header or cell.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(const DraftPointer& draft);
    /// Other rows of the same index.
    void setRows(const IndexPreview& preview);
    /// The row that begins at a line of the index; −1 when it is not shown.
    [[nodiscard]] int rowOfLine(qint64 line) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void showSamples(const ImportPlan& plan);
    void readRoles(const ImportDraft& draft);

    QStringList m_columns;
    std::vector<ColumnRole> m_roles;
    std::vector<qint64> m_lines;
    std::vector<QStringList> m_cells;
};

} // namespace labelwright
