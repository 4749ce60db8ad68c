#include "ui/evaluation/prediction_delegate.h"

#include "core/base/annotation.h"
#include "ui/evaluation/prediction_model.h"
#include "ui/style/theme.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

namespace labelwright {

namespace {

int stepOf(const QStyleOptionViewItem& option)
{
    return std::max(4, option.fontMetrics.height() / 4);
}

/// The image at a size in device pixels; kept, as every move of the threshold paints all in sight.
QPixmap scaled(const QImage& image, const QSize& size)
{
    const QString key = QStringLiteral("prediction-%1-%2x%3")
                            .arg(image.cacheKey())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap::fromImage(
            image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/// The whole picture, as large as fits.
void paintPicture(QPainter& painter, const QRectF& area, const QImage& image,
                  const QPalette& palette)
{
    if (image.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorsOf(palette).shimmer);
        painter.drawRoundedRect(area, 4, 4);
        return;
    }
    const QSizeF size = QSizeF(image.size()).scaled(area.size(), Qt::KeepAspectRatio);
    QRectF target(QPointF(), size);
    target.moveCenter(area.center());
    painter.save();
    QPainterPath round;
    round.addRoundedRect(target, 4, 4);
    painter.setClipPath(round);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = scaled(image, (target.size() * ratio).toSize().expandedTo({1, 1}));
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

bool isRight(const QModelIndex& index)
{
    const bool present = index.data(PredictionModel::TruthRole).toInt()
                         == static_cast<int>(Annotation::Present);
    return index.data(PredictionModel::PredictedRole).toBool() == present;
}

bool isKnown(const QModelIndex& index)
{
    return index.data(PredictionModel::TruthRole).toInt() != static_cast<int>(Annotation::Unknown);
}

void paintWords(QPainter& painter, const QRectF& area, const QStyleOptionViewItem& option,
                const QModelIndex& index)
{
    const Colors colors = colorsOf(option.palette);
    const double score = index.data(PredictionModel::ScoreRole).toDouble();
    const int line = option.fontMetrics.height();
    const QRectF bar(area.left(), area.top(), area.width(), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.shimmer);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(colors.present);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * score, 4)), 2, 2);
    const QRectF text(area.left(), area.top() + 6, area.width(), line);
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(score, 'f', 2));
    const QString verdict = index.data(PredictionModel::VerdictRole).toString();
    const QString mark = !isKnown(index) ? QString() : isRight(index) ? QStringLiteral("✓ ")
                                                                     : QStringLiteral("✗ ");
    painter.setPen(!isKnown(index) ? colors.muted : isRight(index) ? colors.good : colors.bad);
    const double room = text.width() - option.fontMetrics.horizontalAdvance(QStringLiteral("0.00 "));
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(mark + verdict, Qt::ElideRight,
                                                   static_cast<int>(room)));
}

} // namespace

void PredictionCard::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Colors colors = colorsOf(option.palette);
    const int step = stepOf(option);
    const QRectF card = QRectF(option.rect).adjusted(step, step, -step, -step);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->setPen(QPen(selected || focused ? colors.accent : colors.border, selected ? 2 : 1));
    painter->setBrush(selected ? colors.accentSoft : colors.surface);
    painter->drawRoundedRect(card, 6, 6);
    const QRectF inner = card.adjusted(step, step, -step, -step);
    const double words = option.fontMetrics.height() + 8;
    paintPicture(*painter, inner.adjusted(0, 0, 0, -words - 2),
                 index.data(PredictionModel::PictureRole).value<QImage>(), option.palette);
    paintWords(*painter, QRectF(inner.left(), inner.bottom() - words, inner.width(), words), option,
               index);
    painter->restore();
}

QSize PredictionCard::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int step = stepOf(option);
    return {38 * step, 26 * step};
}

void PredictionPicture::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintPicture(*painter, QRectF(option.rect).adjusted(3, 3, -3, -3),
                 index.data(PredictionModel::PictureRole).value<QImage>(), option.palette);
    painter->restore();
}

} // namespace labelwright
