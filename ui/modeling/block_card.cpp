#include "ui/modeling/block_card.h"

#include "ui/modeling/text_color.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace labelwright {

BlockCard::BlockCard(int index, QWidget* parent)
    : QFrame(parent)
    , m_index(index)
    , m_layout(new QVBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_lock(new IconLabel(QStringLiteral("lock"), 4 * gridStep(this), this))
    , m_summary(new QLabel(this))
    , m_shape(new QLabel(this))
    , m_cost(new QLabel(this))
    , m_problemRow(new QWidget(this))
    , m_problem(new QLabel(m_problemRow))
{
    const int step = gridStep(this);
    setObjectName(QStringLiteral("blockCard%1").arg(index));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    m_layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    m_layout->setSpacing(step);
    buildHead();
    auto* const row = new QHBoxLayout(m_problemRow);
    row->setContentsMargins(0, step, 0, 0);
    row->setSpacing(2 * step);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("blockProblem%1").arg(index));
    row->addWidget(new IconLabel(QStringLiteral("error"), 4 * step, m_problemRow), 0, Qt::AlignTop);
    row->addWidget(m_problem, 1);
    m_layout->addWidget(m_problemRow);
    m_problemRow->hide();
}

void BlockCard::buildHead()
{
    const int step = gridStep(this);
    auto* const head = new QHBoxLayout;
    head->setSpacing(3 * step);
    auto* const words = new QVBoxLayout;
    words->setSpacing(0);
    auto* const titleRow = new QHBoxLayout;
    titleRow->setSpacing(step);
    setHeading(m_title, 3);
    m_lock->setToolTip(tr("Follows the labels of the target"));
    m_lock->setAccessibleName(tr("Follows the labels of the target"));
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_lock);
    titleRow->addStretch(1);
    setMuted(m_summary);
    m_summary->setWordWrap(true);
    words->addLayout(titleRow);
    words->addWidget(m_summary);
    words->addStretch(1);
    auto* const figures = new QVBoxLayout;
    figures->setSpacing(0);
    m_shape->setToolTip(tr("Output: channels × height × width, or the length of a vector"));
    m_cost->setToolTip(tr("Trainable values, and multiplications with additions per image"));
    setMuted(m_cost);
    m_shape->setAlignment(Qt::AlignRight);
    m_cost->setAlignment(Qt::AlignRight);
    figures->addWidget(m_shape);
    figures->addWidget(m_cost);
    figures->addStretch(1);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    head->addLayout(figures);
    m_layout->addLayout(head);
}

void BlockCard::setContent(const BlockCardContent& content)
{
    m_iconName = content.iconName;
    m_icon->setPixmap(icon(m_iconName).pixmap(6 * gridStep(this)));
    m_title->setText(content.title);
    m_lock->setVisible(content.isTied);
    m_summary->setText(content.summary);
    m_shape->setText(content.shape.isEmpty() ? QStringLiteral("–") : content.shape);
    m_cost->setText(content.cost);
    m_hasProblem = !content.problems.isEmpty();
    m_problem->setText(content.problems.join(u'\n'));
    m_problemRow->setVisible(m_hasProblem);
    colorProblem();
    setAccessibleName(tr("Block %1: %2").arg(m_index + 1).arg(content.title));
    setAccessibleDescription(
        QStringList{content.summary, tr("Output %1").arg(content.shape),
                    QString(content.cost).replace(u'\n', u' '),
                    content.problems.join(u' ')}
            .join(QStringLiteral(". ")));
    update();
}

void BlockCard::colorProblem()
{
    setTextColor(m_problem, colorsOf(palette()).bad);
}

void BlockCard::setSelected(bool selected)
{
    m_isSelected = selected;
    update();
}

QString BlockCard::problemText() const
{
    return m_hasProblem ? m_problem->text() : QString();
}

void BlockCard::addBelow(QWidget* widget)
{
    m_layout->insertWidget(1, widget);
}

void BlockCard::setTools(QWidget* tools)
{
    m_layout->addWidget(tools, 0, Qt::AlignRight);
}

void BlockCard::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isStrong = m_isSelected || m_hasProblem;
    const double width = isStrong ? 2 : 1;
    painter.setBrush(colors.surface);
    painter.setPen(QPen(m_hasProblem ? colors.bad : m_isSelected ? colors.accent : colors.border,
                        width));
    const double inset = width / 2;
    const double radius = 2.0 * gridStep(this);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    // A block with a problem that is selected says both: the border tells one, the bar the other.
    if (m_hasProblem && m_isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(QRectF(0, radius, gridStep(this), height() - 2 * radius), 2, 2);
    }
}

void BlockCard::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    setFocus(Qt::MouseFocusReason);
    Q_EMIT clicked(m_index);
}

void BlockCard::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT clicked(m_index);
}

void BlockCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        Q_EMIT activated(m_index);
    else
        event->ignore(); // The network's: moving from block to block.
}

void BlockCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty()) {
        m_icon->setPixmap(icon(m_iconName).pixmap(6 * gridStep(this)));
        colorProblem();
    }
    QFrame::changeEvent(event);
}

} // namespace labelwright
