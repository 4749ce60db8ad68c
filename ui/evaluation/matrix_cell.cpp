#include "ui/evaluation/matrix_cell.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace labelwright {

MatrixCell::MatrixCell(const QString& meaning, bool right, QWidget* parent)
    : QAbstractButton(parent)
    , m_meaning(meaning)
    , m_right(right)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setValue(QStringLiteral("–"), 0);
}

void MatrixCell::setValue(const QString& number, double share)
{
    if (number == m_number && share == m_share)
        return;
    m_number = number;
    m_share = share;
    setAccessibleName(QStringLiteral("%1: %2").arg(m_meaning, number));
    update();
}

QSize MatrixCell::sizeHint() const
{
    const int step = gridStep(this);
    return {std::max(20 * step, fontMetrics().horizontalAdvance(m_meaning) + 3 * step), 13 * step};
}

void MatrixCell::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor ground = m_right ? colors.good : colors.bad;
    ground.setAlphaF(static_cast<float>(0.06 + 0.34 * m_share));
    painter.setPen(QPen(colors.border, 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(area, 5, 5);
    painter.setBrush(ground);
    if (isChecked())
        painter.setPen(QPen(colors.accent, 2.5));
    else if (hasFocus() || (underMouse() && isEnabled() && isCheckable()))
        painter.setPen(QPen(colors.accent, 1.5));
    painter.drawRoundedRect(area, 5, 5);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.45);
    large.setWeight(QFont::DemiBold);
    const double line = fontMetrics().height();
    const double numberHeight = QFontMetricsF(large).height();
    const double top = area.center().y() - (line + numberHeight) / 2;
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(area.left(), top, area.width(), numberHeight), Qt::AlignCenter,
                     m_number);
    painter.setFont(font());
    painter.drawText(QRectF(area.left(), top + numberHeight, area.width(), line), Qt::AlignCenter,
                     m_meaning);
}

} // namespace labelwright
