// The endpoint as its callers see it: over a connection, with curl and Python as clients.

#include "core/deployment/endpoint.h"

#include "tests/core/deployment/call_fixture.h"
#include "tests/core/deployment/http_client.h"
#include "tests/core/deployment/random_model.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace labelwright {

using namespace tests;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject jsonOf(const CurlAnswer& answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    EXPECT_TRUE(document.isObject()) << answer.body.toStdString();
    return document.object();
}

class EndpointTest : public testing::Test
{
protected:
    CallFixture m_calls; ///< For its model.
    QTemporaryDir m_folder;
    QString m_logPath = m_folder.filePath("access.log");
    std::unique_ptr<Endpoint> m_endpoint;
    QByteArray m_image = jpegs(1).front().encoded;
    QString m_imagePath = m_folder.filePath("x.jpg");

    void SetUp() override
    {
        EndpointOptions options;
        options.accessLogPath = m_logPath;
        auto endpoint = Endpoint::start(options);
        ASSERT_TRUE(endpoint) << endpoint.error().summary.toStdString();
        m_endpoint = std::move(*endpoint);
        m_endpoint->setModels({m_calls.model()});
        QFile file(m_imagePath);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(m_image);
    }

    [[nodiscard]] QString url(const QString& path) const { return m_endpoint->url() + path; }

    [[nodiscard]] CurlAnswer get(const QString& path, const QStringList& more = {}) const
    {
        return curl(QStringList{url(path), "-H", "Authorization: Bearer secret"} + more);
    }

    [[nodiscard]] CurlAnswer post(const QString& path, const QByteArray& body,
                                  const QByteArray& token = "secret") const
    {
        return curl({url(path), "-H", "Authorization: Bearer " + QString::fromLatin1(token), "-H",
                     "Content-Type: application/json", "--data-binary", "@-"},
                    body);
    }

    void expectScores(const QJsonObject& row) const
    {
        const EndpointModel model = m_calls.model();
        const auto predicted = model.service->predict(std::vector{m_image});
        ASSERT_EQ(row.size(), model.outputNames.size());
        for (qsizetype i = 0; i < model.outputNames.size(); ++i)
            EXPECT_NEAR(row[model.outputNames[i]].toDouble(-1),
                        predicted.front()->scores[std::size_t(i)], 1e-5);
    }
};

} // namespace

TEST_F(EndpointTest, AnswersRowsAndFormsToCurl)
{
    QStringList urls;
    for (int i = 0; i < 128; ++i)
        urls.append(dataUrl(m_image, "image/JPG"));
    const CurlAnswer rows = post("/deployment/7/forward", rowsBody(urls));
    EXPECT_EQ(rows.status, 200);
    const QJsonArray list = jsonOf(rows)["rows"].toArray();
    ASSERT_EQ(list.size(), 128);
    for (const qsizetype i : {0, 63, 127})
        expectScores(list[i].toObject());

    const CurlAnswer form =
        curl({url("/deployment/7/forward"), "-F", "image=@" + m_imagePath, "-u", "secret:"});
    EXPECT_EQ(form.status, 200);
    expectScores(jsonOf(form));
    const CurlAnswer wrong =
        curl({url("/deployment/7/forward"), "-F", "image=@" + m_imagePath, "-u", "other:"});
    EXPECT_EQ(wrong.status, 401);
    EXPECT_TRUE(wrong.headers.toLower().contains("www-authenticate: bearer"));
    const CurlAnswer detailed = post("/deployment/7/forward?details=1", rowsBody({urls[0], "x"}));
    EXPECT_EQ(detailed.status, 200);
    EXPECT_EQ(jsonOf(detailed)["rows"][1]["errorCode"].toString(), "BAD_DATA_URL");
    const CurlAnswer bad = post("/deployment/7/forward", rowsBody({urls[0], "x"}));
    EXPECT_EQ(bad.status, 400);
    EXPECT_TRUE(jsonOf(bad)["errorMessage"].toString().startsWith("Row 2: "));
}

