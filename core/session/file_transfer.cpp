#include "core/session/file_transfer.h"

#include "core/session/transfer_part.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <memory>
#include <optional>

namespace labelwright {

namespace {

constexpr int maxRedirects = 5;
constexpr int maxAttempts = 6;
constexpr int progressInterval = 60; // Milliseconds.

bool isLoopback(const QUrl& url)
{
    return url.host() == QStringLiteral("localhost") || QHostAddress(url.host()).isLoopback();
}

/// Encrypted stays encrypted; a plain address on this machine may only lead to this machine.
bool mayRedirect(const QUrl& from, const QUrl& to)
{
    if (to.scheme() == QStringLiteral("https"))
        return true;
    return from.scheme() == QStringLiteral("http") && mayBeFetched(to);
}

/// One request and what came of it.
class Attempt
{
public:
    Attempt(const TransferRequest& request, const ProgressCallback& progress,
            const std::stop_token& stop)
        : m_request(request)
        , m_progress(progress)
        , m_stop(stop)
        , m_file(request.path)
    {
    }

    /// Fetches from `url`; the part on disk grows.
    void run(const QUrl& url);

    /// Why it failed; nothing when all bytes are there, or when it has to go on elsewhere.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const QUrl& redirect() const { return m_redirect; }
    /// The connection broke or the part was of no use: another attempt may help.
    [[nodiscard]] bool isWorthRepeating() const { return m_repeat; }

private:
    QNetworkRequest networkRequest(const QUrl& url) const;
    void readHeaders();
    void startFile();
    void readBytes();
    void judge();
    void fail(const QString& summary, const QString& detail = {});
    [[nodiscard]] QString host() const { return m_reply->url().host(); }

    const TransferRequest& m_request;
    const ProgressCallback& m_progress;
    const std::stop_token& m_stop;
    QFile m_file;
    TransferPart m_part;
    std::unique_ptr<QNetworkReply> m_reply;
    QElapsedTimer m_sinceProgress;
    bool m_headersRead = false;
    bool m_stalled = false;
    bool m_repeat = false;
    qint64 m_received = 0; ///< In this attempt.
    QUrl m_redirect;
    std::optional<Error> m_error;
};

void Attempt::fail(const QString& summary, const QString& detail)
{
    if (!m_error)
        m_error = Error{summary, detail};
    m_reply->abort();
}

QNetworkRequest Attempt::networkRequest(const QUrl& url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Labelwright"));
    // Weights do not compress, and a compressed stream could not be continued.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_part.size > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_part.size) + "-");
        if (!m_part.validator.isEmpty())
            request.setRawHeader("If-Range", m_part.validator);
    }
    return request;
}

void Attempt::run(const QUrl& url)
{
    // The part belongs to the address that was asked for first, wherever it leads today.
    m_part = readPart(m_request.path, m_request.url);
    if (m_part.total > 0 && m_part.size == m_part.total)
        return;
    QNetworkAccessManager manager;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    manager.setProxy(isLoopback(url) || proxies.isEmpty() ? QNetworkProxy::NoProxy
                                                          : proxies.first());
    QEventLoop loop;
    QTimer stall;
    stall.setSingleShot(true);
    stall.setInterval(m_request.timeout);
    m_reply.reset(manager.get(networkRequest(url)));
    m_reply->setReadBufferSize(qint64{4} * 1024 * 1024);
    QObject::connect(&stall, &QTimer::timeout, &loop, [this] {
        m_stalled = true;
        m_reply->abort();
    });
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        stall.start();
        readBytes();
    });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    const std::stop_callback onStop(m_stop, [&loop] {
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    stall.start();
    if (!m_reply->isFinished() && !m_stop.stop_requested())
        loop.exec();
    if (m_stop.stop_requested())
        m_error = cancelledError();
    else
        judge();
    m_reply->disconnect(&loop);
    m_reply.reset();
}

/// Decides by status and headers whether the bytes to come continue the part or begin anew.
void Attempt::readHeaders()
{
    m_headersRead = true;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (status == 206) {
        static const QRegularExpression pattern("^bytes (\\d+)-\\d+/(\\d+)$");
        const auto range =
            pattern.match(QString::fromLatin1(m_reply->rawHeader("Content-Range").trimmed()));
        const bool continues = range.hasMatch() && range.captured(1).toLongLong() == m_part.size &&
                               (m_part.total < 0 || range.captured(2).toLongLong() == m_part.total);
        if (!continues) {
            forgetTransfer(m_request.path);
            m_repeat = true;
            return fail(QString("%1 answers with another part of the file than was asked for.")
                            .arg(host()));
        }
        m_part.total = range.captured(2).toLongLong();
    } else {
        m_part = {0, length > 0 ? length : -1, m_reply->rawHeader("ETag")};
        // A weak ETag promises no equal bytes and may not be used for ranges (RFC 9110, 13.1.5).
        if (m_part.validator.isEmpty() || m_part.validator.startsWith("W/"))
            m_part.validator = m_reply->rawHeader("Last-Modified");
    }
    startFile();
}

void Attempt::startFile()
{
    if (m_part.total > m_request.maxBytes)
        return fail(QString("The file at %1 is larger than weights can be.").arg(host()));
    const auto mode =
        QIODevice::WriteOnly | (m_part.size > 0 ? QIODevice::Append : QIODevice::Truncate);
    if (!m_file.open(mode))
        return fail(QString("%1 cannot be written.").arg(m_request.path), m_file.errorString());
    if (const auto remembered = rememberPart(m_request.path, m_request.url, m_part); !remembered)
        fail(remembered.error().summary, remembered.error().detail);
}

void Attempt::readBytes()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_error || (status != 200 && status != 206))
        return;
    if (!m_headersRead)
        readHeaders();
    if (m_error)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (m_file.write(bytes) != bytes.size())
        return fail(QString("%1 cannot be written; is the disk full?").arg(m_request.path),
                    m_file.errorString());
    m_part.size += bytes.size();
    m_received += bytes.size();
    if (m_part.size > m_request.maxBytes || (m_part.total > 0 && m_part.size > m_part.total)) {
        m_file.close();
        forgetTransfer(m_request.path);
        return fail(QString("%1 sent more bytes than it said.").arg(host()));
    }
    const bool isDue = !m_sinceProgress.isValid() || m_sinceProgress.elapsed() >= progressInterval;
    if (m_progress && (isDue || m_part.size == m_part.total)) {
        m_progress({m_request.step, m_part.size, std::max<qint64>(0, m_part.total)});
        m_sinceProgress.start();
    }
}

