#include "ui/deployment/deployment_page.h"

#include "core/session/deployment_host.h"
#include "core/session/workspace.h"
#include "ui/deployment/create_deployment_dialog.h"
#include "ui/deployment/deployment_delegate.h"
#include "ui/deployment/deployment_details.h"
#include "ui/deployment/deployment_list_model.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace labelwright {

DeploymentPage::DeploymentPage(const UiContext& context, QWidget* parent)
    : StepPage(context, tr("Deployment"), parent)
    , m_stack(new QStackedWidget(this))
    , m_create(new QPushButton(tr("Create deployment"), this))
{
    setObjectName(QStringLiteral("deploymentPage"));
    m_create->setObjectName(QStringLiteral("createDeployment"));
    setPrimary(m_create);
    addAction(m_create);
    m_browser = makeBrowser();
    m_nothingTrained = makeNothingTrained();
    m_nothingDeployed = makeNothingDeployed();
    for (QWidget* const page : {m_browser, m_nothingTrained, m_nothingDeployed})
        m_stack->addWidget(page);
    setContent(m_stack);
    connect(m_create, &QPushButton::clicked, this, [this] { askCreate({}, CheckpointKind::Best); });
    connect(&workspace(), &Workspace::experimentsChanged, this, &DeploymentPage::reloadIfVisible);
    connect(&workspace().deployments(), &DeploymentHost::changed, this,
            &DeploymentPage::reloadIfVisible);
    connect(&workspace().training(), &TrainingRunner::epochDone, this, [this] {
        if (m_stack->currentWidget() == m_nothingTrained)
            reloadIfVisible(); // The first epoch leaves the first checkpoint.
    });
    connect(&context.navigator, &Navigator::deploymentRequested, this,
            [this](ExperimentId experiment, CheckpointKind kind) {
                this->context().navigator.show(Step::Deployment);
                askCreate(experiment, kind);
            });
    reload();
}

QWidget* DeploymentPage::makeBrowser()
{
    auto* const splitter = new QSplitter(m_stack);
    const int step = gridStep(this);
    m_list = new QListView(splitter);
    m_list->setObjectName(QStringLiteral("deploymentList"));
    m_list->setAccessibleName(tr("Deployments"));
    m_model = new DeploymentListModel(workspace().deployments(), this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DeploymentDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumWidth(55 * step);
    m_details = new DeploymentDetails(context(), splitter);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(3 * step);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({65 * step, 200 * step});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DeploymentPage::showSelected);
    connectDetails();
    return splitter;
}

void DeploymentPage::connectDetails()
{
    connect(m_details, &DeploymentDetails::enableWanted, this, [this](bool enabled) {
        if (const Deployment* const one = selected())
            setEnabled(one->id, enabled);
    });
    connect(m_details, &DeploymentDetails::renameWanted, this, &DeploymentPage::renameSelected);
    connect(m_details, &DeploymentDetails::deleteWanted, this, &DeploymentPage::deleteSelected);
    connect(m_details, &DeploymentDetails::namesWanted, this, &DeploymentPage::nameSelected);
    connect(m_details, &DeploymentDetails::failed, this,
            [this](const Error& error) { showError(error); });
    connect(m_details, &DeploymentDetails::told, this, [this](const QString& sentence) {
        messages().show(MessageKind::Info, sentence);
    });
}

QWidget* DeploymentPage::makeNothingTrained()
{
    auto* const empty = new EmptyState(
        QStringLiteral("deployment"), tr("Train an experiment first"),
        tr("A deployment is a trained network, with its thresholds, put to use. As soon as an "
           "experiment has finished its first epoch, it can be deployed here."),
        m_stack);
    QPushButton* const button = empty->addButton(tr("Go to Modeling"));
    connect(button, &QPushButton::clicked, this,
            [this] { context().navigator.show(Step::Modeling); });
    return empty;
}

QWidget* DeploymentPage::makeNothingDeployed()
{
    auto* const empty = new EmptyState(
        QStringLiteral("deployment"), tr("No deployment yet"),
        tr("A deployment copies the weights and thresholds of a checkpoint, so that they stay as "
           "they are. Then try it on your own images, and export it."),
        m_stack);
    QPushButton* const button = empty->addButton(tr("Create deployment"));
    button->setObjectName(QStringLiteral("createFirstDeployment"));
    connect(button, &QPushButton::clicked, this, [this] { askCreate({}, CheckpointKind::Best); });
    return empty;
}

void DeploymentPage::enter()
{
    reload();
}

void DeploymentPage::reloadIfVisible()
{
    if (isVisible())
        reload();
}

void DeploymentPage::reload()
{
    auto all = deployments(workspace().project());
    const auto deployables = deployableExperiments(workspace().project());
    if (!accept(all) || !accept(deployables))
        return;
    const Deployment* const before = selected();
    const DeploymentId kept = before != nullptr ? before->id : DeploymentId();
    const bool any = !all->empty();
    m_create->setEnabled(!deployables->empty());
    m_create->setToolTip(deployables->empty() ? tr("Train an experiment first") : QString());
    setSubtitle(any ? tr("%n deployments", nullptr, static_cast<int>(all->size())) : QString());
    m_model->setDeployments(*std::move(all));
    if (!any) {
        m_stack->setCurrentWidget(deployables->empty() ? m_nothingTrained : m_nothingDeployed);
        return;
    }
    m_stack->setCurrentWidget(m_browser);
    select(kept);
}

void DeploymentPage::select(DeploymentId id)
{
    const int row = m_model->rowOf(id);
    const QModelIndex wanted = m_model->index(row < 0 ? 0 : row);
    if (m_list->currentIndex() == wanted)
        showSelected();
    else
        m_list->setCurrentIndex(wanted);
}

const Deployment* DeploymentPage::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &m_model->at(current.row()) : nullptr;
}

void DeploymentPage::showSelected()
{
    if (const Deployment* const one = selected())
        m_details->setDeployment(*one);
}

} // namespace labelwright
