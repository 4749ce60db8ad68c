#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace labelwright {

/// A field of a form (multipart/form-data).
struct HttpFormField
{
    QString name;
    QString fileName; ///< Empty for a plain field.
    QByteArray value;
};

/// What a client sent, complete and within the server's limits.
struct HttpRequest
{
    QByteArray method; ///< Upper case. HEAD comes as GET: its answer's body is left out.
    QString path;      ///< Percent-decoded, without the query: "/deployment/3/forward".
    QUrlQuery query;
    std::map<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;                          ///< Empty for a form.
    std::vector<HttpFormField> form;
    QString peer; ///< The client's numeric address.

    /// The header's value, empty where it is missing. `name` in lower case.
    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

/// An answer.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Beside Content-Type and -Length.
};

/// Takes the answer of one request: called once, from any thread, at once or later.
using HttpRespond = std::function<void(HttpResponse)>;

/// Answers a request. Called on a server thread, which must not be blocked by the network: work is
/// handed on and answered later.
using HttpHandler = std::function<void(HttpRequest request, HttpRespond respond)>;

/// Looks at a request without its body, which is not read when an answer is given at once. Called
/// on a server thread.
using HttpGate = std::function<std::optional<HttpResponse>(const HttpRequest& request)>;

} // namespace labelwright
