#include "core/deployment/endpoint_metrics.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

HttpExchange exchange(const QString& path, int status, int milliseconds)
{
    HttpExchange one;
    one.path = path;
    one.status = status;
    one.duration = std::chrono::milliseconds(milliseconds);
    return one;
}

} // namespace

TEST(EndpointMetrics, CountsByDeploymentAndStatus)
{
    auto model = std::make_shared<EndpointModel>();
    model->id = 7;
    model->name = "photos";
    const EndpointModels models{model};
    EndpointMetrics metrics;
    metrics.count(exchange("/deployment/7/forward", 200, 3), models);
    metrics.count(exchange("/v2/models/photos/infer", 200, 700), models);
    metrics.count(exchange("/deployment/7/forward", 401, 60'000), models);
    metrics.count(exchange("/deployment/99/forward", 401, 1), models);
    metrics.count(exchange("/health", 200, 1), models);
    metrics.count(exchange("/deployment/7/openapi.json", 0, 1), models);
    InferenceFigures figures;
    figures.images = 12;
    figures.waiting = 3;
    const QByteArray text = metrics.text(models, figures);
    for (const char* line :
         {"labelwright_requests_total{deployment=\"7\",status=\"2xx\"} 2",
          "labelwright_requests_total{deployment=\"7\",status=\"4xx\"} 1",
          "labelwright_requests_total{deployment=\"7\",status=\"ended\"} 1",
          "labelwright_requests_total{deployment=\"\",status=\"4xx\"} 1",
          "labelwright_requests_total{deployment=\"\",status=\"2xx\"} 1",
          "labelwright_call_seconds_bucket{le=\"0.0025\"} 1",
          "labelwright_call_seconds_bucket{le=\"0.005\"} 2",
          "labelwright_call_seconds_bucket{le=\"1\"} 3",
          "labelwright_call_seconds_bucket{le=\"10\"} 3",
          "labelwright_call_seconds_bucket{le=\"+Inf\"} 4", "labelwright_call_seconds_count 4",
          "labelwright_deployment_ready{deployment=\"7\"} 0", "labelwright_images_total 12",
          "labelwright_queue_images 3"})
        EXPECT_TRUE(text.split('\n').contains(line)) << line << "\n" << text.toStdString();
}

TEST(EndpointMetrics, EveryLineFollowsTheTextFormat)
{
    EndpointMetrics metrics;
    metrics.count(exchange("/deployment/7/forward", 200, 3), {});
    const QRegularExpression sample(
        R"(^labelwright_[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+$)");
    const QRegularExpression comment(
        R"(^# (HELP labelwright_[a-z_]+ .+|TYPE labelwright_[a-z_]+ (counter|gauge|histogram))$)");
    const QByteArray text = metrics.text({}, {});
    EXPECT_TRUE(text.endsWith('\n'));
    for (const QByteArray& line : text.chopped(1).split('\n')) {
        const QString words = QString::fromUtf8(line);
        EXPECT_TRUE(sample.match(words).hasMatch() || comment.match(words).hasMatch())
            << line.toStdString();
    }
    const QRegularExpression memory("labelwright_resident_memory_bytes ([0-9.e+]+)\n");
    EXPECT_GT(memory.match(QString::fromUtf8(text)).captured(1).toDouble(), 1e6);
}

} // namespace labelwright
