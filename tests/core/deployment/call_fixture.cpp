#include "tests/core/deployment/call_fixture.h"

#include "tests/core/deployment/random_model.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <gtest/gtest.h>

#include <future>

namespace labelwright::tests {

CallFixture::CallFixture(InferenceLimits limits)
{
    auto service =
        PredictionService::open(randomModel(m_folder.path(), {}, ColorMode::Rgb, Fit::Stretch), 2);
    EXPECT_TRUE(service) << service.error().summary.toStdString();
    m_service = std::make_shared<const PredictionService>(std::move(*service));
    CallService calls;
    calls.queue = std::make_shared<InferenceQueue>(limits);
    calls.seen = [this](const SeenImage& image) { seen.push_back(image); };
    m_routes = std::make_unique<EndpointRoutes>(
        calls, [](const EndpointModels&) { return QByteArray("figures 1\n"); });
    offer({model()});
}

EndpointModel CallFixture::model() const
{
    EndpointModel model;
    model.id = 7;
    model.name = "photos";
    model.title = "Photos";
    model.version = "3 best";
    model.inputName = "image";
    model.outputNames =
        QStringList{"Sky", "Water", "a \"quoted\" label", QString::fromUtf8("Bäume")};
    model.enabled = true;
    model.tokens = {{sha256Of("secret"), {}}};
    model.service = m_service;
    return model;
}

void CallFixture::offer(std::vector<EndpointModel> models)
{
    EndpointModels all;
    for (EndpointModel& one : models)
        all.push_back(std::make_shared<const EndpointModel>(std::move(one)));
    m_routes->setModels(all);
}

HttpResponse CallFixture::ask(const HttpRequest& request) const
{
    auto promise = std::make_shared<std::promise<HttpResponse>>();
    std::future<HttpResponse> answer = promise->get_future();
    m_routes->answer(request, [promise](HttpResponse r) { promise->set_value(std::move(r)); });
    if (answer.wait_for(std::chrono::seconds(20)) == std::future_status::ready)
        return answer.get();
    ADD_FAILURE() << "no answer to " << request.path.toStdString();
    return {};
}

HttpResponse CallFixture::get(const QString& path, const QByteArray& token) const
{
    return ask(requestFor("GET", path, token));
}

HttpResponse CallFixture::post(const QString& path, const QByteArray& body,
                               const QByteArray& token) const
{
    return ask(requestFor("POST", path, token, body));
}

HttpRequest requestFor(const QByteArray& method, const QString& path, const QByteArray& token,
                       const QByteArray& body)
{
    HttpRequest request;
    request.method = method;
    request.path = path.section('?', 0, 0);
    request.query = QUrlQuery(path.section('?', 1));
    request.peer = "127.0.0.1";
    request.body = body;
    if (!token.isEmpty())
        request.headers["authorization"] = "Bearer " + token;
    return request;
}

QByteArray sha256Of(const QByteArray& secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

QString dataUrl(const QByteArray& image, const QString& type)
{
    return "data:" + type + ";base64," + QString::fromLatin1(image.toBase64());
}

QByteArray rowsBody(const QStringList& urls, const QString& input)
{
    QJsonArray rows;
    for (const QString& url : urls)
        rows.append(QJsonObject{{input, url}});
    return QJsonDocument(QJsonObject{{"rows", rows}}).toJson(QJsonDocument::Compact);
}

QJsonObject jsonOf(const HttpResponse& response)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    EXPECT_TRUE(document.isObject()) << response.body.toStdString();
    return document.object();
}

QByteArray pngBomb(int width, int height)
{
    QProcess python;
    python.start("/usr/bin/python3",
                 {"-c",
                  "import sys, zlib, struct\n"
                  "w, h = int(sys.argv[1]), int(sys.argv[2])\n"
                  "c = lambda n, d: struct.pack('>I', len(d)) + n + d + struct.pack('>I', "
                  "zlib.crc32(n + d))\n"
                  "z = zlib.compressobj(9)\n"
                  "row = bytes((w + 7) // 8 + 1)\n"
                  "data = b''.join(z.compress(row) for _ in range(h)) + z.flush()\n"
                  "sys.stdout.buffer.write(b'\\x89PNG\\r\\n\\x1a\\n' + c(b'IHDR', struct.pack("
                  "'>IIBBBBB', w, h, 1, 0, 0, 0, 0)) + c(b'IDAT', data) + c(b'IEND', b''))",
                  QString::number(width), QString::number(height)});
    EXPECT_TRUE(python.waitForFinished(60'000));
    return python.readAllStandardOutput();
}

} // namespace labelwright::tests
