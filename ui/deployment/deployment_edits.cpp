// What DeploymentPage changes: making, enabling, renaming and deleting deployments.

#include "core/session/deployment_host.h"
#include "core/session/workspace.h"
#include "ui/deployment/create_deployment_dialog.h"
#include "ui/deployment/deployment_page.h"
#include "ui/widgets/message_bar.h"

namespace labelwright {

void DeploymentPage::askCreate(ExperimentId experiment, CheckpointKind kind)
{
    auto deployables = deployableExperiments(workspace().project());
    if (!accept(deployables))
        return;
    if (deployables->empty()) {
        messages().show(MessageKind::Info, tr("Train an experiment first: there is no checkpoint "
                                              "that could be deployed."));
        return;
    }
    auto* const dialog = new CreateDeploymentDialog(workspace().project(), *std::move(deployables),
                                                    experiment, kind, this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { create(dialog->checkpoint(), dialog->name()); });
    connect(&workspace(), &Workspace::decisionsChanged, dialog,
            &CreateDeploymentDialog::showThresholds);
    connect(&workspace().training(), &TrainingRunner::epochDone, dialog,
            &CreateDeploymentDialog::reload);
    connect(&workspace(), &Workspace::experimentsChanged, dialog, &CreateDeploymentDialog::reload);
    dialog->open();
}

void DeploymentPage::create(CheckpointId checkpoint, const QString& name)
{
    workspace().run<Deployment>(
        tr("Creating deployment %1").arg(name), this,
        [checkpoint, name](Project& project, const ProgressCallback&, std::stop_token) {
            return createDeployment(project, checkpoint, name);
        },
        [this](const Result<Deployment>& made) {
            if (accept(made))
                created(*made);
        });
}

void DeploymentPage::created(const Deployment& deployment)
{
    workspace().deployments().tellChanged();
    reload();
    select(deployment.id);
    messages().showAction(MessageKind::Success,
                          tr("The deployment “%1” was created.").arg(deployment.name), tr("Enable it"),
                          [this, id = deployment.id] { setEnabled(id, true); });
}

void DeploymentPage::setEnabled(DeploymentId id, bool enabled)
{
    messages().clear();
    accept(workspace().deployments().setEnabled(id, enabled));
}

void DeploymentPage::renameSelected()
{
    const Deployment* const one = selected();
    if (one == nullptr)
        return;
    const DeploymentId id = one->id;
    const QString name = context().dialogs.askText(this, tr("Rename the deployment"), one->name);
    if (!name.isEmpty() && accept(renameDeployment(workspace().project(), id, name)))
        workspace().deployments().tellChanged();
}

void DeploymentPage::deleteSelected()
{
    const Deployment* const one = selected();
    if (one == nullptr)
        return;
    const DeploymentId id = one->id;
    const QString name = one->name;
    const ConfirmQuestion question{
        tr("Delete the deployment"),
        tr("Delete “%1” with its copy of the weights and thresholds? This cannot be undone.")
            .arg(name),
        tr("Delete")};
    if (!context().dialogs.confirm(this, question))
        return;
    if (accept(workspace().deployments().remove(id)))
        messages().show(MessageKind::Info, tr("The deployment “%1” was deleted.").arg(name));
}

void DeploymentPage::nameSelected(const QString& input, const QStringList& outputs)
{
    const Deployment* const one = selected();
    if (one == nullptr)
        return;
    if (!accept(setDeploymentNames(workspace().project(), one->id, input, outputs)))
        return;
    messages().clear();
    workspace().deployments().tellChanged();
}

} // namespace labelwright