/// What the finished reply means.
void Attempt::judge()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_error && !m_stalled && m_reply->error() == QNetworkReply::NoError)
        readBytes();
    const bool written = !m_file.isOpen() || m_file.flush();
    m_file.close();
    if (m_error)
        return;
    if (!written) {
        m_error = Error{QString("%1 cannot be written; is the disk full?").arg(m_request.path),
                        m_file.errorString()};
    } else if (m_stalled) {
        m_repeat = m_received > 0;
        m_error = Error{QString("%1 stopped answering; try again later.").arg(host()), {}};
    } else if (status >= 300 && status < 400) {
        m_redirect = m_reply->url().resolved(
            m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        if (!mayRedirect(m_reply->url(), m_redirect))
            m_error = Error{QString("%1 leads to an address that is not secure (%2).")
                                .arg(host(), m_redirect.toDisplayString()),
                            {}};
    } else if (status == 416) {
        forgetTransfer(m_request.path);
        m_repeat = true;
        m_error = Error{QString("%1 does not have the rest of the file.").arg(host()), {}};
    } else if (status >= 400) {
        m_error = Error{
            QString("%1 answers %2 for %3.").arg(host()).arg(status).arg(m_reply->url().fileName()),
            {}};
    } else if (m_reply->error() != QNetworkReply::NoError ||
               (m_part.total > 0 && m_part.size < m_part.total)) {
        m_repeat = m_received > 0;
        m_error = Error{
            QString("The connection to %1 failed; try again, what arrived is kept.").arg(host()),
            m_reply->errorString()};
    }
}

} // namespace

bool mayBeFetched(const QUrl& url)
{
    return url.scheme() == QStringLiteral("https") ||
           (url.scheme() == QStringLiteral("http") && isLoopback(url));
}

Result<void> fetchFile(const TransferRequest& request, const ProgressCallback& progress,
                       const std::stop_token& stop)
{
    QUrl url = request.url;
    int redirects = 0;
    int failures = 0;
    while (true) {
        Attempt attempt(request, progress, stop);
        attempt.run(url);
        if (attempt.error()) {
            if (!attempt.isWorthRepeating() || ++failures >= maxAttempts)
                return tl::unexpected(*attempt.error());
            url = request.url;
            redirects = 0;
            continue;
        }
        if (attempt.redirect().isEmpty())
            return {};
        if (++redirects > maxRedirects)
            return failure(QString("%1 leads in circles.").arg(request.url.host()));
        url = attempt.redirect();
    }
}

} // namespace labelwright
