#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

/// A caller's permission to use one deployment. Its secret is told once and stored as SHA-256 only.
struct DeploymentToken
{
    TokenId id;
    DeploymentId deployment;
    QString name;      ///< Whom it is for; may be empty.
    QByteArray sha256; ///< Of the secret's UTF-8 bytes, 32 bytes.
    QDateTime created;
    std::optional<QDateTime> expires;
    std::optional<QDateTime> revoked;

    [[nodiscard]] bool isValidAt(const QDateTime& time) const
    {
        return !revoked && (!expires || time < *expires);
    }
};

struct IssuedToken
{
    DeploymentToken token;
    QString secret; ///< "lw_" and 43 characters of base64url: 256 random bits.
};

Result<IssuedToken> issueToken(Project& project, DeploymentId deployment, const QString& name,
                               std::optional<QDateTime> expires);

/// Oldest first, revoked ones too.
Result<std::vector<DeploymentToken>> tokens(const Project& project, DeploymentId deployment);

/// Lets nobody in with it any more; revoking twice changes nothing.
Result<void> revokeToken(Project& project, TokenId token);

/// A public deployment answers without a token.
Result<void> setDeploymentPublic(Project& project, DeploymentId deployment, bool isPublic);

/// Whether images that callers send are kept for the request log.
Result<void> setDeploymentKeepsRequests(Project& project, DeploymentId deployment, bool keeps);

} // namespace labelwright
