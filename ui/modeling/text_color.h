#pragma once

#include <QColor>
#include <QLabel>

namespace labelwright {

/// Draws a label's text in a colour of its own; call it again when the palette changes.
inline void setTextColor(QLabel* label, const QColor& color)
{
    const QString sheet = QStringLiteral("QLabel { color: %1; }").arg(color.name());
    if (label->styleSheet() != sheet)
        label->setStyleSheet(sheet);
}

} // namespace labelwright
