#include "ui/deployment/request_log_model.h"

#include "ui/style/theme.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

/// The names that RFC 9110 gives them, which stay English in every language.
QString reasonOf(int status)
{
    switch (status) {
    case 200: return QStringLiteral("OK");
    case 303: return QStringLiteral("See Other");
    case 400: return QStringLiteral("Bad Request");
    case 401: return QStringLiteral("Unauthorized");
    case 403: return QStringLiteral("Forbidden");
    case 404: return QStringLiteral("Not Found");
    case 405: return QStringLiteral("Method Not Allowed");
    case 408: return QStringLiteral("Request Timeout");
    case 409: return QStringLiteral("Conflict");
    case 411: return QStringLiteral("Length Required");
    case 413: return QStringLiteral("Content Too Large");
    case 415: return QStringLiteral("Unsupported Media Type");
    case 422: return QStringLiteral("Unprocessable Content");
    case 431: return QStringLiteral("Header Fields Too Large");
    case 500: return QStringLiteral("Internal Server Error");
    case 503: return QStringLiteral("Service Unavailable");
    default: return {};
    }
}

} // namespace

QString statusWord(int status)
{
    if (status == 0)
        return RequestLogModel::tr("Caller left");
    const QString reason = reasonOf(status);
    return reason.isEmpty() ? QString::number(status)
                            : QStringLiteral("%1 %2").arg(status).arg(reason);
}

RequestLogModel::RequestLogModel(const EndpointLog& log, QObject* parent)
    : QAbstractTableModel(parent)
    , m_log(log)
    , m_calls(log.calls())
{
    connect(&log, &EndpointLog::changed, this, &RequestLogModel::update);
}

void RequestLogModel::update()
{
    const qint64 last = m_calls.empty() ? 0 : m_calls.front().number;
    const auto& calls = m_log.calls();
    const auto known = std::ranges::find_if(
        calls, [last](const LoggedCall& call) { return call.number <= last; });
    const auto added = static_cast<int>(known - calls.begin());
    if (added == 0)
        return;
    beginInsertRows({}, 0, added - 1);
    m_calls.insert(m_calls.begin(), calls.begin(), known);
    endInsertRows();
    if (m_calls.size() <= calls.size())
        return;
    beginRemoveRows({}, static_cast<int>(calls.size()), rowCount() - 1);
    m_calls.resize(calls.size());
    endRemoveRows();
}

int RequestLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int RequestLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestLogModel::text(const HttpExchange& exchange, int column)
{
    const double milliseconds = static_cast<double>(exchange.duration.count()) / 1000;
    switch (column) {
    case TimeColumn: return QLocale().toString(exchange.time.toLocalTime().time(),
                                               QStringLiteral("HH:mm:ss"));
    case CallerColumn: return exchange.peer;
    case MethodColumn: return QString::fromLatin1(exchange.method);
    case PathColumn: return exchange.path;
    case StatusColumn: return statusWord(exchange.status);
    case DurationColumn: return QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0);
    default: return {};
    }
}

QVariant RequestLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const HttpExchange& exchange = m_calls[static_cast<std::size_t>(index.row())].exchange;
    switch (role) {
    case Qt::DisplayRole: return text(exchange, index.column());
    case Qt::ToolTipRole:
        return tr("%1, %2 received, %3 sent")
            .arg(QLocale().toString(exchange.time.toLocalTime(), QLocale::LongFormat),
                 QLocale().formattedDataSize(static_cast<qint64>(exchange.received)),
                 QLocale().formattedDataSize(static_cast<qint64>(exchange.sent)));
    case Qt::ForegroundRole:
        if (index.column() == StatusColumn && (exchange.status >= 400 || exchange.status == 0))
            return colorsOf(QGuiApplication::palette()).bad;
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == DurationColumn
                                                           ? Qt::AlignRight
                                                           : Qt::AlignLeft));
    default: return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == DurationColumn ? Qt::AlignRight
                                                                                 : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case CallerColumn: return tr("Caller");
    case MethodColumn: return tr("Method");
    case PathColumn: return tr("Path");
    case StatusColumn: return tr("Status");
    case DurationColumn: return tr("ms");
    default: return {};
    }
}

} // namespace labelwright
