#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

/// Draws a row of ScoreModel: a check mark where present, the label, a bar with the threshold as a
/// tick, the score.
class ScoreDelegate : public QStyledItemDelegate
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
