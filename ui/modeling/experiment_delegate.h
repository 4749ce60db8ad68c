#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

/// Draws an experiment in three lines: name; state with icon and word; figures and date.
class ExperimentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace labelwright
