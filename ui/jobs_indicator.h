#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace labelwright {

class Workspace;

/// The status line's part: what is going on in the background, how far, how long still, with Cancel;
/// "All saved" while nothing is.
class JobsIndicator : public QWidget
{
    Q_OBJECT

public:
    explicit JobsIndicator(QWidget* parent = nullptr);

    /// Null while no project is open.
    void setWorkspace(Workspace* workspace);

private:
    void refresh();
    void cancelShown();

    Workspace* m_workspace = nullptr;
    int m_shownJob = 0;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

/// "3 s", "2 min", "1 h 20 min"; rounded up, never 0.
QString durationInWords(double seconds);

} // namespace labelwright
