#include "ui/modeling/experiment_delegate.h"

#include "ui/modeling/experiment_list_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace labelwright {

namespace {

void drawLine(QPainter& painter, const QRect& room, const QString& text, Qt::Alignment side,
              const QColor& color)
{
    painter.setPen(color);
    painter.drawText(room, static_cast<int>(side | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

QSize ExperimentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int step = gridStep(option.widget);
    return {40 * step, 3 * QFontMetrics(option.font).height() + 5 * step};
}

void ExperimentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const Colors colors = colorsOf(option.palette);
    const int step = gridStep(option.widget);
    const int height = QFontMetrics(option.font).height();
    const QColor text = option.palette.color(QPalette::Text);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(step / 2, step / 2, -step / 2, -step / 2);
    painter->setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setBrush(colors.accentSoft);
        painter->drawRoundedRect(card, 1.5 * step, 1.5 * step);
        painter->setBrush(colors.accent);
        painter->drawRoundedRect(QRect(card.left(), card.top() + step, step * 3 / 4,
                                       card.height() - 2 * step), 2, 2);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(colors.shimmer);
        painter->drawRoundedRect(card, 1.5 * step, 1.5 * step);
    }
    QRect line(card.left() + 3 * step, card.top() + 3 * step / 2, card.width() - 5 * step, height);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    drawLine(*painter, line, index.data(Qt::DisplayRole).toString(), Qt::AlignLeft, text);
    painter->setFont(option.font);
    line.translate(0, height + step / 2);
    const auto state = static_cast<ExperimentState>(index.data(ExperimentListModel::StateRole).toInt());
    const QRect mark(line.left(), line.top(), height, height);
    icon(stateIcon(state)).paint(painter, mark);
    drawLine(*painter, line.adjusted(height + step, 0, 0, 0), stateWords(state), Qt::AlignLeft, text);
    line.translate(0, height + step / 2);
    const QString date = index.data(ExperimentListModel::DateRole).toString();
    drawLine(*painter, line, index.data(ExperimentListModel::DetailRole).toString(), Qt::AlignLeft,
             colors.muted);
    line.translate(0, -height - step / 2);
    drawLine(*painter, line, date, Qt::AlignRight, colors.muted);
    painter->restore();
}

} // namespace labelwright
