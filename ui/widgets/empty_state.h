#pragma once

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QProgressBar;
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

    /// Shows work that will fill the view in place of text and buttons, with a way to cancel it.
    /// `share`: 0 to 1 of it is done; nothing while that is unknown.
    void showBusy(const QString& title, const QString& text, std::optional<double> share);
    void endBusy();

Q_SIGNALS:
    void cancelRequested();

private:
    QString m_idleTitle;
    QString m_idleText;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_actions;
    QHBoxLayout* m_buttons;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace labelwright
