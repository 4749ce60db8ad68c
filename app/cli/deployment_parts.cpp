#include "app/cli/deployment_parts.h"

#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"

#include <QJsonArray>

#include <algorithm>

namespace labelwright::cli {

namespace {

QString utcText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QJsonValue timeOrNull(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(utcText(*time)) : QJsonValue(QJsonValue::Null);
}

qint64 validNow(const std::vector<DeploymentToken>& tokens)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return std::count_if(tokens.begin(), tokens.end(), [&](const DeploymentToken& token) {
        return token.isValidAt(now);
    });
}

QJsonObject thresholdsJson(const Deployment& deployment)
{
    QJsonObject thresholds;
    for (std::size_t i = 0; i < deployment.decisions.size(); ++i)
        thresholds.insert(deployment.outputNames.at(static_cast<qsizetype>(i)),
                          static_cast<double>(deployment.decisions[i].threshold));
    return thresholds;
}

} // namespace

Result<Deployment> chosenDeployment(const Project& project, const QString& numberOrName)
{
    const auto all = deployments(project);
    if (!all)
        return failureOf(all);
    const QString wanted = numberOrName.trimmed();
    const auto numbered = std::find_if(all->begin(), all->end(), [&](const Deployment& one) {
        return QString::number(one.id.value) == wanted;
    });
    if (numbered != all->end())
        return *numbered;
    const auto hasName = [&](const Deployment& one) { return one.name == wanted; };
    const auto first = std::find_if(all->begin(), all->end(), hasName);
    if (first == all->end())
        return failure(QStringLiteral("The deployment '%1' does not exist; see `deployment list`.")
                           .arg(wanted));
    if (std::count_if(first, all->end(), hasName) > 1)
        return failure(QStringLiteral("Several deployments are called '%1'; give the number that "
                                      "`deployment list` shows.")
                           .arg(wanted));
    return *first;
}

QString accessText(const Deployment& deployment, const std::vector<DeploymentToken>& tokens)
{
    if (deployment.isPublic)
        return QStringLiteral("public");
    const qint64 valid = validNow(tokens);
    return valid == 0 ? QStringLiteral("no token") : countText(valid, QStringLiteral("token"));
}

QJsonObject deploymentJson(const Deployment& deployment,
                           const std::vector<DeploymentToken>& tokens)
{
    return {{"id", deployment.id.value},
            {"name", deployment.name},
            {"experiment", deployment.experiment.value},
            {"experimentName", deployment.experimentName},
            {"checkpoint", checkpointKindName(deployment.kind)},
            {"epoch", deployment.epoch},
            {"created", utcText(deployment.created)},
            {"enabled", deployment.enabled},
            {"public", deployment.isPublic},
            {"keepsRequests", deployment.keepsRequests},
            {"validTokens", validNow(tokens)},
            {"sha256", QString::fromLatin1(deployment.sha256)},
            {"input", deployment.inputName},
            {"outputs", QJsonArray::fromStringList(deployment.outputNames)},
            {"thresholds", thresholdsJson(deployment)}};
}

QJsonObject tokenJson(const DeploymentToken& token)
{
    return {{"id", token.id.value},
            {"deployment", token.deployment.value},
            {"for", token.name},
            {"created", utcText(token.created)},
            {"expires", timeOrNull(token.expires)},
            {"revoked", timeOrNull(token.revoked)},
            {"valid", token.isValidAt(QDateTime::currentDateTimeUtc())}};
}

Result<int> tellDeployment(const Project& project, DeploymentId id, const QString& sentence,
                           Context& context)
{
    const auto now = deployment(project, id);
    if (!now)
        return failureOf(now);
    const auto held = tokens(project, id);
    if (!held)
        return failureOf(held);
    context.console.line(sentence);
    context.console.json(deploymentJson(*now, *held));
    return exitDone;
}

CLI::App* addDeploymentCommand(Commands& commands, CLI::App* parent, const std::string& name,
                               const std::string& description, Access access,
                               const std::shared_ptr<DeploymentText>& given, DeploymentRun run)
{
    CLI::App* command = addCommand(commands, parent, name, description);
    addOption(command, "deployment", given->deployment, "Number or name of the deployment",
              {.required = true, .placeholder = "ID|NAME"});
    setWork(commands, command,
            [&commands, given, access, run = std::move(run)](Context& context) -> Result<int> {
                auto project = openProject(commands, access);
                if (!project)
                    return failureOf(project);
                const auto chosen = chosenDeployment(*project, text(given->deployment));
                return chosen ? run(*project, *chosen, *given, context) : failureOf(chosen);
            });
    return command;
}

} // namespace labelwright::cli
