#pragma once

#include "core/project/deployments.h"
#include "ui/step_page.h"

#include <optional>

class QListView;
class QPushButton;
class QStackedWidget;

namespace labelwright {

class DeploymentDetails;
class DeploymentListModel;

/// The project's deployments: made from checkpoints, enabled, tried on images, exported.
class DeploymentPage : public StepPage
{
    Q_OBJECT

public:
    explicit DeploymentPage(const UiContext& context, QWidget* parent = nullptr);

    void enter() override;

private:
    QWidget* makeBrowser();
    QWidget* makeNothingTrained();
    QWidget* makeNothingDeployed();
    void connectDetails();
    void reload();
    /// Only while in front: `enter` reloads anyway.
    void reloadIfVisible();
    void showSelected();
    void select(DeploymentId id);
    void askCreate(ExperimentId experiment, CheckpointKind kind);
    void create(CheckpointId checkpoint, const QString& name);
    void created(const Deployment& deployment);
    void setEnabled(DeploymentId id, bool enabled);
    void renameSelected();
    void deleteSelected();
    void nameSelected(const QString& input, const QStringList& outputs);
    [[nodiscard]] const Deployment* selected() const;

    QStackedWidget* m_stack = nullptr;
    QWidget* m_browser = nullptr;
    QWidget* m_nothingTrained = nullptr;
    QWidget* m_nothingDeployed = nullptr;
    QListView* m_list = nullptr;
    QPushButton* m_create = nullptr;
    DeploymentListModel* m_model = nullptr;
    DeploymentDetails* m_details = nullptr;
};

} // namespace labelwright
