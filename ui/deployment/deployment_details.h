#pragma once

#include "core/project/deployments.h"
#include "core/session/deployment_host.h"
#include "ui/step_page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace labelwright {

class ApiPanel;
class ExportPanel;
class InfoPanel;
class TryPanel;

/// One deployment: name and state with what can be done, then try it, its API, its export,
/// its details.
class DeploymentDetails : public QWidget
{
    Q_OBJECT

public:
    explicit DeploymentDetails(const UiContext& context, QWidget* parent = nullptr);

    /// Shows it, or shows it anew after a change of names or state.
    void setDeployment(const Deployment& deployment);

    [[nodiscard]] TryPanel& tryPanel() { return *m_try; }

Q_SIGNALS:
    void enableWanted(bool enabled);
    void renameWanted();
    void deleteWanted();
    void namesWanted(const QString& input, const QStringList& outputs);
    void failed(const labelwright::Error& error);
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeTabs();
    void showState(DeploymentState state, const QString& problem);
    /// In place of trying: why it cannot be tried now.
    void showOff(DeploymentState state, const QString& problem);

    UiContext m_context;
    Deployment m_deployment;
    DeploymentState m_state = DeploymentState::Disabled;
    QString m_problem;
    QLabel* m_name = nullptr;
    QLabel* m_stateIcon = nullptr;
    QLabel* m_stateWord = nullptr;
    QLabel* m_origin = nullptr;
    QPushButton* m_enable = nullptr;
    QPushButton* m_delete = nullptr;
    QTabWidget* m_tabs = nullptr;
    QStackedWidget* m_tryStack = nullptr;
    QWidget* m_off = nullptr;
    TryPanel* m_try = nullptr;
    ApiPanel* m_api = nullptr;
    InfoPanel* m_info = nullptr;
    ExportPanel* m_export = nullptr;
};

} // namespace labelwright
