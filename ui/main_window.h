#pragma once

#include "core/base/result.h"
#include "ui/dialogs.h"
#include "ui/navigator.h"

#include <QMainWindow>

#include <memory>
#include <vector>

class QButtonGroup;
class QStackedWidget;

namespace labelwright {

class JobsIndicator;
class StartPage;
class StepPage;
class Workspace;

/// The window: the steps in a sidebar, the current step's page, jobs in the status line. Holds the
/// one open project; without one, the start page fills it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Dialogs dialogs = platformDialogs(), QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Closes what is open and opens, or makes, the project in `folder`. A failure is shown on the
    /// page in front. Nothing happens when a run is going on that the user does not want to stop.
    bool openProject(const QString& folder);
    bool createProject(const QString& folder);
    void closeProject();

    [[nodiscard]] Workspace* workspace() const { return m_workspace.get(); }
    [[nodiscard]] Navigator& navigator() { return m_navigator; }
    /// Nothing while no project is open.
    [[nodiscard]] StepPage* page(Step step) const;
    [[nodiscard]] Step currentStep() const;
    void showStep(Step step);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildSidebar();
    void buildMenus();
    void buildPages();
    /// Asks before a run is stopped.
    [[nodiscard]] bool mayLeaveProject();
    void adopt(std::unique_ptr<Workspace> workspace);
    bool adoptOrShow(Result<std::unique_ptr<Workspace>> workspace);
    /// A project for what is dropped or drawn while none is open.
    bool makeProjectFor(const QString& name);
    void importDropped(const QString& path);
    void trySample();
    void askNew();
    void askOpen();
    void showError(const Error& error);
    void updateTitle();

    Dialogs m_dialogs;
    Navigator m_navigator;
    std::unique_ptr<Workspace> m_workspace;
    QWidget* m_sidebar = nullptr;
    QButtonGroup* m_steps = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    JobsIndicator* m_jobs = nullptr;
    std::vector<StepPage*> m_pages; ///< By step; empty while no project is open.
};

} // namespace labelwright
