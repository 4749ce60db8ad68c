#pragma once

#include "ui/datasets/dataset_contents.h"

#include <QAbstractTableModel>

namespace labelwright {

/// Positives per label (rows) and subset (columns). A cell's ground tells the share of positives
/// among the subset's known answers; a cell without positives or without negatives has a warning
/// sign and says so.
class SubsetHeatModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole, ///< double in [0, 1]: positives among known answers.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContents(ContentsPointer contents);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const SubsetCell& cell(const QModelIndex& index) const;
    /// What the subset lacks of the label; empty when nothing.
    [[nodiscard]] QString emptyText(const QModelIndex& index) const;

    ContentsPointer m_contents;
};

} // namespace labelwright
