#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

class QTableView;

namespace labelwright {

/// Texts in rows and columns; the first column is read as the row's name.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(QStringList columns, std::vector<QStringList> rows);
    [[nodiscard]] const std::vector<QStringList>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    std::vector<QStringList> m_rows;
};

/// A calm table over such a model.
QTableView* makeTextTable(TextTableModel* model, const QString& name, QWidget* parent);

} // namespace labelwright
