#include "core/deployment/forward_call.h"

#include "tests/core/deployment/call_fixture.h"
#include "tests/core/deployment/random_model.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace labelwright {

using namespace tests;

namespace {

const QString forwardUrl = "/deployment/7/forward";

class ForwardCallTest : public testing::Test
{
protected:
    CallFixture m_calls;
    std::vector<NamedImage> m_images = jpegs(6);
    EndpointModel m_model = m_calls.model();

    QStringList urls(qsizetype count) const
    {
        QStringList all;
        for (qsizetype i = 0; i < count; ++i)
            all.append(dataUrl(m_images[std::size_t(i) % m_images.size()].encoded, "image/jpeg"));
        return all;
    }

    /// The flat row of an image, as the service itself predicts it.
    void expectRow(const QJsonObject& row, const QByteArray& image) const
    {
        const auto predicted = m_model.service->predict(std::vector{image});
        ASSERT_TRUE(predicted.front());
        ASSERT_EQ(row.size(), m_model.outputNames.size());
        for (qsizetype i = 0; i < m_model.outputNames.size(); ++i) {
            const QJsonValue value = row[m_model.outputNames[i]];
            EXPECT_TRUE(value.isDouble());
            EXPECT_NEAR(value.toDouble(-1), predicted.front()->scores[std::size_t(i)], 1e-5);
        }
    }

    HttpResponse sendForm(const std::vector<HttpFormField>& form, const QString& url = forwardUrl)
    {
        HttpRequest request = requestFor("POST", url, "secret");
        request.headers["content-type"] = "multipart/form-data; boundary=x";
        request.form = form;
        return m_calls.ask(request);
    }
};

struct BadRowCase
{
    QString row;
    int status;
    const char* code;
    const char* words; ///< Part of the sentence.
};

} // namespace

TEST_F(ForwardCallTest, GivesOneFlatRowPerImageInOrder)
{
    const QJsonObject answer = jsonOf(m_calls.post(forwardUrl, rowsBody(urls(128))));
    EXPECT_EQ(answer.keys(), QStringList{"rows"});
    const QJsonArray rows = answer["rows"].toArray();
    ASSERT_EQ(rows.size(), 128);
    for (qsizetype i = 0; i < 6; ++i)
        expectRow(rows[i].toObject(), m_images[std::size_t(i)].encoded);
    for (qsizetype i = 6; i < 128; ++i)
        for (const QString& name : m_model.outputNames)
            EXPECT_NEAR(rows[i].toObject()[name].toDouble(),
                        rows[i % 6].toObject()[name].toDouble(), 1e-5);
}

TEST_F(ForwardCallTest, TakesAllImageTypesAndSpellings)
{
    for (const NamedImage& image : imagesOfAllKinds())
        for (const char* type : {"image/png", "image/jpg", "image/JPG", "image/jpeg", "image/webp",
                                 "image/bmp", "image/gif", "image/tiff"}) {
            if (image.name != "alpha.png" && QString(type) != "image/png")
                continue;
            const HttpResponse response =
                m_calls.post(forwardUrl, rowsBody({dataUrl(image.encoded, type)}));
            ASSERT_EQ(response.status, 200) << image.name.toStdString() << type;
            expectRow(jsonOf(response)["rows"].toArray()[0].toObject(), image.encoded);
        }
}

TEST_F(ForwardCallTest, AnswersAFormWithOneFlatObject)
{
    const QByteArray image = m_images[0].encoded;
    expectRow(jsonOf(sendForm({{"image", "x.jpg", image}})), image);
    expectRow(jsonOf(sendForm({{"image", {}, dataUrl(image, "image/jpeg").toLatin1()}})), image);
    const QJsonObject detailed =
        jsonOf(sendForm({{"image", "x.jpg", image}}, forwardUrl + "?details=1"));
    expectRow(detailed["scores"].toObject(), image);
    EXPECT_EQ(detailed["modelVersion"].toString(), "3 best");

    const std::pair<std::vector<HttpFormField>, const char*> bad[] = {
        {{}, "The form is empty; send one image as \"image\"."},
        {{{"picture", "x.jpg", image}},
         "There is no input \"picture\"; the input is called \"image\"."},
        {{{"image", "x.jpg", image}, {"image", "y.jpg", image}},
         "A form takes one image; send several as JSON rows."},
        {{{"image", "x.jpg", "text"}},
         "The file is no image that can be read; use JPEG, PNG, GIF, WebP, BMP or TIFF."}};
    for (const auto& [form, sentence] : bad) {
        const HttpResponse response = sendForm(form);
        EXPECT_GE(response.status, 400);
        EXPECT_LT(response.status, 500);
        EXPECT_EQ(jsonOf(response)["errorMessage"].toString(), sentence);
    }
}

