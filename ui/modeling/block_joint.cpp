#include "ui/modeling/block_joint.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace labelwright {

BlockJoint::BlockJoint(int place, QWidget* parent)
    : QWidget(parent)
    , m_add(new QToolButton(this))
{
    const int step = gridStep(this);
    setFixedHeight(8 * step);
    auto* const menu = new QMenu(m_add);
    menu->setToolTipsVisible(true);
    for (const BlockKindWords& words : addableBlocks()) {
        QAction* const action = menu->addAction(icon(words.iconName), words.title);
        action->setToolTip(words.purpose);
        action->setData(static_cast<int>(words.kind));
        connect(action, &QAction::triggered, this,
                [this, kind = words.kind, place] { Q_EMIT addRequested(kind, place); });
    }
    m_add->setObjectName(QStringLiteral("addBlock%1").arg(place));
    m_add->setIcon(icon(QStringLiteral("add")));
    m_add->setIconSize(QSize(4 * step, 4 * step));
    m_add->setFixedSize(6 * step, 6 * step);
    m_add->setToolTip(tr("Add a block here"));
    m_add->setAccessibleName(tr("Add a block at place %1").arg(place + 1));
    m_add->setMenu(menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setStyleSheet(QStringLiteral("QToolButton { padding: 0; min-width: 0; min-height: 0; }"
                                        "QToolButton::menu-indicator { image: none; }"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_add, 0, Qt::AlignCenter);
}

void BlockJoint::setEditable(bool editable)
{
    m_add->setVisible(editable);
}

void BlockJoint::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    const double step = gridStep(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.muted, 1.5));
    const double x = width() / 2.0;
    const double end = height() - 1.0;
    painter.drawLine(QPointF(x, 0), QPointF(x, end));
    painter.drawLine(QPointF(x, end), QPointF(x - step, end - step));
    painter.drawLine(QPointF(x, end), QPointF(x + step, end - step));
    if (m_add->isVisible()) {
        painter.setPen(QPen(colors.border, 1));
        painter.setBrush(colors.surface);
        painter.drawEllipse(QRectF(m_add->geometry()).adjusted(1, 1, -1, -1));
    }
}

} // namespace labelwright
