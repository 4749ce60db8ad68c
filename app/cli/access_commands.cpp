// deployment token|tokens|revoke|public|log.

#include "app/cli/deployment_parts.h"
#include "app/cli/exit_codes.h"
#include "app/cli/expiry.h"
#include "app/cli/result_json.h"

#include <QJsonArray>

#include <algorithm>

namespace labelwright::cli {

namespace {

QString localText(const QDateTime& time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString stateText(const DeploymentToken& token)
{
    if (token.revoked)
        return QStringLiteral("revoked");
    return token.isValidAt(QDateTime::currentDateTimeUtc()) ? QStringLiteral("valid")
                                                            : QStringLiteral("expired");
}

/// What stands beside a new secret.
QString issuedText(const DeploymentToken& token, const Deployment& deployment)
{
    const QString until = token.expires ? "until " + localText(*token.expires)
                                        : QStringLiteral("until it is revoked");
    return QStringLiteral("This is token %1 of '%2', valid %3. Keep it now: it is not shown again, "
                          "for only its digest is stored.")
        .arg(token.id.value)
        .arg(deployment.name, until);
}

/// The secret alone is on stdout, so that TOKEN=$(…) takes it.
Result<int> runToken(Project& project, const Deployment& chosen, const DeploymentText& given,
                     Context& context)
{
    std::optional<QDateTime> expires;
    if (!given.expires.empty()) {
        const auto time = expiryOf(text(given.expires), QDateTime::currentDateTimeUtc());
        if (!time)
            return failureOf(time);
        expires = *time;
    }
    const auto issued = issueToken(project, chosen.id, text(given.name), expires);
    if (!issued)
        return failureOf(issued);
    context.console.line(issued->secret);
    if (!context.console.isJson())
        context.console.note(issuedText(issued->token, chosen));
    QJsonObject document = tokenJson(issued->token);
    document.insert("secret", issued->secret);
    context.console.json(document);
    return exitDone;
}

Result<int> runTokens(Project& project, const Deployment& chosen, const DeploymentText&,
                      Context& context)
{
    const auto all = tokens(project, chosen.id);
    if (!all)
        return failureOf(all);
    QJsonArray array;
    std::vector<QStringList> rows{{"for", "id", "state", "created", "expires"}};
    for (const DeploymentToken& token : *all) {
        array.append(tokenJson(token));
        rows.push_back({token.name.isEmpty() ? QStringLiteral("-") : token.name,
                        QString::number(token.id.value), stateText(token),
                        localText(token.created),
                        token.expires ? localText(*token.expires) : QStringLiteral("never")});
    }
    if (all->empty())
        context.console.line(QStringLiteral("'%1' has no tokens; make one with 'deployment token "
                                            "%2'.")
                                 .arg(chosen.name)
                                 .arg(chosen.id.value));
    else
        for (const QString& line : tableText(rows))
            context.console.line(line);
    context.console.json({{"deployment", chosen.id.value}, {"tokens", array}});
    return exitDone;
}

Result<int> runRevoke(Project& project, const Deployment& chosen, const DeploymentText& given,
                      Context& context)
{
    const auto all = tokens(project, chosen.id);
    if (!all)
        return failureOf(all);
    const TokenId id{given.token};
    if (std::none_of(all->begin(), all->end(), [&](const auto& token) { return token.id == id; }))
        return failure(QStringLiteral("'%1' has no token %2; see `deployment tokens %3`.")
                           .arg(chosen.name)
                           .arg(given.token)
                           .arg(chosen.id.value));
    if (const auto done = revokeToken(project, id); !done)
        return failureOf(done);
    return tellDeployment(project, chosen.id,
                          QStringLiteral("Token %1 lets nobody use '%2' any more.")
                              .arg(given.token)
                              .arg(chosen.name),
                          context);
}

QString publicText(const Deployment& deployment, bool isPublic)
{
    if (isPublic)
        return QStringLiteral("'%1' is public now: anybody who reaches its address may call it, "
                              "without a token.")
            .arg(deployment.name);
    return QStringLiteral("'%1' is not public now: callers need a valid token, see `deployment "
                          "tokens %2`.")
        .arg(deployment.name)
        .arg(deployment.id.value);
}

QString logText(const Deployment& deployment, bool keeps)
{
    return (keeps ? QStringLiteral("Images that callers send to '%1' are kept for the request log "
                                   "of the window from now on.")
                  : QStringLiteral("Images that callers send to '%1' are not kept."))
        .arg(deployment.name);
}

using SetSwitch = Result<void> (*)(Project&, DeploymentId, bool);
using SwitchText = QString (*)(const Deployment&, bool);

void addSwitch(Commands& commands, CLI::App* parent, const std::string& name,
               const std::string& description, const std::shared_ptr<DeploymentText>& given,
               SetSwitch set, SwitchText said)
{
    CLI::App* command = addDeploymentCommand(
        commands, parent, name, description, Access::ReadWrite, given,
        [set, said](Project& project, const Deployment& chosen, const DeploymentText& g,
                    Context& context) -> Result<int> {
            const bool isOn = g.onOff == "on";
            if (const auto done = set(project, chosen.id, isOn); !done)
                return failureOf(done);
            return tellDeployment(project, chosen.id, said(chosen, isOn), context);
        });
    addOption(command, "switch", given->onOff, "on or off",
              {.required = true, .placeholder = "on|off", .words = {"on", "off"}});
}

} // namespace

void addDeploymentAccessCommands(Commands& commands, CLI::App* parent,
                                 const std::shared_ptr<DeploymentText>& given)
{
    CLI::App* token = addDeploymentCommand(
        commands, parent, "token", "Makes a token that lets a caller in, and shows it once",
        Access::ReadWrite, given, runToken);
    addOption(token, "--for", given->name, "Whom it is for", {.placeholder = "WHOM"});
    addOption(token, "--expires", given->expires,
              "After so many days, or at the end of a date (default: never)",
              {.placeholder = "DAYS|DATE"});
    addDeploymentCommand(commands, parent, "tokens", "Its tokens, without their secrets",
                         Access::ReadOnly, given, runTokens);
    CLI::App* revoke = addDeploymentCommand(commands, parent, "revoke", "Makes a token useless",
                                            Access::ReadWrite, given, runRevoke);
    addOption(revoke, "token", given->token, "Number of the token",
              {.required = true, .low = 1, .listedBy = "deployment tokens"});
    addSwitch(commands, parent, "public", "Lets anybody call it, or only who has a token", given,
              setDeploymentPublic, publicText);
    addSwitch(commands, parent, "log", "Keeps images of callers for the request log, or not", given,
              setDeploymentKeepsRequests, logText);
}

} // namespace labelwright::cli
