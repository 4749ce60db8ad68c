#include "core/project/deployment_access.h"

#include "core/project/deployments.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace labelwright {

namespace {

constexpr const char* selectTokens =
    "SELECT id, deployment, name, sha256, created, expires, revoked FROM deployment_tokens "
    "WHERE (?1 IS NULL OR deployment = ?1) AND (?2 IS NULL OR id = ?2) ORDER BY id";

QString changeFailed()
{
    return QStringLiteral("The access to the deployment cannot be changed");
}

/// 256 bits of the system's own generator, which is made for keys.
QString newSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(words.data()), sizeof words);
    return QStringLiteral("lw_")
           + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding
                                                | QByteArray::OmitTrailingEquals));
}

std::optional<qint64> millisecondsOf(const std::optional<QDateTime>& time)
{
    return time ? std::optional(time->toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<QDateTime> timeIn(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.time(column));
}

DeploymentToken tokenIn(const Statement& row)
{
    return {row.id<TokenId>(0), row.id<DeploymentId>(1), row.text(2),   row.blob(3),
            row.time(4),        timeIn(row, 5),          timeIn(row, 6)};
}

std::vector<DeploymentToken> tokensIn(Database& database, std::optional<DeploymentId> deployment,
                                      std::optional<TokenId> token)
{
    Statement rows(database, selectTokens);
    rows.with(deployment, token);
    std::vector<DeploymentToken> found;
    while (rows.next())
        found.push_back(tokenIn(rows));
    return found;
}

TokenId insert(Database& database, DeploymentId deployment, const QString& name,
               const QString& secret, const std::optional<QDateTime>& expires)
{
    Statement(database, "INSERT INTO deployment_tokens (deployment, name, sha256, created, "
                        "expires) VALUES (?1, ?2, ?3, ?4, ?5)")
        .run(deployment, name.simplified(),
             QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256),
             QDateTime::currentMSecsSinceEpoch(), millisecondsOf(expires));
    return {database.lastInsertId()};
}

Result<void> setFlag(Project& project, DeploymentId id, const char* sql, bool value)
{
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<void> {
        if (const Result<Deployment> known = deployment(project, id); !known)
            return failureOf(known);
        Statement(storage.database, sql).run(id, value);
        return {};
    });
}

} // namespace

Result<IssuedToken> issueToken(Project& project, DeploymentId id, const QString& name,
                               std::optional<QDateTime> expires)
{
    if (expires && (!expires->isValid() || *expires <= QDateTime::currentDateTimeUtc()))
        return failure(QStringLiteral("The token would have expired already; choose a time that "
                                      "is still to come."));
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<IssuedToken> {
        if (const Result<Deployment> known = deployment(project, id); !known)
            return failureOf(known);
        const QString secret = newSecret();
        const TokenId made = insert(storage.database, id, name, secret, expires);
        return IssuedToken{tokensIn(storage.database, id, made).front(), secret};
    });
}

Result<std::vector<DeploymentToken>> tokens(const Project& project, DeploymentId deployment)
{
    return reading(project, QStringLiteral("The tokens of the deployment cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<DeploymentToken>> {
                       return tokensIn(storage.database, deployment, std::nullopt);
                   });
}

Result<void> revokeToken(Project& project, TokenId token)
{
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<void> {
        if (tokensIn(storage.database, std::nullopt, token).empty())
            return failure(QStringLiteral("The token does not exist any more."));
        Statement(storage.database, "UPDATE deployment_tokens SET revoked = ?2 "
                                    "WHERE id = ?1 AND revoked IS NULL")
            .run(token, QDateTime::currentMSecsSinceEpoch());
        return {};
    });
}

Result<void> setDeploymentPublic(Project& project, DeploymentId id, bool isPublic)
{
    return setFlag(project, id, "UPDATE deployments SET is_public = ?2 WHERE id = ?1", isPublic);
}

Result<void> setDeploymentKeepsRequests(Project& project, DeploymentId id, bool keeps)
{
    return setFlag(project, id, "UPDATE deployments SET keeps_requests = ?2 WHERE id = ?1", keeps);
}

} // namespace labelwright
