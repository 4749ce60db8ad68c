#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

/// Draws a row of DeploymentListModel: name, state with icon and word, origin, date.
class DeploymentDelegate : public QStyledItemDelegate
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
