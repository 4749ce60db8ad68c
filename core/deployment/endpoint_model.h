#pragma once

#include "core/deployment/inference_queue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

/// Lets a caller in. The secret itself is not kept.
struct EndpointToken
{
    QByteArray sha256; ///< Of the secret's UTF-8 bytes, 32 bytes.
    std::optional<QDateTime> expires;
};

/// A deployment as the endpoint offers it.
struct EndpointModel
{
    qint64 id = 0;        ///< In dialect A's URLs: /deployment/<id>/forward.
    QString name;         ///< In dialect B's URLs; unique; see `endpointName`.
    QString title;        ///< For people.
    QString version;      ///< Of the model, for callers; dialect B's version is always "1".
    QString inputName;    ///< Towards callers.
    QStringList outputNames; ///< Towards callers, in the order of the service's labels.
    bool enabled = false; ///< Otherwise calls are answered with 409.
    bool isPublic = false; ///< Needs no token.
    bool keepsRequests = false; ///< Images of calls are shown to `EndpointOptions::seen`.
    std::vector<EndpointToken> tokens;
    InferenceQueue::Service service; ///< Null while it warms up: 503.
    bool isBroken = false; ///< Its network cannot be loaded: 500.
};

using EndpointModelPtr = std::shared_ptr<const EndpointModel>;

/// Everything that is offered at one moment.
using EndpointModels = std::vector<EndpointModelPtr>;

/// The deployment's name as it stands in a URL: lower-case letters, digits, '-' and '_'; made
/// different from the `taken` ones by the id.
QString endpointName(const QString& title, qint64 id, const QStringList& taken);

/// The model of an id as it stands in a URL, or null.
EndpointModelPtr modelOfId(const EndpointModels& models, const QString& id);

/// The model of a name as it stands in a URL, or null.
EndpointModelPtr modelOfName(const EndpointModels& models, const QString& name);

} // namespace labelwright
