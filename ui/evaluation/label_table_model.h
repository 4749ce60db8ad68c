#pragma once

#include "core/evaluation/confusion.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

/// A label with its figures; nothing where undefined.
struct LabelRow
{
    QString name;
    std::int64_t support = 0;
    std::optional<double> averagePrecision;
    std::optional<double> rocAuc;
    std::optional<double> precision;
    std::optional<double> recall;
    std::optional<double> f1;
    std::optional<double> threshold;
    std::vector<double> history; ///< Average precision after each epoch; NaN where undefined.
    QString reason;      ///< Why figures are undefined.
    QString note;        ///< What to know of the threshold.
    bool attainable = true; ///< False: the threshold does not meet its goal.
};

/// Fills precision, recall and F1.
void setCounts(LabelRow& row, const ConfusionCounts& counts);

/// Labels and their figures. Undefined figures read "n/a", with the reason as tooltip, and sort
/// below all others.
class LabelTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Support,
        AveragePrecision,
        RocAuc,
        Precision,
        Recall,
        F1,
        Threshold,
        History,
        ColumnCount
    };
    /// Numbers to sort by; QString for names.
    static constexpr int SortRole = Qt::UserRole;
    /// QList<double> of History.
    static constexpr int HistoryRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps selection and order where the labels are the same ones.
    void setRows(std::vector<LabelRow> rows);
    void setRow(int row, const LabelRow& values);
    [[nodiscard]] const std::vector<LabelRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const LabelRow& row, int column) const;
    [[nodiscard]] QString toolTip(const LabelRow& row, int column) const;

    std::vector<LabelRow> m_rows;
};

} // namespace labelwright
