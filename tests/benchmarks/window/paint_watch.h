#pragma once

#include "tests/benchmarks/window/stopwatch.h"

#include <QObject>

#include <functional>
#include <set>
#include <vector>

class QWidget;

namespace labelwright::benchmarks {

/// Sees when widgets are painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(std::vector<QWidget*> widgets);

    /// From now on each is waited for.
    void arm();
    [[nodiscard]] bool isPainted() const { return m_waiting.empty(); }

    /// How long `act` and painting each of the widgets after it take, until the window shows it.
    Span paintedAfter(const std::function<void()>& act);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<QWidget*> m_widgets;
    std::set<QObject*> m_waiting;
};

} // namespace labelwright::benchmarks
