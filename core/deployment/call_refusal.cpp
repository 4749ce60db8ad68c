#include "core/deployment/call_refusal.h"

#include "core/deployment/json_text.h"

namespace labelwright {

tl::unexpected<CallRefusal> refused(int status, const QByteArray& code, const QString& sentence,
                                    int retryAfter)
{
    return tl::unexpected<CallRefusal>(CallRefusal{status, code, sentence, retryAfter});
}

HttpResponse refusalAnswer(const CallRefusal& refusal, CallDialect dialect)
{
    HttpResponse response;
    response.status = refusal.status;
    response.body = dialect == CallDialect::Rows
                        ? "{" + refusalMembers(refusal) + "}"
                        : "{\"error\":" + quotedJson(refusal.sentence) + "}";
    // Without "Basic", which is taken as well: it would make browsers ask for a password in a
    // window of their own, over the deployment's page.
    if (refusal.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"labelwright\"");
    if (refusal.retryAfter > 0)
        response.headers.emplace_back("Retry-After", QByteArray::number(refusal.retryAfter));
    return response;
}

QByteArray refusalMembers(const CallRefusal& refusal)
{
    return "\"errorCode\":" + quotedJson(QString::fromLatin1(refusal.code)) +
           ",\"errorMessage\":" + quotedJson(refusal.sentence);
}

} // namespace labelwright
