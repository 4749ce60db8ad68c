#pragma once

#include <QObject>

class QWidget;

namespace labelwright {

/// A wheel over a form scrolls the form; it changes a value only where a person is editing.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    /// Watches `editor` for as long as that lives.
    static void watch(QWidget* editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit WheelGuard(QWidget* editor);
};

} // namespace labelwright
