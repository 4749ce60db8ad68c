#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace labelwright::benchmarks {

/// What to send, and how: each connection sends its next request when its last one is answered.
struct LoadPlan
{
    QString address = QStringLiteral("127.0.0.1"); ///< Numeric, IPv4.
    quint16 port = 0;
    std::vector<QByteArray> requests; ///< Whole HTTP requests, taken in turn.
    std::size_t count = 1000;
    std::size_t connections = 16;
};

struct LoadReport
{
    std::map<int, std::size_t> statuses; ///< Number of answers with each HTTP status.
    std::size_t broken = 0;              ///< Requests whose connection ended without an answer.
    std::vector<double> milliseconds;    ///< Of the answers with status 200, ascending.
    double seconds = 0;
    QByteArray firstRefusal; ///< Body of the first answer that is not 200.

    /// `share` in 0 … 1: 0.99 gives p99. 0 without any answer.
    [[nodiscard]] double quantile(double share) const;
    [[nodiscard]] std::size_t succeeded() const { return milliseconds.size(); }
};

/// Sends `count` requests over keep-alive connections from one thread. Fails when no connection
/// can be made at the start.
Result<LoadReport> generateLoad(const LoadPlan& plan);

/// A POST of a form with one file.
QByteArray formRequest(const QByteArray& path, const QByteArray& headers, const QByteArray& field,
                       const QByteArray& jpeg);

/// A POST of {"rows":[{field: data URL}, …]}.
QByteArray rowsRequest(const QByteArray& path, const QByteArray& headers, const QByteArray& field,
                       const std::vector<QByteArray>& jpegs);

} // namespace labelwright::benchmarks
