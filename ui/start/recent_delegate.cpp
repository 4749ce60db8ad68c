#include "ui/start/recent_delegate.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QPainter>

namespace labelwright {

namespace {

/// A home folder's own part tells a person nothing.
QString shortPath(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QStringLiteral("~") + path.mid(home.size())
                                                    : path;
}

QFont nameFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Colors colors = colorsOf(option.palette);
    const int step = gridStep(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    if (hovered || current) {
        painter->setPen(current ? QPen(colors.accent) : QPen(Qt::NoPen));
        painter->setBrush(colors.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect inner = option.rect.adjusted(3 * step, 2 * step, -3 * step, -2 * step);
    const QRect picture(inner.left(), inner.top(), 5 * step, inner.height());
    icon(QStringLiteral("folder")).paint(painter, picture);
    const QRect texts = inner.adjusted(8 * step, 0, 0, 0);
    painter->setFont(nameFont(option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(texts, Qt::AlignTop | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle,
                                                        texts.width()));
    painter->setFont(option.font);
    painter->setPen(colors.muted);
    painter->drawText(texts, Qt::AlignBottom | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(
                          shortPath(index.data(Qt::UserRole).toString()), Qt::ElideMiddle,
                          texts.width()));
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int line = QFontMetrics(option.font).height();
    return {20 * line, 2 * line + 5 * gridStep(option.widget)};
}

} // namespace labelwright
