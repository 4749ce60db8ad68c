#include "core/deployment/http_incoming.h"

#include "core/deployment/http_listener.h"
#include "core/deployment/http_refusal.h"

#include <microhttpd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace labelwright {

namespace {

/// A body that turns out too large is read on without being kept, so that the client gets to read
/// why; a client that sends this many times the limit is cut off.
constexpr std::size_t patience = 2;

constexpr std::array methods{"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"};

/// The path of an absolute target ("http://host/path"), which proxies may send.
QByteArray withoutAuthority(const QByteArray& target)
{
    const qsizetype scheme = target.indexOf("://");
    if (target.startsWith('/') || scheme < 0)
        return target;
    const qsizetype path = target.indexOf('/', scheme + 3);
    return path < 0 ? QByteArrayLiteral("/") : target.mid(path);
}

/// Whether each '%' is followed by two hexadecimal digits, which are not those of NUL.
bool isWellEncoded(const QByteArray& path)
{
    for (qsizetype at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
        const QByteArray digits = path.mid(at + 1, 2);
        const bool isHex = std::all_of(digits.begin(), digits.end(),
                                       [](unsigned char c) { return std::isxdigit(c) != 0; });
        if (digits.size() < 2 || !isHex || digits == "00")
            return false;
    }
    return true;
}

QString peerOf(MHD_Connection* connection)
{
    const MHD_ConnectionInfo* const info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == nullptr ? QString() : numericAddress(info->client_addr);
}

/// Adds one header to the map, joined with an earlier one of its name.
MHD_Result addHeader(void* map, MHD_ValueKind, const char* name, const char* value)
{
    try {
        auto& headers = *static_cast<std::map<QByteArray, QByteArray>*>(map);
        const auto [place, isNew] = headers.emplace(QByteArray(name).toLower(), value);
        if (!isNew)
            place->second += QByteArrayLiteral(", ") + value;
        return MHD_YES;
    } catch (const std::exception&) {
        return MHD_NO;
    }
}

} // namespace

bool BodyBudget::take(std::size_t bytes)
{
    if (m_used.fetch_add(bytes) + bytes <= m_limit)
        return true;
    m_used -= bytes;
    return false;
}

bool BodyBudget::hasRoomFor(std::size_t bytes) const
{
    return m_used + bytes <= m_limit;
}

HttpIncoming::HttpIncoming(const HttpServerOptions& options, BodyBudget& budget, QByteArray target)
    : m_limits(options.limits)
    , m_gate(options.gate)
    , m_budget(budget)
    , m_target(withoutAuthority(target))
{
}

HttpIncoming::~HttpIncoming()
{
    m_budget.giveBack(m_taken);
}

std::optional<HttpResponse> HttpIncoming::begin(MHD_Connection* connection, const char* method)
{
    m_hasBegun = true;
    start = std::chrono::steady_clock::now();
    const qsizetype query = m_target.indexOf('?');
    const QByteArray path = query < 0 ? m_target : m_target.left(query);
    m_request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    m_request.peer = peerOf(connection);
    exchange = {QDateTime::currentDateTimeUtc(), m_request.peer, method, m_request.path};
    readHeaders(connection);
    if (auto refused = refusedAtOnce())
        return refused;
    m_request.method = exchange.method == "HEAD" ? QByteArrayLiteral("GET") : exchange.method;
    if (query >= 0)
        m_request.query = QUrlQuery(QString::fromUtf8(m_target.mid(query + 1)));
    if (m_gate)
        if (auto refused = m_gate(m_request))
            return refused;
    m_form = HttpForm::forRequest(connection, m_limits.formFields);
    return {};
}

void HttpIncoming::readHeaders(MHD_Connection* connection)
{
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &addHeader, &m_request.headers);
    m_headerBytes = std::size_t(m_target.size());
    for (const auto& [name, value] : m_request.headers)
        m_headerBytes += std::size_t(name.size() + value.size());
}

std::optional<HttpResponse> HttpIncoming::refusedAtOnce() const
{
    const QByteArray length = m_request.header("content-length");
    bool isNumber = true;
    const std::size_t declared = length.isEmpty() ? 0 : length.toULongLong(&isNumber);
    // A client that says two lengths may be one whose requests another program reads differently.
    if (!isNumber || (!length.isEmpty() && !m_request.header("transfer-encoding").isEmpty()))
        return refusal(400, QStringLiteral("The body's length is not clear from the headers."));
    if (std::size_t(m_target.size()) > m_limits.headerBytes)
        return refusal(414, QStringLiteral("The URL is too long."));
    if (m_headerBytes > m_limits.headerBytes)
        return refusal(431, QString("The headers are larger than %1 bytes.")
                                .arg(m_limits.headerBytes));
    if (!isWellEncoded(m_target))
        return refusal(400, QStringLiteral("The URL is not encoded as URLs are."));
    if (std::find(methods.begin(), methods.end(), exchange.method) == methods.end())
        return refusal(501, QStringLiteral("This method is not known here."));
    if (declared > m_limits.bodyBytes)
        return refusal(413, tooLarge());
    if (!m_budget.hasRoomFor(declared))
        return refusal(503, QStringLiteral("Too many requests are being read; try again."));
    return {};
}

QString HttpIncoming::tooLarge() const
{
    return QString("The request's body is larger than the %1 bytes that are allowed.")
        .arg(m_limits.bodyBytes);
}

void HttpIncoming::refuse(int status, const QString& message)
{
    if (!m_refusal)
        m_refusal = refusal(status, message);
    m_request = {};
    m_form.reset();
    m_budget.giveBack(std::exchange(m_taken, 0));
}

bool HttpIncoming::add(const char* data, std::size_t size)
{
    exchange.received += size;
    if (m_refusal)
        return exchange.received <= patience * m_limits.bodyBytes;
    if (exchange.received > m_limits.bodyBytes)
        refuse(413, tooLarge());
    else if (!m_budget.take(size))
        refuse(503, QStringLiteral("Too many requests are being read; try again."));
    else
        m_taken += size;
    return m_refusal || keep(data, size);
}

bool HttpIncoming::keep(const char* data, std::size_t size)
{
    if (!m_form) {
        m_request.body.append(data, qsizetype(size));
        return true;
    }
    switch (m_form->add(data, size)) {
    case FormState::Good: break;
    case FormState::Malformed:
        refuse(400, QStringLiteral("The form is not valid multipart/form-data."));
        break;
    case FormState::TooManyFields:
        refuse(413, QString("The form has more than %1 fields.").arg(m_limits.formFields));
        break;
    }
    return true;
}

std::optional<HttpResponse> HttpIncoming::complete()
{
    exchange.time = QDateTime::currentDateTimeUtc();
    if (!m_refusal && m_form) {
        if (m_form->finish() == FormState::Good)
            m_request.form = m_form->takeFields();
        else
            refuse(400, QStringLiteral("The form is not valid multipart/form-data."));
    }
    m_form.reset();
    return m_refusal;
}

HttpRequest HttpIncoming::takeRequest()
{
    return std::move(m_request);
}

} // namespace labelwright
