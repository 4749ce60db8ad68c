#include "core/deployment/inference_call.h"

#include "tests/core/deployment/call_fixture.h"
#include "tests/core/deployment/random_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

constexpr int height = 64;
constexpr int width = 96;
constexpr int imageBytes = height * width * 3;
const QString inferUrl = "/v2/models/photos/infer";

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Bytes that differ from image to image.
QByteArray somePixels(int images)
{
    QByteArray bytes;
    for (int i = 0; i < images * imageBytes; ++i)
        bytes += char(i * 7 % 251 + i / imageBytes * 3);
    return bytes;
}

QJsonObject imagesInput(int images, const QJsonValue& data)
{
    return {{"name", "images"},
            {"datatype", "UINT8"},
            {"shape", QJsonArray{images, height, width, 3}},
            {"data", data}};
}

QJsonArray flat(const QByteArray& bytes)
{
    QJsonArray values;
    for (const char byte : bytes)
        values.append(int(static_cast<unsigned char>(byte)));
    return values;
}

/// The flat values as [N][height][width][3].
QJsonArray nested(const QByteArray& bytes)
{
    QJsonArray images;
    const QJsonArray values = flat(bytes);
    for (qsizetype at = 0; at < values.size();) {
        QJsonArray rows;
        for (int y = 0; y < height; ++y) {
            QJsonArray row;
            for (int x = 0; x < width; ++x, at += 3)
                row.append(QJsonArray{values[at], values[at + 1], values[at + 2]});
            rows.append(row);
        }
        images.append(rows);
    }
    return images;
}

/// Elements with their length before them.
QByteArray bytesTensor(const std::vector<QByteArray>& elements)
{
    QByteArray bytes;
    for (const QByteArray& element : elements) {
        char length[4];
        qToLittleEndian(quint32(element.size()), length);
        bytes.append(length, 4);
        bytes += element;
    }
    return bytes;
}

QByteArray headerOf(const HttpResponse& response, const QByteArray& name)
{
    for (const auto& [header, value] : response.headers)
        if (header == name)
            return value;
    return {};
}

class InferenceCallTest : public testing::Test
{
protected:
    CallFixture m_calls;
    EndpointModel m_model = m_calls.model();

    HttpResponse postBinary(const QJsonObject& call, const QByteArray& binary) const
    {
        const QByteArray json = jsonText(call);
        HttpRequest request = requestFor("POST", inferUrl, "secret", json + binary);
        request.headers["inference-header-content-length"] = QByteArray::number(json.size());
        return m_calls.ask(request);
    }

    std::vector<float> scoresOf(const QByteArray& pixels) const
    {
        std::vector<PixelsView> views;
        for (qsizetype at = 0; at < pixels.size(); at += imageBytes)
            views.emplace_back(
                width, height, 3,
                std::span(reinterpret_cast<const std::uint8_t*>(pixels.data()) + at, imageBytes));
        const auto scores = m_model.service->scoresOfPrepared(views);
        EXPECT_TRUE(scores);
        return scores.value_or(std::vector<float>());
    }

    std::vector<float> scoresOf(const std::vector<QByteArray>& files) const
    {
        std::vector<float> scores;
        for (const auto& prediction : m_model.service->predict(files))
            scores.insert(scores.end(), prediction->scores.begin(), prediction->scores.end());
        return scores;
    }

    void expectJsonScores(const HttpResponse& response, const std::vector<float>& expected) const
    {
        ASSERT_EQ(response.status, 200) << response.body.toStdString();
        const QJsonObject answer = jsonOf(response);
        EXPECT_EQ(answer["model_name"].toString(), "photos");
        EXPECT_EQ(answer["model_version"].toString(), "1");
        const QJsonValue scores = answer["outputs"][0];
        EXPECT_EQ(scores["name"].toString(), "scores");
        EXPECT_EQ(scores["datatype"].toString(), "FP32");
        EXPECT_EQ(scores["shape"].toArray(), (QJsonArray{qint64(expected.size() / 4), 4}));
        const QJsonArray data = scores["data"].toArray();
        ASSERT_EQ(std::size_t(data.size()), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            EXPECT_NEAR(data[qsizetype(i)].toDouble(-1), expected[i], 1e-5);
        const QJsonValue labels = answer["outputs"][1];
        EXPECT_EQ(labels["datatype"].toString(), "BYTES");
        EXPECT_EQ(labels["shape"].toArray(), QJsonArray{4});
        EXPECT_EQ(labels["data"].toArray(), QJsonArray::fromStringList(m_model.outputNames));
    }
};

} // namespace