TEST_F(EndpointTest, TellsMethodsAndAddresses)
{
    struct Asked
    {
        QStringList arguments;
        int status;
        const char* header; ///< Part of the headers, in lower case.
    };
    const QString token = "Authorization: Bearer secret";
    const Asked cases[] = {
        {{url("/health")}, 200, "cache-control: no-store"},
        {{"-I", url("/health")}, 200, "content-length: 15"},
        {{"-I", url("/deployment/7/openapi.json"), "-H", token}, 200, "application/json"},
        {{"-X", "PUT", url("/health")}, 405, "allow: get, head"},
        {{url("/deployment/7/forward"), "-H", token}, 405, "allow: post"},
        {{url("/deployment/8/forward"), "-H", token}, 405, "allow: post"},
        {{"-d", "{}", url("/deployment/8/forward"), "-H", token}, 401, "www-authenticate: bearer"},
        {{url("/")}, 404, "application/json"},
        {{url("/deployment")}, 404, ""},
        {{"--path-as-is", url("/deployment/7/../../etc/passwd")}, 404, ""},
        {{url("/deployment/7")}, 308, "location: 7/"},
        {{url("/deployment/7/")}, 200, "content-security-policy: default-src 'none'"},
        {{url("/metrics")}, 200, "text/plain; version=0.0.4"},
        {{url("/v2")}, 200, "application/json"},
        {{url("/v2/models/photos"), "-H", token}, 200, ""},
        {{url("/v2/models/photos")}, 401, "www-authenticate: bearer"}};
    for (const Asked& asked : cases) {
        const CurlAnswer answer = curl(asked.arguments);
        EXPECT_EQ(answer.status, asked.status) << asked.arguments.join(' ').toStdString();
        EXPECT_TRUE(answer.headers.toLower().contains(asked.header))
            << asked.arguments.join(' ').toStdString() << "\n"
            << answer.headers.toStdString();
    }
}

TEST_F(EndpointTest, ModelsOpenAndCloseWhileItRuns)
{
    EndpointModel model = m_calls.model();
    const QByteArray body = rowsBody({dataUrl(m_image, "image/jpeg")});
    const auto status = [&](const QByteArray& token) {
        return post("/deployment/7/forward", body, token).status;
    };
    EXPECT_EQ(status("secret"), 200);
    model.tokens[0].expires = QDateTime::currentDateTimeUtc().addSecs(-1);
    m_endpoint->setModels({model});
    EXPECT_EQ(status("secret"), 401);
    model.tokens = {{sha256Of("next"), QDateTime::currentDateTimeUtc().addDays(1)}};
    m_endpoint->setModels({model});
    EXPECT_EQ(status("secret"), 401);
    EXPECT_EQ(status("next"), 200);
    model.isPublic = true;
    m_endpoint->setModels({model});
    EXPECT_EQ(status("whatever"), 200);
    model.enabled = false;
    m_endpoint->setModels({model});
    const CurlAnswer disabled = post("/deployment/7/forward", body);
    EXPECT_EQ(disabled.status, 409);
    EXPECT_EQ(jsonOf(disabled)["errorMessage"].toString(),
              "This deployment is disabled; ask its owner to enable it.");
    m_endpoint->setModels({});
    EXPECT_EQ(status("next"), 401);
}

TEST_F(EndpointTest, SwappingModelsDropsNoRequest)
{
    const QByteArray body = rowsBody({dataUrl(m_image, "image/jpeg")});
    const QByteArray request = "POST /deployment/7/forward HTTP/1.1\r\nHost: x\r\nAuthorization: "
                               "Bearer secret\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const auto port = quint16(QUrl(m_endpoint->url()).port());
    constexpr int perCaller = 40;
    std::atomic<int> answered = 0;
    std::atomic<int> callers = 4;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            RawClient client(port);
            for (int call = 0; call < perCaller && client.send(request); ++call)
                if (client.receiveAnswer().startsWith("HTTP/1.1 200"))
                    ++answered;
            --callers;
        });
    // Each swap also brings another service, so that the former one goes while it is needed.
    QTemporaryDir folder;
    const ServedModel served = randomModel(folder.path(), {}, ColorMode::Rgb, Fit::Stretch);
    int swaps = 0;
    for (; callers > 0; ++swaps) {
        EndpointModel model = m_calls.model();
        auto service = PredictionService::open(served, 1);
        ASSERT_TRUE(service);
        model.service = std::make_shared<const PredictionService>(std::move(*service));
        m_endpoint->setModels({model});
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(answered, 4 * perCaller);
    EXPECT_GT(swaps, 3);
    EXPECT_EQ(m_endpoint->figures().images, 4U * perCaller);
}

