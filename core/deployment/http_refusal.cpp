#include "core/deployment/http_refusal.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <microhttpd.h>

namespace labelwright {

namespace {

constexpr int serviceUnavailable = 503;

QString errorCode(int status)
{
    const QString phrase = QString::fromLatin1(MHD_get_reason_phrase_for(unsigned(status)));
    return phrase.toUpper().replace(' ', '_').replace('-', '_');
}

} // namespace

HttpResponse refusal(int status, const QString& message)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(QJsonObject{{QStringLiteral("errorCode"), errorCode(status)},
                                              {QStringLiteral("errorMessage"), message}})
                        .toJson(QJsonDocument::Compact);
    if (status == serviceUnavailable)
        response.headers.emplace_back("Retry-After", "1");
    return response;
}

QByteArray rawRefusal(int status, const QString& message)
{
    const HttpResponse response = refusal(status, message);
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' +
           MHD_get_reason_phrase_for(unsigned(status)) + "\r\nConnection: close\r\nContent-Type: " +
           response.contentType + "\r\nContent-Length: " +
           QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body;
}

} // namespace labelwright