TEST_F(InferenceCallTest, TellsServerAndModel)
{
    EXPECT_EQ(jsonOf(m_calls.get("/v2", {}))["extensions"].toArray(),
              QJsonArray{"binary_tensor_data"});
    EXPECT_EQ(m_calls.get("/v2/", {}).status, 200);
    EXPECT_EQ(m_calls.get("/v2/health/live", {}).status, 200);
    EXPECT_EQ(m_calls.get("/v2/health/ready", {}).status, 200);
    for (const char* path : {"/v2/models/photos", "/v2/models/photos/versions/1"}) {
        const QJsonObject metadata = jsonOf(m_calls.get(path));
        EXPECT_EQ(metadata["name"].toString(), "photos");
        EXPECT_EQ(metadata["versions"].toArray(), QJsonArray{"1"});
        EXPECT_EQ(metadata["inputs"][0]["shape"].toArray(), (QJsonArray{-1, height, width, 3}));
        EXPECT_EQ(metadata["inputs"][1]["datatype"].toString(), "BYTES");
        EXPECT_EQ(metadata["outputs"][0]["shape"].toArray(), (QJsonArray{-1, 4}));
        EXPECT_EQ(m_calls.get(QString(path) + "/ready").status, 200);
        EXPECT_EQ(m_calls.get(path, "wrong").status, 401);
        EXPECT_EQ(m_calls.get(QString(path) + "/ready", {}).status, 401);
    }
    const HttpResponse missing = m_calls.get("/v2/models/other");
    EXPECT_EQ(missing.status, 401);
    EXPECT_FALSE(jsonOf(missing)["error"].toString().isEmpty());
    EXPECT_EQ(m_calls.get("/v2/models/photos/versions/2").status, 404);
    EXPECT_EQ(m_calls.get("/v2/repository/index").status, 404);
    EXPECT_FALSE(jsonOf(m_calls.get("/v2/nothing"))["error"].toString().isEmpty());
}

TEST_F(InferenceCallTest, IsNotReadyWhereTheModelIsNot)
{
    EndpointModel model = m_calls.model();
    model.service = nullptr;
    m_calls.offer({model});
    EXPECT_EQ(m_calls.get("/v2/health/live", {}).status, 200);
    EXPECT_EQ(m_calls.get("/v2/health/ready", {}).status, 503);
    EXPECT_EQ(m_calls.get("/health", {}).status, 503);
    EXPECT_EQ(m_calls.get("/v2/models/photos/ready").status, 503);
    model.enabled = false;
    m_calls.offer({model});
    EXPECT_EQ(m_calls.get("/v2/health/ready", {}).status, 200);
    EXPECT_EQ(m_calls.get("/v2/models/photos/ready").status, 409);
}

TEST_F(InferenceCallTest, TakesPixelsInJsonFlatAndNestedAndInBinary)
{
    const QByteArray pixels = somePixels(3);
    const std::vector<float> expected = scoresOf(pixels);
    for (const QJsonArray& data : {flat(pixels), nested(pixels)})
        expectJsonScores(
            m_calls.post(inferUrl, jsonText({{"inputs", QJsonArray{imagesInput(3, data)}}})),
            expected);
    QJsonObject input = imagesInput(3, {});
    input.remove("data");
    input["parameters"] = QJsonObject{{"binary_data_size", pixels.size()}};
    expectJsonScores(postBinary({{"inputs", QJsonArray{input}}}, pixels), expected);
}

