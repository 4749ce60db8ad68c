#pragma once

#include "ui/evaluation/label_table_model.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace labelwright {

/// The per-label table: sortable by every column, one label selected at a time.
class LabelTable : public QTableView
{
    Q_OBJECT

public:
    /// Shows these columns of the model in this order; the name is first.
    LabelTable(LabelTableModel& model, const std::vector<LabelTableModel::Column>& columns,
               QWidget* parent = nullptr);

    /// Row of the model; −1 when none is.
    [[nodiscard]] int selectedLabel() const;
    void selectLabel(int row);

Q_SIGNALS:
    /// Row of the model; by the user or by `selectLabel`.
    void labelSelected(int row);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// As wide as the names, and as wide as fills the table.
    void fitNames();

    QSortFilterProxyModel* m_order;
};

} // namespace labelwright
