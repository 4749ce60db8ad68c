#include "ui/deployment/strip_delegate.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace labelwright {

void StripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int step = gridStep(option.widget);
    const Colors colors = colorsOf(option.palette);
    const QRect cell = option.rect.adjusted(step / 2, step / 2, -step / 2, -step / 2);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(colors.accent, 2));
        painter->setBrush(colors.accentSoft);
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 4, 4);
    }
    const auto thumbnail = qvariant_cast<QPixmap>(index.data(Qt::DecorationRole));
    const QRect inner = cell.adjusted(step, step, -step, -step);
    QRect place(QPoint(), thumbnail.size().scaled(inner.size(), Qt::KeepAspectRatio));
    place.moveCenter(inner.center());
    painter->drawPixmap(place, thumbnail);
    painter->restore();
}

QSize StripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return QSize(19, 19) * gridStep(option.widget);
}

} // namespace labelwright
