#include "core/deployment/endpoint_access.h"

#include <QCryptographicHash>

namespace labelwright {

namespace {

/// Seconds in which a network is usually loaded and warm.
constexpr int warmingTime = 2;

enum class TokenFit { None, Expired, Valid };

bool equalInConstantTime(const QByteArray& left, const QByteArray& right)
{
    if (left.size() != right.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i] ^ right[i]);
    return difference == 0;
}

TokenFit tokenFit(const QByteArray& secret, const EndpointModel* wanted,
                  const EndpointModels& models, const QDateTime& now)
{
    const QByteArray digest = QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
    TokenFit fit = TokenFit::None;
    for (const EndpointModelPtr& model : models)
        for (const EndpointToken& token : model->tokens) {
            const bool matches = equalInConstantTime(digest, token.sha256);
            if (!matches || model.get() != wanted)
                continue;
            const bool expired = token.expires && now >= *token.expires;
            if (!expired)
                fit = TokenFit::Valid;
            else if (fit == TokenFit::None)
                fit = TokenFit::Expired;
        }
    return fit;
}

std::optional<QByteArray> userOfBasic(const QByteArray& encoded)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !decoded.decoded.endsWith(':'))
        return {};
    return decoded.decoded.chopped(1);
}

CallRefusal unauthorized(const QString& sentence)
{
    return {401, "UNAUTHORIZED", sentence, 0};
}

} // namespace

std::optional<QByteArray> secretOf(const HttpRequest& request)
{
    const QByteArray value = request.header("authorization").trimmed();
    const qsizetype space = value.indexOf(' ');
    const QByteArray scheme = value.left(space).toLower();
    const QByteArray rest = space < 0 ? QByteArray() : value.mid(space + 1).trimmed();
    if (rest.isEmpty())
        return {};
    if (scheme == "bearer")
        return rest;
    return scheme == "basic" ? userOfBasic(rest) : std::nullopt;
}

std::optional<CallRefusal> accessRefusal(const HttpRequest& request, const EndpointModel* wanted,
                                         const EndpointModels& models, const QDateTime& now)
{
    const std::optional<QByteArray> secret = secretOf(request);
    const TokenFit fit = tokenFit(secret.value_or(QByteArray()), wanted, models, now);
    if (wanted != nullptr && wanted->isPublic)
        return {};
    if (!secret)
        return unauthorized("This deployment needs a token; send it as \"Authorization: Bearer "
                            "<token>\".");
    switch (fit) {
    case TokenFit::Valid: return {};
    case TokenFit::Expired: return unauthorized("This token has expired; ask for a new one.");
    case TokenFit::None: break;
    }
    return unauthorized("The token is not valid for this deployment; check both.");
}

std::optional<CallRefusal> readinessRefusal(const EndpointModel& model)
{
    if (!model.enabled)
        return CallRefusal{409, "DISABLED",
                           "This deployment is disabled; ask its owner to enable it.", 0};
    if (model.isBroken)
        return CallRefusal{500, "NOT_LOADABLE",
                           "This deployment's network cannot be loaded; its owner has to mend it.", 0};
    if (!model.service)
        return CallRefusal{503, "NOT_READY", "This deployment is being loaded; try again soon.",
                           warmingTime};
    if (model.outputNames.size() != model.service->model().labels.size())
        return CallRefusal{500, "BAD_NAMES",
                           "This deployment's output names do not fit its labels; its owner has to "
                           "set them again.",
                           0};
    return {};
}

} // namespace labelwright
