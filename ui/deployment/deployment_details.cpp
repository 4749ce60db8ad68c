#include "ui/deployment/deployment_details.h"

#include "core/session/workspace.h"
#include "ui/deployment/api_panel.h"
#include "ui/deployment/deployment_words.h"
#include "ui/deployment/export_panel.h"
#include "ui/deployment/info_panel.h"
#include "ui/deployment/try_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

DeploymentDetails::DeploymentDetails(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * step, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(makeHeader());
    layout->addWidget(makeTabs(), 1);
    connect(m_try, &TryPanel::failed, this, &DeploymentDetails::failed);
    connect(m_try, &TryPanel::told, this, &DeploymentDetails::told);
    connect(m_api, &ApiPanel::enableWanted, this, &DeploymentDetails::enableWanted);
    connect(m_api, &ApiPanel::failed, this, &DeploymentDetails::failed);
    connect(m_api, &ApiPanel::told, this, &DeploymentDetails::told);
    connect(m_export, &ExportPanel::failed, this, &DeploymentDetails::failed);
    connect(m_info, &InfoPanel::namesWanted, this, &DeploymentDetails::namesWanted);
}

QWidget* DeploymentDetails::makeHeader()
{
    const int step = gridStep(this);
    auto* const header = new QWidget(this);
    m_name = new QLabel(header);
    m_name->setObjectName(QStringLiteral("deploymentTitle"));
    m_name->setTextFormat(Qt::PlainText);
    setHeading(m_name, 2);
    auto* const rename = new QToolButton(header);
    rename->setObjectName(QStringLiteral("deploymentRename"));
    rename->setIcon(icon(QStringLiteral("edit")));
    rename->setToolTip(tr("Rename this deployment"));
    rename->setAccessibleName(tr("Rename this deployment"));
    m_stateIcon = new QLabel(header);
    m_stateWord = new QLabel(header);
    m_stateWord->setObjectName(QStringLiteral("deploymentState"));
    m_origin = new QLabel(header);
    m_origin->setTextFormat(Qt::PlainText);
    setMuted(m_origin);
    m_enable = new QPushButton(header);
    m_enable->setObjectName(QStringLiteral("deploymentEnable"));
    m_delete = new QPushButton(icon(QStringLiteral("delete")), tr("Delete…"), header);
    m_delete->setObjectName(QStringLiteral("deploymentDelete"));
    auto* const title = new QHBoxLayout;
    title->setSpacing(2 * step);
    title->addWidget(m_name);
    title->addWidget(rename);
    title->addStretch();
    title->addWidget(m_stateIcon);
    title->addWidget(m_stateWord);
    title->addSpacing(2 * step);
    title->addWidget(m_enable);
    title->addWidget(m_delete);
    auto* const layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step / 2);
    layout->addLayout(title);
    layout->addWidget(m_origin);
    connect(rename, &QToolButton::clicked, this, &DeploymentDetails::renameWanted);
    connect(m_delete, &QPushButton::clicked, this, &DeploymentDetails::deleteWanted);
    connect(m_enable, &QPushButton::clicked, this,
            [this] { Q_EMIT enableWanted(!m_deployment.enabled); });
    return header;
}

QWidget* DeploymentDetails::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("deploymentTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_try = new TryPanel(m_context, m_tabs);
    m_tryStack = new QStackedWidget(m_tabs);
    m_tryStack->addWidget(m_try);
    m_api = new ApiPanel(m_context, m_tabs);
    m_info = new InfoPanel(m_tabs);
    m_export = new ExportPanel(m_context, m_tabs);
    auto* const scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_export);
    m_tabs->addTab(m_tryStack, tr("Try it"));
    m_tabs->addTab(m_api, tr("API"));
    m_tabs->addTab(scroll, tr("Export"));
    m_tabs->addTab(m_info, tr("Details"));
    return m_tabs;
}

void DeploymentDetails::setDeployment(const Deployment& deployment)
{
    m_deployment = deployment;
    // Long names must not widen the window.
    const int step = gridStep(this);
    m_name->setText(
        m_name->fontMetrics().elidedText(deployment.name, Qt::ElideMiddle, 100 * step));
    m_name->setToolTip(deployment.name);
    const QString experiment =
        fontMetrics().elidedText(deployment.experimentName, Qt::ElideMiddle, 80 * step);
    m_origin->setText(tr("%1 · %2 · created %3")
                          .arg(experiment,
                               checkpointWord(deployment.kind, deployment.epoch),
                               QLocale().toString(deployment.created.date(), QLocale::ShortFormat)));
    const DeploymentHost& host = m_context.workspace.deployments();
    m_try->setDeployment(deployment, host.service(deployment.id));
    m_api->setDeployment(deployment);
    m_info->setDeployment(deployment);
    m_export->setDeployment(deployment);
    showState(host.state(deployment.id), host.problem(deployment.id));
}

void DeploymentDetails::showState(DeploymentState state, const QString& problem)
{
    const bool same = m_off != nullptr && state == m_state && problem == m_problem;
    m_state = state;
    m_problem = problem;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_stateIcon->setPixmap(icon(stateIconName(state)).pixmap(side));
    m_stateWord->setText(stateWord(state));
    m_stateWord->setToolTip(problem);
    m_enable->setText(m_deployment.enabled ? tr("Disable") : tr("Enable"));
    m_enable->setIcon(icon(QStringLiteral("power")));
    m_delete->setEnabled(!m_deployment.enabled);
    m_delete->setToolTip(m_deployment.enabled
                             ? tr("Disable the deployment first, then it can be deleted.")
                             : tr("Delete this deployment with its copy of the weights"));
    if (!same) // Otherwise the page keeps its keyboard focus.
        showOff(state, problem);
}

void DeploymentDetails::showOff(DeploymentState state, const QString& problem)
{
    delete m_off;
    m_off = nullptr;
    if (state == DeploymentState::Ready) {
        m_tryStack->setCurrentWidget(m_try);
        return;
    }
    EmptyState* off = nullptr;
    if (state == DeploymentState::Warming) {
        off = new EmptyState(stateIconName(state), tr("Warming up…"),
                             tr("The network is being loaded and run once, so that the first image "
                                "is answered as fast as later ones."), m_tryStack);
    } else if (state == DeploymentState::Failed) {
        off = new EmptyState(stateIconName(state), tr("The deployment cannot be used"), problem,
                             m_tryStack);
    } else {
        off = new EmptyState(stateIconName(state), tr("Enable it first"),
                             tr("An enabled deployment keeps its network loaded, so that images are "
                                "answered at once. It stays enabled when you come back."), m_tryStack);
    }
    if (state != DeploymentState::Warming) {
        QPushButton* const button = off->addButton(
            state == DeploymentState::Failed ? tr("Try again") : tr("Enable"));
        button->setObjectName(QStringLiteral("tryEnable"));
        // Queued: the click replaces the page that holds the button.
        connect(button, &QPushButton::clicked, this, [this] { Q_EMIT enableWanted(true); },
                Qt::QueuedConnection);
    }
    m_off = off;
    m_tryStack->addWidget(off);
    m_tryStack->setCurrentWidget(off);
}

void DeploymentDetails::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_deployment.id.isValid()) {
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
        m_stateIcon->setPixmap(icon(stateIconName(m_state)).pixmap(side));
    }
    QWidget::changeEvent(event);
}

} // namespace labelwright
