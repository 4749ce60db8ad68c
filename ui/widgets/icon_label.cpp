#include "ui/widgets/icon_label.h"

#include "ui/style/icons.h"

#include <QPainter>

namespace labelwright {

IconLabel::IconLabel(const QString& iconName, int side, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    icon(m_iconName).paint(&painter, rect(), Qt::AlignCenter,
                           isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace labelwright
