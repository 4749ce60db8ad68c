#pragma once

#include "core/project/deployments.h"
#include "core/session/deployment_host.h"
#include "ui/step_page.h"

#include <QScrollArea>

class QLabel;

namespace labelwright {

class ApiAccessCard;
class ApiCallsCard;
class ApiExamplesCard;
class ApiServiceCard;

/// How other software calls a deployment: the service, who may call, examples, and who did. The
/// secret of a new token is forgotten when the panel is left.
class ApiPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ApiPanel(const UiContext& context, QWidget* parent = nullptr);

    void setDeployment(const Deployment& deployment);

Q_SIGNALS:
    void enableWanted(bool enabled);
    void failed(const labelwright::Error& error);
    void told(const QString& sentence);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeDisabledNote();
    void showTarget();
    void showDisabled();

    UiContext m_context;
    Deployment m_deployment;
    QWidget* m_disabled = nullptr;
    QLabel* m_disabledText = nullptr;
    ApiServiceCard* m_service = nullptr;
    ApiAccessCard* m_access = nullptr;
    ApiExamplesCard* m_examples = nullptr;
    ApiCallsCard* m_calls = nullptr;
};

} // namespace labelwright
