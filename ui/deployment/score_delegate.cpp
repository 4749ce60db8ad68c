#include "ui/deployment/score_delegate.h"

#include "ui/deployment/score_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace labelwright {

namespace {

/// Where the parts of a row stand.
struct RowPlaces
{
    QRect mark, label, bar, number;
};

RowPlaces placesIn(const QStyleOptionViewItem& option, int step)
{
    const QRect inner = option.rect.adjusted(2 * step, 0, -2 * step, 0);
    const int mark = option.fontMetrics.height();
    const int number = option.fontMetrics.horizontalAdvance(QStringLiteral("0.000"));
    const int label = std::min(2 * inner.width() / 5, 45 * step);
    RowPlaces places;
    places.mark = QRect(inner.left(), inner.center().y() - mark / 2, mark, mark);
    places.label = QRect(inner.left() + mark + step, inner.top(), label - step, inner.height());
    places.number = QRect(inner.right() - number, inner.top(), number, inner.height());
    const int left = places.label.right() + 2 * step;
    places.bar = QRect(left, inner.center().y() - step, places.number.left() - 2 * step - left,
                       2 * step);
    return places;
}

void paintBar(QPainter* painter, const QRectF& bar, double score, double threshold, bool present,
              const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.shimmer);
    painter->drawRoundedRect(bar, 3, 3);
    QRectF filled = bar;
    filled.setWidth(std::max(2.0, bar.width() * std::clamp(score, 0.0, 1.0)));
    painter->setBrush(present ? colors.present : colors.absent);
    painter->drawRoundedRect(filled, 3, 3);
    if (threshold > 1)
        return;
    const double x = bar.left() + bar.width() * threshold;
    // A gap on both sides keeps the tick visible on the filled part.
    painter->fillRect(QRectF(x - 2, bar.top() - 3, 4, bar.height() + 6), colors.surface);
    painter->fillRect(QRectF(x - 1, bar.top() - 4, 2, bar.height() + 8),
                      palette.color(QPalette::WindowText));
}

} // namespace

void ScoreDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int step = gridStep(option.widget);
    const Colors colors = colorsOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(option.state.testFlag(QStyle::State_HasFocus) ? QPen(colors.accent, 1)
                                                                      : QPen(Qt::NoPen));
        painter->setBrush(colors.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
    }
    const RowPlaces places = placesIn(option, step);
    const bool present = index.data(ScoreModel::PresentRole).toBool();
    const double score = index.data(ScoreModel::ScoreRole).toDouble();
    if (present)
        icon(QStringLiteral("check")).paint(painter, places.mark);
    paintBar(painter, places.bar, score, index.data(ScoreModel::ThresholdRole).toDouble(), present,
             option.palette);
    QFont font = option.font;
    font.setWeight(present ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(present ? option.palette.color(QPalette::WindowText) : colors.muted);
    painter->drawText(places.label, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                        places.label.width()));
    painter->drawText(places.number, Qt::AlignVCenter | Qt::AlignRight,
                      QLocale().toString(score, 'f', 2));
    painter->restore();
}

QSize ScoreDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int step = gridStep(option.widget);
    return {80 * step, option.fontMetrics.height() + 3 * step};
}

} // namespace labelwright
