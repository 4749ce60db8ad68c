#include "ui/deployment/deployment_delegate.h"

#include "ui/deployment/deployment_list_model.h"
#include "ui/deployment/deployment_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QWidget>

namespace labelwright {

namespace {

QColor stateColor(DeploymentState state, const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    switch (state) {
    case DeploymentState::Ready: return colors.good;
    case DeploymentState::Failed: return colors.bad;
    case DeploymentState::Warming: return colors.warning;
    case DeploymentState::Disabled: break;
    }
    return colors.muted;
}

void paintGround(QPainter* painter, const QStyleOptionViewItem& option, int step)
{
    const Colors colors = colorsOf(option.palette);
    const QRectF ground = QRectF(option.rect).adjusted(step, step / 2.0, -step, -step / 2.0);
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(focused ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
    painter->setBrush(selected ? colors.accentSoft : QColor(Qt::transparent));
    painter->drawRoundedRect(ground, 6, 6);
}

} // namespace

void DeploymentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    painter->save();
    const int step = gridStep(option.widget);
    paintGround(painter, option, step);
    const QRect inner = option.rect.adjusted(3 * step, 2 * step, -3 * step, -2 * step);
    const int line = option.fontMetrics.height();
    const auto state = static_cast<DeploymentState>(
        index.data(DeploymentListModel::StateRole).toInt());
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const auto put = [&](const QRect& place, int flags, const QString& text) {
        painter->drawText(place, flags | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle, place.width()));
    };
    const QRect first(inner.left(), inner.top(), inner.width(), line);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::WindowText));
    put(first, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    painter->setPen(colorsOf(option.palette).muted);
    const QRect second = first.translated(0, line + step / 2);
    put(second, Qt::AlignLeft, index.data(DeploymentListModel::OriginRole).toString());
    const QRect third = second.translated(0, line + step / 2);
    const int side = line - 2;
    icon(stateIconName(state)).paint(painter, QRect(third.left(), third.top() + 1, side, side));
    painter->setPen(stateColor(state, option.palette));
    put(third.adjusted(side + step, 0, 0, 0), Qt::AlignLeft, stateWord(state));
    painter->setPen(colorsOf(option.palette).muted);
    put(third, Qt::AlignRight, index.data(DeploymentListModel::DateRole).toString());
    painter->restore();
}

QSize DeploymentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int step = gridStep(option.widget);
    return {60 * step, 3 * option.fontMetrics.height() + 5 * step};
}

} // namespace labelwright
