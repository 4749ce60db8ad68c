#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

/// Draws a thumbnail of TriedImages in proportion, framed where it is the current one.
class StripDelegate : public QStyledItemDelegate
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
