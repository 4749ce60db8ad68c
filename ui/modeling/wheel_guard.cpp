#include "ui/modeling/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace labelwright {

WheelGuard::WheelGuard(QWidget* editor)
    : QObject(editor)
{
    editor->setFocusPolicy(Qt::StrongFocus);
    editor->installEventFilter(this);
}

void WheelGuard::watch(QWidget* editor)
{
    new WheelGuard(editor); // Owned by the editor.
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    const auto* const editor = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && editor != nullptr && !editor->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace labelwright
