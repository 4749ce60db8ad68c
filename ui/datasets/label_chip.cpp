#include "ui/datasets/label_chip.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace labelwright {

LabelChip::LabelChip(const QString& label, QWidget* parent) : QToolButton(parent), m_label(label)
{
    setObjectName(QStringLiteral("chip-%1").arg(label));
    setToolTip(tr("Click: only images with '%1'. Alt-click, right click or Shift+Space: only "
                  "images without it. Once more: all.")
                   .arg(label));
    refreshLook();
}

void LabelChip::setFilter(LabelFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refreshLook();
}

void LabelChip::refreshLook()
{
    const Colors colors = colorsOf(palette());
    QString border = colors.border.name();
    QString ground = colors.surface.name();
    QString state = tr("not filtered");
    QString mark;
    // The ampersand would be taken for a mnemonic.
    QString name = m_label;
    name.replace(u'&', QStringLiteral("&&"));
    if (m_filter == LabelFilter::Include) {
        border = colors.accent.name();
        ground = colors.accentSoft.name();
        state = tr("included");
        mark = QStringLiteral("✓ ");
    } else if (m_filter == LabelFilter::Exclude) {
        border = colors.bad.name();
        state = tr("excluded");
        mark = QStringLiteral("✗ ");
    }
    setText(mark + name);
    setAccessibleName(tr("Filter by %1: %2").arg(m_label, state));
    const QString sheet =
        QStringLiteral("QToolButton { border: 1px solid %1; background: %2; border-radius: %3px;"
                       " padding: 2px 9px; } QToolButton:focus { border: 2px solid %4;"
                       " padding: 1px 8px; }")
            .arg(border, ground)
            .arg(5 * gridStep(this) / 2)
            .arg(colors.accent.name());
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
}

void LabelChip::request(LabelFilter wanted)
{
    Q_EMIT filterRequested(m_label, m_filter == wanted ? LabelFilter::Off : wanted);
}

void LabelChip::mouseReleaseEvent(QMouseEvent* event)
{
    const bool inside = rect().contains(event->position().toPoint());
    const bool exclude =
        event->button() == Qt::RightButton || event->modifiers().testFlag(Qt::AltModifier);
    QToolButton::mouseReleaseEvent(event);
    if (inside && (event->button() == Qt::LeftButton || event->button() == Qt::RightButton))
        request(exclude ? LabelFilter::Exclude : LabelFilter::Include);
}

void LabelChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Return) {
        QToolButton::keyPressEvent(event);
        return;
    }
    request(event->modifiers().testFlag(Qt::ShiftModifier) ? LabelFilter::Exclude
                                                           : LabelFilter::Include);
}

void LabelChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
    QToolButton::changeEvent(event);
}

} // namespace labelwright
