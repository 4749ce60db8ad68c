#include "core/deployment/openapi_document.h"

#include <QJsonArray>

namespace labelwright {

namespace {

QJsonObject reference(const QString& schema)
{
    return {{"$ref", "#/components/schemas/" + schema}};
}

QJsonObject jsonContent(const QJsonObject& schema)
{
    return {{"application/json", QJsonObject{{"schema", schema}}}};
}

QJsonObject inputProperty(const EndpointModel& model)
{
    const Preprocessing& preprocessing =
        find<InputBlock>(model.service->model().spec)->preprocessing;
    const QJsonArray shape{preprocessing.height, preprocessing.width,
                           channelCount(preprocessing.color)};
    return {{"type", "string"},
            {"description", "An image file as data URL, \"data:image/png;base64,…\"; of any size, "
                            "the service scales it."},
            {"x-peltarion", QJsonObject{{"type", "image"}, {"shape", shape}}}};
}

QJsonObject outputProperties(const EndpointModel& model)
{
    QJsonObject properties;
    for (const QString& name : model.outputNames)
        properties[name] =
            QJsonObject{{"type", "number"},
                        {"format", "float"},
                        {"minimum", 0},
                        {"maximum", 1},
                        {"x-peltarion", QJsonObject{{"type", "binary"}, {"shape", QJsonArray{1}}}}};
    return properties;
}

QJsonObject inputSchemas(const EndpointModel& model, const CallLimits& limits)
{
    const QJsonObject row{{"type", "object"},
                          {"required", QJsonArray{model.inputName}},
                          {"additionalProperties", false},
                          {"properties", QJsonObject{{model.inputName, inputProperty(model)}}}};
    const QJsonObject rows{
        {"type", "array"}, {"maxItems", qint64(limits.rows)}, {"items", reference("input-row")}};
    const QJsonObject file{{"type", "string"}, {"format", "binary"}};
    return {{"input-row", row},
            {"input-row-batch", QJsonObject{{"type", "object"},
                                            {"required", QJsonArray{"rows"}},
                                            {"properties", QJsonObject{{"rows", rows}}}}},
            {"input-form", QJsonObject{{"type", "object"},
                                       {"required", QJsonArray{model.inputName}},
                                       {"properties", QJsonObject{{model.inputName, file}}}}}};
}

QJsonObject outputSchemas(const EndpointModel& model)
{
    const QJsonObject properties = outputProperties(model);
    const QJsonObject row{{"type", "object"},
                          {"required", QJsonArray::fromStringList(model.outputNames)},
                          {"properties", properties}};
    // Clients look for the outputs on `rows` itself, not on its items.
    const QJsonObject rows{
        {"type", "array"}, {"items", reference("output-row")}, {"properties", properties}};
    const QJsonObject text{{"type", "string"}};
    return {{"output-row", row},
            {"output-row-batch", QJsonObject{{"type", "object"},
                                             {"required", QJsonArray{"rows"}},
                                             {"properties", QJsonObject{{"rows", rows}}}}},
            {"error", QJsonObject{{"type", "object"},
                                  {"required", QJsonArray{"errorCode", "errorMessage"}},
                                  {"properties",
                                   QJsonObject{{"errorCode", text}, {"errorMessage", text}}}}}};
}

QJsonObject responses()
{
    const QJsonArray answers{reference("output-row-batch"), reference("output-row")};
    QJsonObject all{{"200", QJsonObject{{"description", "One score per output: for a JSON call in "
                                                        "`rows`, for a form by itself."},
                                        {"content", jsonContent({{"anyOf", answers}})}}}};
    const std::pair<const char*, const char*> failures[] = {
        {"400", "The body or one of its rows cannot be used."},
        {"401", "The token is missing, wrong or expired."},
        {"409", "The deployment is disabled."},
        {"413", "Too many rows, or an image or a body that is too large."},
        {"415", "A data URL of a type that is no image."},
        {"422", "An image that cannot be read."},
        {"503", "Too much to do, or not loaded yet; try again after Retry-After."}};
    for (const auto& [status, description] : failures)
        all[QString(status)] =
            QJsonObject{{"description", description}, {"content", jsonContent(reference("error"))}};
    return all;
}

QJsonArray parameters(const EndpointModel& model)
{
    const QJsonObject id{
        {"name", "deploymentId"},
        {"in", "path"},
        {"required", true},
        {"schema", QJsonObject{{"type", "integer"}, {"enum", QJsonArray{model.id}}}}};
    const QJsonObject details{
        {"name", "details"},
        {"in", "query"},
        {"required", false},
        {"description", "1: each row becomes {\"scores\", \"decisions\"} or an error of its own, "
                        "and thresholds and the model's version stand beside `rows`."},
        {"schema", QJsonObject{{"type", "integer"}, {"enum", QJsonArray{0, 1}}}}};
    return {id, details};
}

QJsonObject forwardPath(const EndpointModel& model)
{
    QJsonObject content = jsonContent(reference("input-row-batch"));
    content["multipart/form-data"] = QJsonObject{{"schema", reference("input-form")}};
    QJsonArray security{QJsonObject{{"bearer", QJsonArray{}}},
                        QJsonObject{{"basic", QJsonArray{}}}};
    if (model.isPublic)
        security.append(QJsonObject{});
    const QJsonObject post{{"operationId", "forward"},
                           {"summary", "Scores of images."},
                           {"parameters", parameters(model)},
                           {"security", security},
                           {"requestBody", QJsonObject{{"required", true}, {"content", content}}},
                           {"responses", responses()}};
    return {{"x-peltarion-tensorjson", true}, {"post", post}};
}

QJsonObject securitySchemes()
{
    return {{"bearer", QJsonObject{{"type", "http"}, {"scheme", "bearer"}}},
            {"basic", QJsonObject{{"type", "http"},
                                  {"scheme", "basic"},
                                  {"description", "The token as user name, no password."}}}};
}

} // namespace

QJsonObject openApiDocument(const EndpointModel& model, const CallLimits& limits)
{
    QJsonObject schemas = inputSchemas(model, limits);
    const QJsonObject outputs = outputSchemas(model);
    for (auto schema = outputs.begin(); schema != outputs.end(); ++schema)
        schemas[schema.key()] = schema.value();
    return {
        {"openapi", "3.0.3"},
        {"info", QJsonObject{{"title", model.title}, {"version", model.version}}},
        // Relative to where the document was fetched, whatever name the machine has there.
        {"servers", QJsonArray{QJsonObject{{"url", "/"}}}},
        {"paths", QJsonObject{{"/deployment/{deploymentId}/forward", forwardPath(model)}}},
        {"components", QJsonObject{{"schemas", schemas}, {"securitySchemes", securitySchemes()}}}};
}

} // namespace labelwright
