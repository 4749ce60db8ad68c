#include "core/deployment/endpoint_metrics.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <numeric>

namespace labelwright {

namespace {

/// The deployment that a path is about; only of those that exist, so that callers cannot make up
/// figures without end.
QString deploymentOf(const QString& path, const EndpointModels& models)
{
    const QStringList words = path.split('/');
    EndpointModelPtr model;
    if (words.size() > 2 && words[1] == "deployment")
        model = modelOfId(models, words[2]);
    else if (words.size() > 3 && words[1] == "v2" && words[2] == "models")
        model = modelOfName(models, words[3]);
    return model ? QString::number(model->id) : QString();
}

bool isCall(const QString& path)
{
    return path.endsWith("/forward") || path.endsWith("/infer");
}

QByteArray heading(const QByteArray& name, const QByteArray& kind, const QByteArray& help)
{
    return "# HELP labelwright_" + name + " " + help + "\n# TYPE labelwright_" + name + " " + kind +
           "\n";
}

QByteArray line(const QByteArray& name, const QByteArray& labels, double value)
{
    return "labelwright_" + name + (labels.isEmpty() ? QByteArray() : "{" + labels + "}") + " " +
           QByteArray::number(value, 'g', 15) + "\n";
}

/// One figure with its heading.
QByteArray figure(const QByteArray& name, const QByteArray& kind, const QByteArray& help,
                  double value)
{
    return heading(name, kind, help) + line(name, {}, value);
}

/// "2xx"; what ended before its answer has no status.
QByteArray statusClass(int firstDigit)
{
    return firstDigit == 0 ? QByteArray("ended") : QByteArray::number(firstDigit) + "xx";
}

double residentBytes()
{
    QFile file("/proc/self/statm");
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList pages = file.readAll().split(' ');
    return pages.size() < 2 ? 0 : pages[1].toDouble() * double(sysconf(_SC_PAGESIZE));
}

QByteArray deploymentsText(const EndpointModels& models)
{
    QByteArray text =
        heading("deployment_ready", "gauge", "Whether an enabled deployment answers calls.");
    for (const EndpointModelPtr& model : models)
        text += line("deployment_ready", "deployment=\"" + QByteArray::number(model->id) + "\"",
                     model->enabled && model->service ? 1 : 0);
    return text;
}

QByteArray figuresText(const InferenceFigures& figures)
{
    return figure("images_total", "counter", "Images that were answered.", double(figures.images)) +
           figure("batches_total", "counter", "Runs of a network.", double(figures.batches)) +
           figure("refused_total", "counter", "Calls refused because the queue was full.",
                  double(figures.refused)) +
           figure("queue_images", "gauge", "Images that wait.", double(figures.waiting)) +
           figure("busy_seconds_total", "counter", "Time spent in networks and decoding.",
                  double(figures.busy.count()) / 1e6) +
           figure("resident_memory_bytes", "gauge", "Memory of the process.", residentBytes());
}

} // namespace

void EndpointMetrics::count(const HttpExchange& exchange, const EndpointModels& models)
{
    const Key key{deploymentOf(exchange.path, models), exchange.status / 100};
    const double seconds = double(exchange.duration.count()) / 1e6;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    const std::lock_guard lock(m_access);
    ++m_requests[key];
    if (!isCall(exchange.path))
        return;
    ++m_durations[std::size_t(bucket)];
    m_seconds += seconds;
}

QByteArray EndpointMetrics::exchangesText() const
{
    const std::lock_guard lock(m_access);
    QByteArray text = heading("requests_total", "counter", "Requests that were answered.");
    for (const auto& [key, count] : m_requests)
        text += line("requests_total",
                     "deployment=\"" + key.first.toLatin1() + "\",status=\"" +
                         statusClass(key.second) + "\"",
                     double(count));
    text += heading("call_seconds", "histogram", "Time from a call's headers to its answer.");
    std::size_t below = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        below += m_durations[i];
        text += line("call_seconds_bucket", "le=\"" + QByteArray::number(bounds[i]) + "\"",
                     double(below));
    }
    const auto all = double(below + m_durations.back());
    return text + line("call_seconds_bucket", "le=\"+Inf\"", all) +
           line("call_seconds_sum", {}, m_seconds) + line("call_seconds_count", {}, all);
}

QByteArray EndpointMetrics::text(const EndpointModels& models,
                                 const InferenceFigures& figures) const
{
    return exchangesText() + deploymentsText(models) + figuresText(figures);
}

} // namespace labelwright
