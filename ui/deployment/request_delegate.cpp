#include "ui/deployment/request_delegate.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace labelwright {

namespace {

constexpr int lines = 2; ///< Of labels.
constexpr int pictureSteps = 22;

} // namespace

void RequestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int step = gridStep(option.widget);
    const Colors colors = colorsOf(option.palette);
    const QRect cell = option.rect.adjusted(step / 2, step / 2, -step / 2, -step / 2);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colors.accent, 2));
        painter->setBrush(isSelected ? QBrush(colors.accentSoft) : QBrush());
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 4, 4);
    }
    const auto picture = qvariant_cast<QPixmap>(index.data(Qt::DecorationRole));
    const QRect inner = cell.adjusted(step, step, -step, -step);
    const QRect frame(inner.topLeft(), QSize(inner.width(), pictureSteps * step));
    QRect place(QPoint(), picture.size().scaled(frame.size(), Qt::KeepAspectRatio));
    place.moveCenter(frame.center());
    painter->drawPixmap(place, picture);
    painter->setPen(option.palette.color(QPalette::Text));
    const QFontMetrics metrics(option.font);
    QRect line(frame.left(), frame.bottom() + step, inner.width(), metrics.height());
    for (const QString& label : index.data(Qt::DisplayRole).toString().split(u'\n')) {
        painter->drawText(line, Qt::AlignCenter,
                          metrics.elidedText(label, Qt::ElideMiddle, line.width()));
        line.translate(0, metrics.height());
    }
    painter->restore();
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int step = gridStep(option.widget);
    return {(pictureSteps + 6) * step,
            (pictureSteps + 5) * step + lines * QFontMetrics(option.font).height()};
}

} // namespace labelwright
