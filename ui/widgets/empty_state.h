#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace labelwright {

/// What a view shows while there is nothing: an icon, what would stand here, and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& text,
               QWidget* parent = nullptr);

    /// Adds a button below the text; the first is the primary one.
    QPushButton* addButton(const QString& text);

private:
    QHBoxLayout* m_buttons;
};

} // namespace labelwright