TEST_F(InferenceCallTest, TakesImageFilesInJsonAndInBinary)
{
    std::vector<QByteArray> files;
    QJsonArray texts;
    for (const NamedImage& image : jpegs(5)) {
        files.push_back(image.encoded);
        texts.append(QString::fromLatin1(image.encoded.toBase64()));
    }
    const std::vector<float> expected = scoresOf(files);
    QJsonObject input{{"name", "encoded"}, {"datatype", "BYTES"}, {"shape", QJsonArray{5}}};
    const QByteArray binary = bytesTensor(files);
    QJsonObject binaryInput = input;
    binaryInput["parameters"] = QJsonObject{{"binary_data_size", binary.size()}};
    expectJsonScores(postBinary({{"inputs", QJsonArray{binaryInput}}}, binary), expected);
    binaryInput["shape"] = QJsonArray{5, 1};
    expectJsonScores(postBinary({{"inputs", QJsonArray{binaryInput}}}, binary), expected);
    input["data"] = texts;
    expectJsonScores(m_calls.post(inferUrl, jsonText({{"inputs", QJsonArray{input}}})), expected);
}

TEST_F(InferenceCallTest, GivesTheOutputsAskedForInBinaryAndEchoesTheId)
{
    const QByteArray pixels = somePixels(2);
    const std::vector<float> expected = scoresOf(pixels);
    const QJsonArray inputs{imagesInput(2, flat(pixels))};
    const QJsonObject asked{
        {"id", "call \"1\""},
        {"inputs", inputs},
        {"outputs", QJsonArray{QJsonObject{{"name", "labels"}}, QJsonObject{{"name", "scores"}}}},
        {"parameters", QJsonObject{{"binary_data_output", true}}}};
    const HttpResponse response = m_calls.post(inferUrl, jsonText(asked));
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(response.contentType, "application/octet-stream");
    const qsizetype length = headerOf(response, "Inference-Header-Content-Length").toLongLong();
    const QJsonObject answer = QJsonDocument::fromJson(response.body.left(length)).object();
    EXPECT_EQ(answer["id"].toString(), "call \"1\"");
    const QJsonArray outputs = answer["outputs"].toArray();
    ASSERT_EQ(outputs.size(), 2);
    EXPECT_EQ(outputs[0]["name"].toString(), "labels");
    const qint64 labelsSize = outputs[0]["parameters"]["binary_data_size"].toInteger();
    EXPECT_EQ(outputs[1]["parameters"]["binary_data_size"].toInteger(), 2 * 4 * 4);
    ASSERT_EQ(response.body.size(), length + labelsSize + 32);
    std::vector<QByteArray> names;
    for (const QString& name : m_model.outputNames)
        names.push_back(name.toUtf8());
    EXPECT_EQ(response.body.mid(length, labelsSize), bytesTensor(names));
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(qFromLittleEndian<float>(response.body.data() + length + labelsSize + 4 * i),
                    expected[i], 1e-5);

    const QJsonObject one{
        {"inputs", inputs},
        {"outputs", QJsonArray{QJsonObject{{"name", "labels"},
                                           {"parameters", QJsonObject{{"binary_data", false}}}}}}};
    const QJsonArray only = jsonOf(m_calls.post(inferUrl, jsonText(one)))["outputs"].toArray();
    ASSERT_EQ(only.size(), 1);
    EXPECT_EQ(only[0]["name"].toString(), "labels");
}

TEST_F(InferenceCallTest, NoImagesGiveNoScores)
{
    const QJsonObject call{{"inputs", QJsonArray{imagesInput(0, QJsonArray{})}}};
    expectJsonScores(m_calls.post(inferUrl, jsonText(call)), {});
}

