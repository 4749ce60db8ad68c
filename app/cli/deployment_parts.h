#pragma once

#include "app/cli/command.h"
#include "core/project/deployment_access.h"
#include "core/project/deployments.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace labelwright::cli {

/// What the commands about deployments are given.
struct DeploymentText
{
    CheckpointOptions checkpoint;
    std::string deployment; ///< Its number or name.
    std::string name;
    std::string expires;
    std::string input;
    std::vector<std::string> outputs;
    std::string onOff;
    qint64 token = 0;
};

/// The deployment with this number or, where there is none, with this name. Fails for a name that
/// several have.
Result<Deployment> chosenDeployment(const Project& project, const QString& numberOrName);

/// "public", "no token" or the number of tokens that let somebody in at the moment.
QString accessText(const Deployment& deployment, const std::vector<DeploymentToken>& tokens);

QJsonObject deploymentJson(const Deployment& deployment,
                           const std::vector<DeploymentToken>& tokens);

/// Never holds the digest, let alone the secret.
QJsonObject tokenJson(const DeploymentToken& token);

/// Says the sentence and, as JSON, how the deployment stands now.
Result<int> tellDeployment(const Project& project, DeploymentId id, const QString& sentence,
                           Context& context);

using DeploymentRun = std::function<Result<int>(Project& project, const Deployment& deployment,
                                                const DeploymentText& given, Context& context)>;

/// A command about one deployment, which it finds by number or name.
CLI::App* addDeploymentCommand(Commands& commands, CLI::App* parent, const std::string& name,
                               const std::string& description, Access access,
                               const std::shared_ptr<DeploymentText>& given, DeploymentRun run);

/// deployment token|tokens|revoke|public|log.
void addDeploymentAccessCommands(Commands& commands, CLI::App* parent,
                                 const std::shared_ptr<DeploymentText>& given);

} // namespace labelwright::cli
