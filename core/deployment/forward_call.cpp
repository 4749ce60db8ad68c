#include "core/deployment/forward_call.h"

#include "core/deployment/call_images.h"
#include "core/deployment/forward_rows.h"
#include "core/deployment/json_text.h"

#include <optional>

namespace labelwright {

namespace {

/// The answer to one row.
using ForwardResult = Answered<Prediction>;

/// Writes the answer of one call.
class ForwardAnswer
{
public:
    ForwardAnswer(const EndpointModel& model, bool isForm, bool withDetails)
        : m_model(model)
        , m_isForm(isForm)
        , m_withDetails(withDetails)
    {
        for (const QString& name : model.outputNames)
            m_keys.push_back(quotedJson(name) + ':');
    }

    [[nodiscard]] HttpResponse response(const std::vector<ForwardResult>& results) const
    {
        for (std::size_t row = 0; row < results.size(); ++row)
            if (!results[row] && (m_isForm || !m_withDetails))
                return refusalAnswer(ofRow(results[row].error(), row));
        HttpResponse response;
        response.body = m_isForm ? formText(results.front()) : rowsText(results);
        return response;
    }

private:
    const EndpointModel& m_model;
    bool m_isForm = false;
    bool m_withDetails = false;
    std::vector<QByteArray> m_keys; ///< `"name":` of each output.

    [[nodiscard]] CallRefusal ofRow(CallRefusal refusal, std::size_t row) const
    {
        if (!m_isForm)
            refusal.sentence.prepend(QString("Row %1: ").arg(row + 1));
        return refusal;
    }

    template <class ValueOf>
    [[nodiscard]] QByteArray perOutput(const ValueOf& valueOf) const
    {
        QByteArray text = "{";
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            text += (i > 0 ? "," : "") + m_keys[i] + valueOf(i);
        return text + "}";
    }

    [[nodiscard]] QByteArray scores(const Prediction& prediction) const
    {
        return perOutput([&](std::size_t i) { return jsonNumber(prediction.scores[i]); });
    }

    [[nodiscard]] QByteArray detailMembers(const Prediction& prediction) const
    {
        return "\"scores\":" + scores(prediction) +
               ",\"decisions\":" + perOutput([&](std::size_t i) -> QByteArray {
                   return prediction.present[i] ? "true" : "false";
               });
    }

    [[nodiscard]] QByteArray modelMembers() const
    {
        const std::vector<float>& thresholds = m_model.service->model().thresholds;
        return "\"thresholds\":" +
               perOutput([&](std::size_t i) { return jsonNumber(thresholds[i]); }) +
               ",\"modelVersion\":" + quotedJson(m_model.version);
    }

    [[nodiscard]] QByteArray formText(const ForwardResult& result) const
    {
        return m_withDetails ? "{" + detailMembers(*result) + "," + modelMembers() + "}"
                             : scores(*result);
    }

    [[nodiscard]] QByteArray rowText(const ForwardResult& result, std::size_t row) const
    {
        if (!m_withDetails)
            return scores(*result);
        return "{" +
               (result ? detailMembers(*result) : refusalMembers(ofRow(result.error(), row))) + "}";
    }

    [[nodiscard]] QByteArray rowsText(const std::vector<ForwardResult>& results) const
    {
        QByteArray text = "{\"rows\":[";
        for (std::size_t row = 0; row < results.size(); ++row)
            text += (row > 0 ? "," : "") + rowText(results[row], row);
        text += "]";
        return text + (m_withDetails ? "," + modelMembers() : QByteArray()) + "}";
    }
};

/// Rows that had an image get its prediction; the others keep their refusal.
std::vector<ForwardResult> merged(const std::vector<Answered<QByteArray>>& rows,
                                  std::vector<Result<Prediction>> predictions)
{
    std::vector<ForwardResult> results;
    std::size_t next = 0;
    for (const Answered<QByteArray>& row : rows) {
        if (!row)
            results.emplace_back(tl::unexpected(row.error()));
        else if (Result<Prediction>& prediction = predictions[next++]; prediction)
            results.emplace_back(std::move(*prediction));
        else
            results.emplace_back(tl::unexpected(predictionRefusal(prediction.error())));
    }
    return results;
}

std::vector<QByteArray> readable(const std::vector<Answered<QByteArray>>& rows)
{
    std::vector<QByteArray> images;
    for (const Answered<QByteArray>& row : rows)
        if (row)
            images.push_back(*row);
    return images;
}

bool isAsked(const HttpRequest& request, const QString& name)
{
    const QString value = request.query.queryItemValue(name);
    return value == QStringLiteral("1") || value == QStringLiteral("true");
}

} // namespace

void answerForward(const HttpRequest& request, const EndpointModelPtr& model,
                   const CallService& service, const HttpRespond& respond)
{
    Answered<ForwardRows> rows = forwardRows(request, model->inputName, service.limits);
    if (!rows)
        return respond(refusalAnswer(rows.error()));
    const bool withDetails = isAsked(request, "details");
    const bool isForm = rows->isForm;
    const std::vector<QByteArray> images = readable(rows->images);
    // A row that fails the call does so before the network works for the others.
    const bool failsAlready = images.size() < rows->images.size() && (isForm || !withDetails);
    if (images.empty() || failsAlready) {
        std::vector<Result<Prediction>> none(images.size(), Prediction{});
        return respond(ForwardAnswer(*model, isForm, withDetails)
                           .response(merged(rows->images, std::move(none))));
    }
    // What waits needs to know which rows had an image, not the images once more.
    for (Answered<QByteArray>& row : rows->images)
        if (row)
            row->clear();
    const auto done = [model, isForm, withDetails, respond,
                       rowList = std::move(rows->images)](std::vector<Result<Prediction>> results) {
        respond(ForwardAnswer(*model, isForm, withDetails)
                    .response(merged(rowList, std::move(results))));
    };
    if (!predictAndShow(service, model, images, done))
        respond(refusalAnswer(busyRefusal(*service.queue)));
}

} // namespace labelwright
