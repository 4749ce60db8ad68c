#pragma once

#include "core/dataset/sample_query.h"

#include <QToolButton>

namespace labelwright {

/// A label in the filter bar: a click includes it, Alt-click, Shift+Space or a right click excludes
/// it, and once more takes it out. A tick or a cross before the name tells the state.
class LabelChip : public QToolButton
{
    Q_OBJECT

public:
    explicit LabelChip(const QString& label, QWidget* parent = nullptr);

    [[nodiscard]] const QString& label() const { return m_label; }
    [[nodiscard]] LabelFilter filter() const { return m_filter; }
    /// Shows a state; asks for nothing.
    void setFilter(LabelFilter filter);

Q_SIGNALS:
    void filterRequested(const QString& label, labelwright::LabelFilter filter);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void request(LabelFilter wanted);
    void refreshLook();

    QString m_label;
    LabelFilter m_filter = LabelFilter::Off;
};

} // namespace labelwright