TEST_F(ForwardCallTest, NoRowsGiveNoRows)
{
    EXPECT_EQ(m_calls.post(forwardUrl, "{\"rows\":[]}").body, "{\"rows\":[]}");
    const QJsonObject detailed = jsonOf(m_calls.post(forwardUrl + "?details=1", "{\"rows\":[]}"));
    EXPECT_TRUE(detailed["rows"].toArray().isEmpty());
    EXPECT_EQ(detailed["thresholds"].toObject().size(), 4);
}

TEST_F(ForwardCallTest, ABadRowFailsTheCallOrWithDetailsItself)
{
    const QByteArray cut = m_images[1].encoded.left(m_images[1].encoded.size() / 2);
    const std::vector<BadRowCase> cases{
        {"5", 400, "BAD_ROW", "A row is an object"},
        {"{}", 400, "MISSING_INPUT", "The input \"image\" is missing."},
        {"{\"picture\":\"x\"}", 400, "UNKNOWN_INPUT", "There is no input \"picture\""},
        {"{\"image\":3}", 400, "BAD_ROW", "is no string"},
        {"{\"image\":\"abc\"}", 400, "BAD_DATA_URL", "is no data URL"},
        {"{\"image\":\"data:text/html;base64,AAAA\"}", 415, "BAD_IMAGE_TYPE", "\"text/html\""},
        {"{\"image\":\"data:image/png,AAAA\"}", 400, "BAD_DATA_URL", "not in base64"},
        {"{\"image\":\"data:image/png;base64,AA*A\"}", 400, "BAD_BASE64", "not valid base64"},
        {"{\"image\":\"data:image/png;base64,AAA\"}", 400, "BAD_BASE64", "not valid base64"},
        {"{\"image\":\"data:image/png;base64,AA A\"}", 400, "BAD_BASE64", "not valid base64"},
        {"{\"image\":\"data:image/png;base64,\"}", 422, "BAD_IMAGE", "The image file is empty."},
        {"{\"image\":\"data:image/png;base64,AAAA\"}", 422, "BAD_IMAGE", "no image that can be"},
        {"{\"image\":\"" + dataUrl(cut) + "\"}", 422, "BAD_IMAGE", "cut off or damaged"}};
    const QString good = "{\"image\":\"" + urls(1).first() + "\"}";
    for (const BadRowCase& bad : cases) {
        SCOPED_TRACE(bad.row.left(60).toStdString());
        const QByteArray body = QString("{\"rows\":[%1,%2,%1]}").arg(good, bad.row).toUtf8();
        const HttpResponse response = m_calls.post(forwardUrl, body);
        EXPECT_EQ(response.status, bad.status);
        const QJsonObject error = jsonOf(response);
        EXPECT_EQ(error["errorCode"].toString(), bad.code);
        EXPECT_TRUE(error["errorMessage"].toString().startsWith("Row 2: "));
        EXPECT_TRUE(error["errorMessage"].toString().contains(bad.words))
            << response.body.toStdString();

        const HttpResponse detailed = m_calls.post(forwardUrl + "?details=1", body);
        EXPECT_EQ(detailed.status, 200);
        const QJsonArray rows = jsonOf(detailed)["rows"].toArray();
        ASSERT_EQ(rows.size(), 3);
        EXPECT_EQ(rows[1].toObject(), error);
        for (const int row : {0, 2})
            expectRow(rows[row].toObject()["scores"].toObject(), m_images[0].encoded);
    }
}

TEST_F(ForwardCallTest, DetailsTellDecisionsThresholdsAndVersion)
{
    const QJsonObject answer = jsonOf(m_calls.post(forwardUrl + "?details=1", rowsBody(urls(6))));
    EXPECT_EQ(answer["modelVersion"].toString(), "3 best");
    const QJsonObject thresholds = answer["thresholds"].toObject();
    EXPECT_NEAR(thresholds[QString::fromUtf8("Bäume")].toDouble(), 0.45, 1e-6);
    int present = 0;
    for (const QJsonValue& row : answer["rows"].toArray())
        for (const QString& name : m_model.outputNames) {
            const QJsonValue decision = row.toObject()["decisions"].toObject()[name];
            ASSERT_TRUE(decision.isBool());
            EXPECT_EQ(decision.toBool(), row.toObject()["scores"].toObject()[name].toDouble() >=
                                             thresholds[name].toDouble());
            present += decision.toBool() ? 1 : 0;
        }
    EXPECT_GT(present, 0);
    EXPECT_LT(present, 24);
}

