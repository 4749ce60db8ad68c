#include "ui/start/card_button.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace labelwright {

CardButton::CardButton(const QString& iconName, const QString& title, const QString& sentence,
                       CardLook look, QWidget* parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_sentence(sentence)
    , m_look(look)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont CardButton::titleFont() const
{
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QRect CardButton::textRect(int width, const QFont& font, const QString& text) const
{
    const int inner = width - 8 * gridStep(this);
    return QFontMetrics(font).boundingRect(QRect(0, 0, inner, 10'000), Qt::TextWordWrap, text);
}

int CardButton::heightForWidth(int width) const
{
    const int step = gridStep(this);
    return 4 * step + 7 * step + 3 * step + textRect(width, titleFont(), text()).height() + step
           + textRect(width, font(), m_sentence).height() + 4 * step;
}

QSize CardButton::sizeHint() const
{
    const int width = 60 * gridStep(this);
    return {width, heightForWidth(width)};
}

QSize CardButton::minimumSizeHint() const
{
    const int width = 44 * gridStep(this);
    return {width, heightForWidth(width)};
}

void CardButton::paintGround(QPainter& painter) const
{
    const Colors colors = colorsOf(palette());
    const bool primary = m_look == CardLook::Primary;
    QColor ground = primary ? colors.accent : colors.surface;
    if (isDown())
        ground = primary ? ground.darker(115) : colors.accentSoft;
    else if (underMouse() && primary)
        ground = ground.lighter(isDark(palette()) ? 108 : 112);
    const bool marked = hasFocus() || underMouse();
    const int width = hasFocus() ? 2 : 1;
    QColor line = marked ? colors.accent : colors.border;
    if (primary)
        line = hasFocus() ? palette().color(QPalette::WindowText) : ground;
    painter.setPen(QPen(line, width));
    painter.setBrush(ground);
    const double inset = width / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 10, 10);
}

void CardButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const Colors colors = colorsOf(palette());
    const bool primary = m_look == CardLook::Primary;
    const int step = gridStep(this);
    const int margin = 4 * step;
    const QRect picture(margin, margin, 7 * step, 7 * step);
    labelwright::icon(m_iconName)
        .paint(&painter, picture, Qt::AlignCenter, primary ? QIcon::Selected : QIcon::Normal,
               primary ? QIcon::Off : QIcon::On);
    QRect area = rect().adjusted(margin, picture.bottom() + 3 * step, -margin, -margin);
    painter.setPen(primary ? colors.accentText : palette().color(QPalette::WindowText));
    painter.setFont(titleFont());
    QRect used;
    painter.drawText(area, Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading, text(), &used);
    area.setTop(used.bottom() + step);
    painter.setPen(primary ? colors.accentText : colors.muted);
    painter.setFont(font());
    painter.drawText(area, Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading, m_sentence);
}

bool CardButton::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::PaletteChange: update(); break;
    case QEvent::FontChange: updateGeometry(); break;
    case QEvent::KeyPress:
        // Enter works like Space: a card is no checkbox.
        if (const int key = static_cast<QKeyEvent*>(event)->key();
            key == Qt::Key_Return || key == Qt::Key_Enter) {
            click();
            return true;
        }
        break;
    default: break;
    }
    return QAbstractButton::event(event);
}

} // namespace labelwright
