#include "ui/deployment/api_panel.h"

#include "core/session/endpoint_host.h"
#include "core/session/workspace.h"
#include "ui/deployment/api_access_card.h"
#include "ui/deployment/api_calls_card.h"
#include "ui/deployment/api_examples_card.h"
#include "ui/deployment/api_service_card.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

ApiPanel::ApiPanel(const UiContext& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("apiPanel"));
    setAccessibleName(tr("Calls from other software"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const content = new QWidget(this);
    setWidget(content);
    m_service = new ApiServiceCard(context, content);
    m_access = new ApiAccessCard(context, content);
    m_examples = new ApiExamplesCard(content);
    m_calls = new ApiCallsCard(context, content);
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 3 * step, 2 * step, 0);
    layout->setSpacing(3 * step);
    layout->addWidget(makeDisabledNote());
    layout->addWidget(m_service);
    layout->addWidget(m_access);
    layout->addWidget(m_examples);
    layout->addWidget(m_calls);
    layout->addStretch();
    connect(&context.workspace.endpoint(), &EndpointHost::changed, this, &ApiPanel::showTarget);
    connect(m_access, &ApiAccessCard::secretChanged, this, &ApiPanel::showTarget);
    connect(m_access, &ApiAccessCard::failed, this, &ApiPanel::failed);
    connect(m_calls, &ApiCallsCard::failed, this, &ApiPanel::failed);
    connect(m_calls, &ApiCallsCard::told, this, &ApiPanel::told);
}

QWidget* ApiPanel::makeDisabledNote()
{
    const int step = gridStep(this);
    auto* const note = new QFrame(widget());
    setCard(note);
    m_disabled = note;
    m_disabledText = new QLabel(note);
    m_disabledText->setObjectName(QStringLiteral("apiDisabled"));
    m_disabledText->setWordWrap(true);
    m_disabledText->setTextFormat(Qt::PlainText);
    auto* const enable = new QPushButton(icon(QStringLiteral("power")), tr("Enable"), note);
    enable->setObjectName(QStringLiteral("apiEnable"));
    auto* const row = new QHBoxLayout(note);
    row->setContentsMargins(4 * step, 3 * step, 4 * step, 3 * step);
    row->setSpacing(3 * step);
    row->addWidget(m_disabledText, 1);
    row->addWidget(enable);
    connect(enable, &QPushButton::clicked, this, [this] { Q_EMIT enableWanted(true); });
    return note;
}

void ApiPanel::setDeployment(const Deployment& deployment)
{
    m_deployment = deployment;
    m_access->setDeployment(deployment);
    m_calls->setDeployment(deployment);
    showDisabled();
    showTarget();
}

void ApiPanel::showDisabled()
{
    const DeploymentHost& host = m_context.workspace.deployments();
    const DeploymentState state = host.state(m_deployment.id);
    m_disabled->setVisible(state == DeploymentState::Disabled || state == DeploymentState::Failed);
    m_disabledText->setText(
        state == DeploymentState::Failed
            ? tr("The deployment cannot be used, so that calls are refused: %1")
                  .arg(host.problem(m_deployment.id))
            : tr("Enable it first: calls of a disabled deployment are refused. Everything below can "
                 "be prepared before."));
}

void ApiPanel::showTarget()
{
    if (!m_deployment.id.isValid())
        return;
    const EndpointHost& host = m_context.workspace.endpoint();
    CallTarget target;
    target.url = host.url();
    target.id = m_deployment.id.value;
    target.name = host.nameOf(m_deployment.id);
    target.inputName = m_deployment.inputName;
    target.outputNames = m_deployment.outputNames;
    target.isPublic = m_deployment.isPublic;
    target.secret = m_access->secret();
    target.projectFolder = m_context.workspace.project().folder();
    m_service->setUrl(forwardUrl(target));
    m_examples->setTarget(target);
}

void ApiPanel::hideEvent(QHideEvent* event)
{
    // A minimised window is not left.
    if (!event->spontaneous())
        m_access->forgetSecret();
    QScrollArea::hideEvent(event);
}

} // namespace labelwright
