#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

/// Draws a recent project: a folder, its name, and its path in small below. The path is in
/// Qt::UserRole.
class RecentDelegate : public QStyledItemDelegate
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