TEST_F(InferenceCallTest, RefusesWhatBreaksTheProtocol)
{
    const auto call = [](const QJsonObject& input, const QJsonValue& outputs = {}) {
        QJsonObject object{{"inputs", QJsonArray{input}}};
        if (!outputs.isNull())
            object["outputs"] = outputs;
        return jsonText(object);
    };
    const auto with = [](QJsonObject object, const QString& key, const QJsonValue& value) {
        object[key] = value;
        return object;
    };
    const QJsonObject good = imagesInput(1, flat(somePixels(1)));
    const QJsonObject file{{"name", "encoded"}, {"datatype", "BYTES"}, {"shape", QJsonArray{1}}};
    const QJsonArray twice{QJsonObject{{"name", "scores"}}, QJsonObject{{"name", "scores"}}};
    const QJsonObject classes{{"classification", 2}};
    const std::tuple<QByteArray, int, const char*> cases[] = {
        {"", 400, "no JSON"},
        {"{}", 400, "one input"},
        {jsonText({{"inputs", QJsonArray{good, good}}}), 400, "one input"},
        {call(with(good, "name", "picture")), 400, "no input \"picture\""},
        {call(with(good, "datatype", "FP32")), 400, "datatype UINT8"},
        {call(with(good, "shape", QJsonValue())), 400, "no shape"},
        {call(with(good, "shape", QJsonArray{1, 3, 64, 96})), 400, "[1,3,64,96] instead of [N,64,"},
        {call(with(good, "shape", QJsonArray{2, 64, 96, 3})), 400, "does not fill its shape"},
        {call(with(good, "shape", QJsonArray{-1, 64, 96, 3})), 400, "no whole number"},
        {call(with(good, "shape", QJsonArray{100000, 64, 96, 3})), 413, "100000 images"},
        {call(with(good, "data", QJsonArray{1.5})), 400, "whole numbers from 0 to 255"},
        {call(with(good, "data", QJsonArray{256})), 400, "whole numbers from 0 to 255"},
        {call(with(good, "data", "AAAA")), 400, "no data"},
        {call(good, QJsonArray{QJsonObject{{"name", "boxes"}}}), 400, "no output \"boxes\""},
        {call(good, QJsonArray{QJsonObject{{"name", "scores"}, {"parameters", classes}}}), 400,
         "classification"},
        {call(good, twice), 400, "twice"},
        {call(with(file, "data", QJsonArray{"not base64!"})), 400, "base64"},
        {call(with(file, "data", QJsonArray{"AAAA"})), 422, "Image 1: "},
        {call(with(file, "data", QJsonArray{5})), 400, "no string of base64"},
        {call(with(file, "data", QJsonArray{})), 400, "does not fill its shape"}};
    for (const auto& [body, status, words] : cases) {
        const HttpResponse response = m_calls.post(inferUrl, body);
        EXPECT_EQ(response.status, status) << words;
        const QString error = jsonOf(response)["error"].toString();
        EXPECT_TRUE(error.contains(words)) << error.toStdString() << " / " << words;
    }
}

TEST_F(InferenceCallTest, RefusesBinaryDataThatDoesNotFit)
{
    const auto fileOf = [](qsizetype size, int count) {
        return QJsonObject{
            {"inputs",
             QJsonArray{QJsonObject{{"name", "encoded"},
                                    {"datatype", "BYTES"},
                                    {"shape", QJsonArray{count}},
                                    {"parameters", QJsonObject{{"binary_data_size", size}}}}}}};
    };
    const QByteArray element = bytesTensor({jpegs(1).front().encoded});
    EXPECT_EQ(postBinary(fileOf(element.size(), 1), element).status, 200);
    const QByteArray lying("\xff\xff\xff\xff\x00", 5);
    const std::pair<QJsonObject, QByteArray> cases[] = {
        {fileOf(element.size() + 1, 1), element},
        {fileOf(element.size() - 1, 1), element},
        {fileOf(element.size(), 2), element},
        {fileOf(element.size(), 0), element},
        {fileOf(5, 1), lying},
        {fileOf(3, 1), lying.left(3)},
        {{{"inputs", QJsonArray{imagesInput(0, QJsonArray{})}}}, "x"}};
    for (const auto& [call, binary] : cases)
        EXPECT_EQ(postBinary(call, binary).status, 400) << jsonText(call).toStdString();
    for (const char* length : {"-1", "0", "999999", "x"}) {
        HttpRequest request = requestFor("POST", inferUrl, "secret", "{}");
        request.headers["inference-header-content-length"] = length;
        EXPECT_EQ(m_calls.ask(request).status, 400) << length;
    }
}

} // namespace labelwright