TEST_F(ForwardCallTest, RefusesBodiesThatAreNotRows)
{
    const std::tuple<QByteArray, int, const char*> cases[] = {
        {"", 400, "BAD_JSON"},
        {"{\"rows\":[", 400, "BAD_JSON"},
        {"[1]", 400, "BAD_JSON"},
        {"{}", 400, "MISSING_ROWS"},
        {"{\"rows\":{}}", 400, "MISSING_ROWS"},
        {"{\"rows\":[" + QByteArray("{},").repeated(1024) + "{}]}", 413, "TOO_MANY_ROWS"},
        {"{\"rows\":[" + QByteArray("[1],").repeated(100'000) + "[]]}", 413, "TOO_MANY_VALUES"}};
    for (const auto& [body, status, code] : cases) {
        const HttpResponse response = m_calls.post(forwardUrl, body);
        EXPECT_EQ(response.status, status) << body.left(40).toStdString();
        EXPECT_EQ(jsonOf(response)["errorCode"].toString(), code) << body.left(40).toStdString();
    }
}

TEST_F(ForwardCallTest, RefusesAnImageBombBeforeDecodingIt)
{
    const QByteArray bomb = pngBomb(30'000, 30'000);
    ASSERT_GT(bomb.size(), 1000);
    ASSERT_LT(bomb.size(), 1'000'000);
    QElapsedTimer timer;
    timer.start();
    const HttpResponse response = m_calls.post(forwardUrl, rowsBody({dataUrl(bomb)}));
    EXPECT_LT(timer.elapsed(), 1000);
    EXPECT_EQ(response.status, 413);
    EXPECT_EQ(jsonOf(response)["errorCode"].toString(), "IMAGE_TOO_LARGE");
}

TEST_F(ForwardCallTest, ShowsImagesOnlyWhereTheModelKeepsThem)
{
    EXPECT_EQ(m_calls.post(forwardUrl, rowsBody(urls(2))).status, 200);
    EXPECT_TRUE(m_calls.seen.empty());
    m_model.keepsRequests = true;
    m_calls.offer({m_model});
    EXPECT_EQ(m_calls.post(forwardUrl, rowsBody(urls(2))).status, 200);
    ASSERT_EQ(m_calls.seen.size(), 2U);
    EXPECT_EQ(m_calls.seen[1].encoded, m_images[1].encoded);
    EXPECT_EQ(m_calls.seen[1].deployment, 7);
    EXPECT_EQ(m_calls.seen[1].prediction.scores.size(), 4U);
}

TEST_F(ForwardCallTest, ClosedModelsSaySo)
{
    struct Closed
    {
        std::function<void(EndpointModel&)> change;
        int status;
        const char* code;
        bool tellsWhen;
    };
    const std::vector<Closed> cases{
        {[](EndpointModel& m) { m.enabled = false; }, 409, "DISABLED", false},
        {[](EndpointModel& m) { m.service = nullptr; }, 503, "NOT_READY", true},
        {[](EndpointModel& m) { m.outputNames.removeLast(); }, 500, "BAD_NAMES", false}};
    for (const Closed& closed : cases) {
        EndpointModel model = m_calls.model();
        closed.change(model);
        m_calls.offer({model});
        const HttpResponse response = m_calls.post(forwardUrl, rowsBody(urls(1)));
        EXPECT_EQ(response.status, closed.status);
        EXPECT_EQ(jsonOf(response)["errorCode"].toString(), closed.code);
        const bool tellsWhen =
            std::any_of(response.headers.begin(), response.headers.end(),
                        [](const auto& header) { return header.first == "Retry-After"; });
        EXPECT_EQ(tellsWhen, closed.tellsWhen);
    }
}

TEST(ForwardCall, AFullQueueIsAnswered503)
{
    InferenceLimits limits;
    limits.waitingImages = 40;
    const CallFixture calls(limits);
    const QByteArray image = jpegs(1).front().encoded;
    QStringList urls;
    for (int i = 0; i < 40; ++i)
        urls.append(dataUrl(image));
    std::vector<std::jthread> callers;
    std::atomic<int> served = 0;
    std::atomic<int> refusedCalls = 0;
    for (int i = 0; i < 8; ++i)
        callers.emplace_back([&] {
            const HttpResponse response = calls.post(forwardUrl, rowsBody(urls));
            if (response.status == 200)
                ++served;
            else if (response.status == 503 && response.headers.front().first == "Retry-After" &&
                     response.headers.front().second.toInt() >= 1)
                ++refusedCalls;
        });
    callers.clear();
    EXPECT_GT(served, 0);
    EXPECT_GT(refusedCalls, 0);
    EXPECT_EQ(served + refusedCalls, 8);
}

} // namespace labelwright
