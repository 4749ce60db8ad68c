#include "core/deployment/inference_request.h"

#include "core/deployment/json_text.h"

namespace labelwright {

namespace {

tl::unexpected<CallRefusal> badCall(const QString& sentence)
{
    return refused(400, "BAD_REQUEST", sentence);
}

/// Where the JSON of the body ends.
Answered<qsizetype> jsonLength(const HttpRequest& request)
{
    const QByteArray header = request.header("inference-header-content-length");
    if (header.isEmpty())
        return request.body.size();
    bool isNumber = false;
    const qlonglong length = header.toLongLong(&isNumber);
    if (!isNumber || length < 2 || length > request.body.size())
        return badCall(
            "Inference-Header-Content-Length is not the length of the JSON in the body.");
    return qsizetype(length);
}

Answered<std::vector<qint64>> shapeOf(const QJsonObject& input)
{
    if (!input["shape"].isArray())
        return badCall(QString("The input \"%1\" has no shape.").arg(input["name"].toString()));
    std::vector<qint64> shape;
    for (const QJsonValue& side : input["shape"].toArray()) {
        constexpr qint64 longest = 1 << 30;
        const qint64 value = side.toInteger(-1);
        if (value < 0 || value > longest)
            return badCall(QString("The shape of the input \"%1\" has a side that is no whole "
                                   "number.")
                               .arg(input["name"].toString()));
        shape.push_back(value);
    }
    return shape;
}

/// The datatype of an input, or nothing for an unknown one.
QString datatypeOf(const QString& input)
{
    if (input == QStringLiteral("images"))
        return "UINT8";
    return input == QStringLiteral("encoded") ? "BYTES" : QString();
}

Answered<InferenceTensor> tensorOf(const QJsonObject& input, const QByteArray& binary)
{
    InferenceTensor tensor;
    tensor.name = input["name"].toString().left(64);
    tensor.datatype = input["datatype"].toString().left(64);
    const QString wanted = datatypeOf(tensor.name);
    if (wanted.isEmpty())
        return badCall(QString("There is no input \"%1\"; send \"images\" (UINT8) or \"encoded\" "
                               "(BYTES).")
                           .arg(tensor.name));
    if (tensor.datatype != wanted)
        return badCall(QString("The input \"%1\" is of datatype %2, not \"%3\".")
                           .arg(tensor.name, wanted, tensor.datatype));
    auto shape = shapeOf(input);
    if (!shape)
        return tl::unexpected(shape.error());
    tensor.shape = std::move(*shape);
    const QJsonValue size = input["parameters"]["binary_data_size"];
    if (!size.isUndefined()) {
        if (size.toInteger(-1) != binary.size())
            return badCall(QString("The binary data of the input \"%1\" is not as long as its "
                                   "binary_data_size says.")
                               .arg(tensor.name));
        tensor.binary = binary;
        return tensor;
    }
    if (!binary.isEmpty())
        return badCall("There is binary data behind the JSON, but no input has binary_data_size.");
    if (!input["data"].isArray())
        return badCall(QString("The input \"%1\" has no data.").arg(tensor.name));
    tensor.data = input["data"].toArray();
    return tensor;
}

Answered<std::vector<WantedOutput>> outputsOf(const QJsonObject& call)
{
    const bool binaryByDefault = call["parameters"]["binary_data_output"].toBool(false);
    std::vector<WantedOutput> outputs;
    for (const QJsonValue& output : call["outputs"].toArray()) {
        const QString name = output["name"].toString();
        if (name != QStringLiteral("scores") && name != QStringLiteral("labels"))
            return badCall(QString("There is no output \"%1\"; ask for \"scores\" or \"labels\".")
                               .arg(name.left(64)));
        if (output["parameters"].toObject().contains("classification"))
            return badCall(QString("The output \"%1\" cannot be asked for as classification; take "
                                   "scores and labels.")
                               .arg(name));
        outputs.push_back({name, output["parameters"]["binary_data"].toBool(binaryByDefault)});
    }
    if (outputs.empty())
        outputs = {{"scores", binaryByDefault}, {"labels", binaryByDefault}};
    if (outputs.size() > 2 || (outputs.size() == 2 && outputs[0].name == outputs[1].name))
        return badCall("An output is asked for twice.");
    return outputs;
}

} // namespace

Answered<InferenceRequest> readInferenceRequest(const HttpRequest& request,
                                                const CallLimits& limits)
{
    const auto length = jsonLength(request);
    if (!length)
        return tl::unexpected(length.error());
    const auto call = parsedObject(request.body.left(*length), limits.tensorValues);
    if (!call)
        return tl::unexpected(call.error());
    const QJsonArray inputs = call->value("inputs").toArray();
    if (inputs.size() != 1)
        return badCall("A call has one input: \"images\" (UINT8) or \"encoded\" (BYTES).");
    auto tensor = tensorOf(inputs.first().toObject(), request.body.mid(*length));
    if (!tensor)
        return tl::unexpected(tensor.error());
    auto outputs = outputsOf(*call);
    if (!outputs)
        return tl::unexpected(outputs.error());
    InferenceRequest result{{}, std::move(*tensor), std::move(*outputs)};
    if (call->value("id").isString())
        result.id = call->value("id").toString();
    return result;
}

} // namespace labelwright
