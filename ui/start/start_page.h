#pragma once

#include <QWidget>

class QLabel;
class QLayout;
class QListWidget;
class QListWidgetItem;

namespace labelwright {

class MessageBar;

/// What stands in the window while no project is open: recent projects, New, Open, Try the sample.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Reads the recent projects again.
    void refresh();
    [[nodiscard]] MessageBar& messages() { return *m_messages; }

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void recentRequested(const QString& folder);
    void sampleRequested();

private:
    QLayout* makeCards();
    void prepareRecent();
    void ask(const QListWidgetItem* item);

    MessageBar* m_messages;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
};

} // namespace labelwright
