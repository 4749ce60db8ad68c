#include "core/deployment/deployment_page.h"

#include <QCryptographicHash>
#include <QFile>

namespace labelwright {

namespace {

QByteArray part(const char* name)
{
    QFile file(QString(":/endpoint/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Lets a browser run this very text.
QByteArray sourceHash(const QByteArray& text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

HttpResponse composedPage()
{
    const QByteArray style = part("page.css");
    const QByteArray script = part("page.js");
    HttpResponse response;
    response.contentType = "text/html; charset=utf-8";
    response.body = part("page.html");
    response.body.replace("/*style*/", style).replace("/*script*/", script);
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src " + sourceHash(style) + "; script-src " +
            sourceHash(script) +
            "; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    return response;
}

} // namespace

HttpResponse deploymentPage()
{
    static const HttpResponse page = composedPage();
    return page;
}

} // namespace labelwright