TEST_F(EndpointTest, SpeaksTheOpenInferenceProtocolWithPython)
{
    const char* const client = R"(
import json, struct, sys, urllib.request
url, path = sys.argv[1:3]
image = open(path, 'rb').read()
tensor = struct.pack('<I', len(image)) + image
tensor += tensor
head = json.dumps({'id': 'py', 'inputs': [{'name': 'encoded', 'datatype': 'BYTES', 'shape': [2],
    'parameters': {'binary_data_size': len(tensor)}}],
    'outputs': [{'name': 'scores', 'parameters': {'binary_data': True}}, {'name': 'labels'}]}).encode()
call = urllib.request.Request(url + '/v2/models/photos/infer', head + tensor, {
    'Authorization': 'Bearer secret', 'Inference-Header-Content-Length': str(len(head)),
    'Content-Type': 'application/octet-stream'})
with urllib.request.urlopen(call) as answer:
    length = int(answer.headers['Inference-Header-Content-Length'])
    body = answer.read()
head = json.loads(body[:length])
assert head['id'] == 'py' and head['model_name'] == 'photos', head
scores, labels = head['outputs']
assert scores['shape'] == [2, 4] and scores['datatype'] == 'FP32', scores
assert scores['parameters']['binary_data_size'] == len(body) - length == 32
values = struct.unpack('<8f', body[length:])
assert max(abs(a - b) for a, b in zip(values[:4], values[4:])) < 1e-5
print(json.dumps(dict(zip(labels['data'], values[:4]))))
)";
    QProcess python;
    python.start("/usr/bin/python3", {"-c", client, m_endpoint->url(), m_imagePath});
    ASSERT_TRUE(python.waitForFinished(30'000));
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    expectScores(QJsonDocument::fromJson(python.readAllStandardOutput()).object());
}

TEST_F(EndpointTest, RefusesBombsAndStaysWell)
{
    const CurlAnswer bomb =
        post("/deployment/7/forward", rowsBody({dataUrl(pngBomb(30'000, 30'000))}));
    EXPECT_EQ(bomb.status, 413);
    const QByteArray deep = "{\"rows\":" + QByteArray("[").repeated(200'000);
    EXPECT_EQ(post("/deployment/7/forward", deep).status, 413);
    EXPECT_EQ(post("/deployment/7/forward", QByteArray("[").repeated(10'000)).status, 400);
    EXPECT_EQ(post("/v2/models/photos/infer", deep).status, 400);
    EXPECT_EQ(get("/health").status, 200);
}

TEST_F(EndpointTest, TellsNothingOfTheMachineAndLogsNoSecrets)
{
    const QByteArray cut = m_image.left(m_image.size() / 2);
    QByteArray answers;
    for (const char* path : {"/deployment/7/forward", "/deployment/7/forward?details=1&key=hidden",
                             "/v2/models/photos/infer"})
        for (const QByteArray& body :
             {QByteArray("{"), rowsBody({dataUrl(cut)}), rowsBody({"file:///etc/passwd"})})
            answers += post(path, body).body;
    for (const char* path : {"/deployment/7/", "/deployment/7/openapi.json", "/metrics", "/v2",
                             "/health", "/v2/models/photos", "/nothing"})
        answers += get(path).body;
    const QRegularExpression places("/(work|home|tmp|root|usr|var|proc)/|safetensors|secret");
    EXPECT_FALSE(places.match(QString::fromUtf8(answers)).hasMatch());

    // A line is written after its answer is sent.
    for (int i = 0; i < 200 && contentOf(m_logPath).count('\n') < 16; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const QByteArray log = contentOf(m_logPath);
    EXPECT_EQ(log.count('\n'), 16);
    for (const QByteArray& line : log.chopped(1).split('\n'))
        EXPECT_TRUE(QJsonDocument::fromJson(line).isObject()) << line.toStdString();
    for (const char* hidden : {"secret", "hidden", "base64"})
        EXPECT_FALSE(log.contains(hidden)) << hidden;
    const QByteArray figures = get("/metrics").body;
    EXPECT_TRUE(figures.contains("labelwright_requests_total{deployment=\"7\",status=\"4xx\"}"));
}

TEST(Endpoint, SaysWhyItCannotStart)
{
    auto first = Endpoint::start({});
    ASSERT_TRUE(first);
    EndpointOptions options;
    options.server.port = quint16(QUrl((*first)->url()).port());
    const auto second = Endpoint::start(options);
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().summary.contains(QString::number(options.server.port)));
    options.server.port = 0;
    options.accessLogPath = "/proc/no/such/file";
    EXPECT_FALSE(Endpoint::start(options));
    options.accessLogPath.clear();
    options.server.address = "::1";
    const auto sixth = Endpoint::start(options);
    if (!sixth)
        GTEST_SKIP() << "no IPv6 on this machine";
    EXPECT_TRUE((*sixth)->url().startsWith("http://[::1]:"));
}

} // namespace labelwright
