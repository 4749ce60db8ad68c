#include "tests/benchmarks/window/paint_watch.h"

#include <QDebug>
#include <QEvent>
#include <QWidget>

namespace labelwright::benchmarks {

PaintWatch::PaintWatch(std::vector<QWidget*> widgets)
    : m_widgets(std::move(widgets))
{
    for (QWidget* widget : m_widgets)
        widget->installEventFilter(this);
}

void PaintWatch::arm()
{
    m_waiting = {m_widgets.begin(), m_widgets.end()};
}

Span PaintWatch::paintedAfter(const std::function<void()>& act)
{
    arm();
    const Stopwatch watch;
    act();
    // The paint events of a window come in one, which has ended when the loop comes back.
    if (!runUntil([this] { return isPainted(); }, 3000))
        qWarning() << "never painted:" << (*m_waiting.begin())->objectName()
                   << (*m_waiting.begin())->metaObject()->className();
    return watch.elapsed();
}

bool PaintWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint)
        m_waiting.erase(watched);
    return false;
}

} // namespace labelwright::benchmarks
