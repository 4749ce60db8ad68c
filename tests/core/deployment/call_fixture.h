#pragma once

#include "core/deployment/endpoint_routes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace labelwright::tests {

/// Models with random weights behind routes that are asked without a server.
class CallFixture
{
public:
    explicit CallFixture(InferenceLimits limits = {});

    /// A deployment 7, "photos", that is enabled and takes the token "secret".
    [[nodiscard]] EndpointModel model() const;

    /// Offers them instead of what was offered.
    void offer(std::vector<EndpointModel> models);

    /// Sends a request and waits for its answer; fails the test when there is none in 20 s.
    [[nodiscard]] HttpResponse ask(const HttpRequest& request) const;

    [[nodiscard]] HttpResponse get(const QString& path, const QByteArray& token = "secret") const;
    [[nodiscard]] HttpResponse post(const QString& path, const QByteArray& body,
                                    const QByteArray& token = "secret") const;

    std::vector<SeenImage> seen;

private:
    QTemporaryDir m_folder;
    InferenceQueue::Service m_service;
    std::unique_ptr<EndpointRoutes> m_routes;
};

/// A request as the server hands it on; the token as Bearer unless it is empty.
HttpRequest requestFor(const QByteArray& method, const QString& path, const QByteArray& token,
                       const QByteArray& body = {});

QByteArray sha256Of(const QByteArray& secret);

QString dataUrl(const QByteArray& image, const QString& type = "image/png");

/// {"rows": [{"image": url}, …]}
QByteArray rowsBody(const QStringList& urls, const QString& input = "image");

QJsonObject jsonOf(const HttpResponse& response);

/// A PNG of one black plane that holds far more pixels than bytes.
QByteArray pngBomb(int width, int height);

} // namespace labelwright::tests
