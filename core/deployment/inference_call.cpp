#include "core/deployment/inference_call.h"

#include "core/deployment/call_images.h"
#include "core/deployment/inference_request.h"
#include "core/deployment/json_text.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

ImageShape imageShapeOf(const EndpointModel& model)
{
    const Preprocessing& preprocessing =
        find<InputBlock>(model.service->model().spec)->preprocessing;
    return {preprocessing.height, preprocessing.width, channelCount(preprocessing.color)};
}

/// A call under way: what its answer needs.
struct InferenceVisit
{
    EndpointModelPtr model;
    std::optional<QString> id;
    std::vector<WantedOutput> outputs;
    HttpRespond respond;

    void refuse(const CallRefusal& refusal) const
    {
        respond(refusalAnswer(refusal, CallDialect::OpenInference));
    }
};

QByteArray joined(const QByteArrayList& values)
{
    return "[" + values.join(',') + "]";
}

QByteArray jsonData(const std::vector<float>& scores)
{
    QByteArrayList values;
    for (const float score : scores)
        values.append(jsonNumber(score));
    return joined(values);
}

QByteArray jsonData(const QStringList& names)
{
    QByteArrayList values;
    for (const QString& name : names)
        values.append(quotedJson(name));
    return joined(values);
}

/// Writes the answer's JSON and what follows it.
class InferenceAnswer
{
public:
    void add(const WantedOutput& wanted, const QByteArray& datatype,
             const std::vector<qint64>& shape, const QByteArray& json, const QByteArray& binary)
    {
        m_json += QByteArray(m_json.isEmpty() ? "" : ",") + "{\"name\":" + quotedJson(wanted.name) +
                  ",\"datatype\":\"" + datatype + "\",\"shape\":" + shapeText(shape).toLatin1();
        if (wanted.isBinary) {
            m_json +=
                ",\"parameters\":{\"binary_data_size\":" + QByteArray::number(binary.size()) + "}}";
            m_binary += binary;
            m_hasBinary = true;
        } else {
            m_json += ",\"data\":" + json + "}";
        }
    }

    [[nodiscard]] HttpResponse response(const InferenceVisit& visit) const
    {
        HttpResponse response;
        response.body = "{\"model_name\":" + quotedJson(visit.model->name) +
                        ",\"model_version\":\"" + inferenceVersion.data() + "\"";
        if (visit.id)
            response.body += ",\"id\":" + quotedJson(*visit.id);
        response.body += ",\"outputs\":[" + m_json + "]}";
        if (m_hasBinary) {
            response.contentType = "application/octet-stream";
            response.headers.emplace_back("Inference-Header-Content-Length",
                                          QByteArray::number(response.body.size()));
            response.body += m_binary;
        }
        return response;
    }

private:
    QByteArray m_json;
    QByteArray m_binary;
    bool m_hasBinary = false;
};

void answerScores(const InferenceVisit& visit, const std::vector<float>& scores)
{
    if (!std::all_of(scores.begin(), scores.end(), [](float s) { return std::isfinite(s); }))
        return visit.refuse(
            {500, "NETWORK_FAILED",
             "The network gives no number for these images; its weights may be bad.", 0});
    const QStringList& names = visit.model->outputNames;
    const qint64 labels = names.size();
    InferenceAnswer answer;
    for (const WantedOutput& output : visit.outputs)
        if (output.name == QStringLiteral("scores"))
            answer.add(output, "FP32", {qint64(scores.size()) / labels, labels}, jsonData(scores),
                       binaryOfFloats(scores));
        else
            answer.add(output, "BYTES", {labels}, jsonData(names), binaryOfTexts(names));
    visit.respond(answer.response(visit));
}

void answerPixels(const InferenceVisit& visit, const InferenceTensor& tensor,
                  const CallService& service)
{
    auto images = pixelsOfTensor(tensor, imageShapeOf(*visit.model), service.limits.rows);
    if (!images)
        return visit.refuse(images.error());
    if (images->empty())
        return answerScores(visit, {});
    const auto done = [visit](const Result<std::vector<float>>& scores) {
        if (scores)
            answerScores(visit, *scores);
        else
            visit.refuse(predictionRefusal(scores.error()));
    };
    if (!service.queue->score(visit.model->service, std::move(*images), done))
        visit.refuse(busyRefusal(*service.queue));
}

CallRefusal ofImage(CallRefusal refusal, std::size_t index)
{
    refusal.sentence.prepend(QString("Image %1: ").arg(index + 1));
    return refusal;
}

void answerPredictions(const InferenceVisit& visit, const std::vector<Result<Prediction>>& results)
{
    std::vector<float> scores;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (!results[i])
            return visit.refuse(ofImage(predictionRefusal(results[i].error()), i));
        scores.insert(scores.end(), results[i]->scores.begin(), results[i]->scores.end());
    }
    answerScores(visit, scores);
}

void answerEncoded(const InferenceVisit& visit, const InferenceTensor& tensor,
                   const CallService& service)
{
    const auto images = elementsOfTensor(tensor, service.limits.rows);
    if (!images)
        return visit.refuse(images.error());
    ImageGate gate(service.limits);
    for (std::size_t i = 0; i < images->size(); ++i)
        if (const auto image = gate.passed((*images)[i]); !image)
            return visit.refuse(ofImage(image.error(), i));
    if (images->empty())
        return answerScores(visit, {});
    const auto done = [visit](const std::vector<Result<Prediction>>& results) {
        answerPredictions(visit, results);
    };
    if (!predictAndShow(service, visit.model, *images, done))
        visit.refuse(busyRefusal(*service.queue));
}

} // namespace

QJsonObject inferenceMetadata(const EndpointModel& model)
{
    const ImageShape image = imageShapeOf(model);
    const QJsonObject images{{"name", "images"},
                             {"datatype", "UINT8"},
                             {"shape", QJsonArray{-1, image.height, image.width, image.channels}}};
    const QJsonObject encoded{
        {"name", "encoded"}, {"datatype", "BYTES"}, {"shape", QJsonArray{-1}}};
    const QJsonObject scores{{"name", "scores"},
                             {"datatype", "FP32"},
                             {"shape", QJsonArray{-1, model.outputNames.size()}}};
    const QJsonObject labels{
        {"name", "labels"}, {"datatype", "BYTES"}, {"shape", QJsonArray{model.outputNames.size()}}};
    return {{"name", model.name},
            {"versions", QJsonArray{QString(inferenceVersion)}},
            {"platform", "labelwright"},
            {"inputs", QJsonArray{images, encoded}},
            {"outputs", QJsonArray{scores, labels}}};
}

void answerInference(const HttpRequest& request, const EndpointModelPtr& model,
                     const CallService& service, const HttpRespond& respond)
{
    const Answered<InferenceRequest> call = readInferenceRequest(request, service.limits);
    if (!call)
        return respond(refusalAnswer(call.error(), CallDialect::OpenInference));
    const InferenceVisit visit{model, call->id, call->outputs, respond};
    if (call->input.name == QStringLiteral("images"))
        answerPixels(visit, call->input, service);
    else
        answerEncoded(visit, call->input, service);
}

} // namespace labelwright
