#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/deployment/endpoint.h"
#include "core/session/endpoint_log.h"
#include "core/session/endpoint_settings.h"
#include "core/session/served_models.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace labelwright {

class Workspace;

/// Where the service stands.
enum class EndpointState {
    Stopped,
    Starting,
    Running,
    Stopping,
    Failed, ///< It could not be started; `problem` says why.
};

/// The HTTP service of an open project: offers its deployments as they stand, and keeps a log of
/// its callers. Starting and stopping go on in jobs. Lives on the GUI's thread.
class EndpointHost : public QObject
{
    Q_OBJECT

public:
    explicit EndpointHost(Workspace& workspace);
    ~EndpointHost() override;

    /// Starts it where it was running when the project was closed.
    void restore();

    /// Starts it, or moves it when it runs elsewhere. What has been chosen is remembered, and that
    /// it runs as soon as it does.
    void start(const EndpointSettings& settings);
    void stop();

    [[nodiscard]] EndpointState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == EndpointState::Running; }
    [[nodiscard]] const EndpointSettings& settings() const { return m_settings; }

    /// Why it failed, or why the latest edits of deployments are not offered; one sentence.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// "http://127.0.0.1:8080": for callers, so never a wildcard. As it will be while it is stopped.
    [[nodiscard]] QString url() const;

    /// The deployment's name in URLs of the Open Inference Protocol.
    [[nodiscard]] QString nameOf(DeploymentId deployment) const;

    [[nodiscard]] EndpointLog& log() { return *m_log; }

Q_SIGNALS:
    /// State, problem or names are others.
    void changed();

private:
    void refresh();
    /// Goes one step from what is to what is wanted.
    void advance();
    void arrived(Result<std::shared_ptr<Endpoint>> endpoint, const EndpointSettings& tried);
    void setState(EndpointState state, const QString& problem = {});

    Workspace& m_workspace;
    std::shared_ptr<EndpointLog> m_log; ///< Before the endpoint, whose threads write to it.
    ServedModels m_served;
    std::vector<EndpointModel> m_offer;
    EndpointSettings m_settings;
    EndpointState m_state = EndpointState::Stopped;
    QString m_problem;
    bool m_wanted = false;
    bool m_isBusy = false; ///< A job starts or stops it.
    EndpointSettings m_runningSettings;
    std::shared_ptr<Endpoint> m_endpoint;
};

} // namespace labelwright
