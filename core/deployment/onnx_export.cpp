#include "core/deployment/onnx_export.h"

#include "core/base/atomic_file.h"
#include "core/deployment/onnx_steps.h"
#include "core/nn/lowered_graph.h"

#include <algorithm>
#include <exception>
#include <limits>

namespace labelwright {

namespace {

/// What is written, in one place.
struct OnnxSource
{
    LoweredGraph network;
    Preprocessing input;
    std::vector<LabelCalibration> calibration; ///< Empty: none.
    std::int64_t labels = 0;
    OnnxOptions options;
};

void addInput(OnnxGraph& graph, const OnnxSource& source)
{
    const std::int64_t channels = source.network.plan.channels;
    const std::int64_t height = source.input.height;
    const std::int64_t width = source.input.width;
    const bool isNhwc = source.options.layout == OnnxLayout::Nhwc;
    using Shape = std::vector<std::int64_t>;
    graph.addInput("images",
                   source.options.input == OnnxInput::Uint8 ? onnx::TensorProto_DataType_UINT8
                                                            : onnx::TensorProto_DataType_FLOAT,
                   isNhwc ? Shape{OnnxGraph::anyNumber, height, width, channels}
                          : Shape{OnnxGraph::anyNumber, channels, height, width},
                   channels == 1 ? "Grey values, 0 to 255." : "Red, green and blue, 0 to 255.");
}

/// Images as FLOAT [N, C, H, W], still 0 to 255. Returns the value's name.
std::string addLayout(OnnxGraph& graph, const OnnxOptions& options)
{
    std::string value = "images";
    if (options.input == OnnxInput::Uint8) {
        value = graph.add("Cast", {value}, "images/float");
        graph.set("to", std::int64_t{onnx::TensorProto_DataType_FLOAT});
    }
    if (options.layout == OnnxLayout::Nhwc) {
        value = graph.add("Transpose", {value}, "images/nchw");
        graph.set("perm", {0, 3, 1, 2});
    }
    return value;
}

/// A convolution of single pixels, since OpenCV 4.6 multiplies by constants [1, C, 1, 1] wrongly
/// when there are several images. In f32 whatever comes behind it.
std::string addNormalisation(OnnxGraph& graph, const NetworkPlan& plan, const std::string& images,
                             const std::string& result)
{
    std::vector<float> scale;
    std::vector<float> offset;
    for (std::size_t c = 0; c < static_cast<std::size_t>(plan.channels); ++c) {
        scale.push_back(1.0F / (255.0F * plan.stddev[c]));
        offset.push_back(-plan.mean[c] / plan.stddev[c]);
    }
    const std::int64_t channels = plan.channels;
    constexpr auto type = onnx::TensorProto_DataType_FLOAT;
    graph.add("Conv",
              {images, graph.constant("normalisation.scale", {channels, 1, 1, 1}, scale, type),
               graph.constant("normalisation.offset", {channels}, offset, type)},
              result);
    graph.set("kernel_shape", {1, 1});
    graph.set("group", channels);
    return result;
}

std::string addCalibration(OnnxGraph& graph, const std::vector<LabelCalibration>& calibration,
                           std::string logits)
{
    if (calibration.empty())
        return logits;
    std::vector<float> scale;
    std::vector<float> offset;
    for (const LabelCalibration& label : calibration) {
        scale.push_back(label.scale);
        offset.push_back(label.offset);
    }
    const auto labels = static_cast<std::int64_t>(calibration.size());
    constexpr auto type = onnx::TensorProto_DataType_FLOAT;
    // Constants of one dimension: OpenCV 4.6 refuses [1, labels] when there are several images.
    graph.add("Mul", {logits, graph.constant("calibration.scale", {labels}, scale, type)},
              "logits/scaled");
    return graph.add("Add",
                     {"logits/scaled",
                      graph.constant("calibration.offset", {labels}, offset, type)},
                     "logits/calibrated");
}

void addNetwork(OnnxGraph& graph, const OnnxSource& source)
{
    const bool isHalf = source.options.precision == OnnxPrecision::F16;
    const std::string images = addLayout(graph, source.options);
    const std::string normalised = addNormalisation(graph, source.network.plan, images,
                                                    isHalf ? "normalised/float" : "normalised");
    if (isHalf) {
        graph.add("Cast", {normalised}, "normalised");
        graph.set("to", std::int64_t{onnx::TensorProto_DataType_FLOAT16});
    }
    std::string logits = appendSteps(graph, source.network, source.input.width,
                                     source.input.height,
                                     isHalf ? onnx::TensorProto_DataType_FLOAT16
                                            : onnx::TensorProto_DataType_FLOAT);
    if (isHalf) {
        logits = graph.add("Cast", {logits}, "logits/float");
        graph.set("to", std::int64_t{onnx::TensorProto_DataType_FLOAT});
    }
    graph.add("Sigmoid", {addCalibration(graph, source.calibration, logits)}, "scores");
}

onnx::ModelProto modelOf(const OnnxSource& source,
                         const std::vector<std::pair<QString, QString>>& metadata)
{
    OnnxGraph graph("labelwright");
    addInput(graph, source);
    graph.addOutput("scores", onnx::TensorProto_DataType_FLOAT,
                    {OnnxGraph::anyNumber, source.labels},
                    "One calibrated score per label, 0 to 1.");
    addNetwork(graph, source);
    for (const auto& [name, value] : metadata) {
        onnx::StringStringEntryProto& entry = *graph.model().add_metadata_props();
        entry.set_key(name.toStdString());
        entry.set_value(value.toStdString());
    }
    return std::move(graph.model());
}

Result<QByteArray> bytesOf(const onnx::ModelProto& model)
{
    const std::size_t size = model.ByteSizeLong();
    if (size > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return failure(QStringLiteral("The model is larger than 2 GB, the most that an ONNX file "
                                      "holds. Export it as TorchScript or in float16."));
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!model.SerializeToArray(bytes.data(), static_cast<int>(size)))
        return failure(QStringLiteral("The ONNX model could not be made."));
    return bytes;
}

/// Protobuf and the writer throw; nothing they throw leaves this folder.
Result<QByteArray> serialised(const OnnxSource& source,
                              const std::vector<std::pair<QString, QString>>& metadata)
{
    try {
        return bytesOf(modelOf(source, metadata));
    } catch (const std::range_error& error) {
        return failure(QStringLiteral("The network cannot be written in float16. Export it in "
                                      "float32."),
                       QString::fromUtf8(error.what()));
    } catch (const std::exception& error) {
        return failure(QStringLiteral("The ONNX model could not be made."),
                       QString::fromUtf8(error.what()));
    }
}

bool changesNothing(const LabelCalibration& label)
{
    return label == LabelCalibration{};
}

} // namespace

Result<void> exportOnnx(const ModelSpec& spec, const QStringList& labels,
                        const QString& weightsPath,
                        const std::vector<LabelCalibration>& calibration,
                        const std::vector<std::pair<QString, QString>>& metadata,
                        const OnnxOptions& options, const QString& path)
{
    const auto count = static_cast<std::size_t>(labels.size());
    if (!calibration.empty() && calibration.size() != count)
        return failure(QString("The calibration is for %1 labels, but the model has %2.")
                           .arg(calibration.size())
                           .arg(count));
    Result<LoweredGraph> network = lowerCheckpoint(spec, static_cast<int>(count), weightsPath);
    if (!network)
        return failureOf(network);
    const OnnxSource source{std::move(*network), find<InputBlock>(spec)->preprocessing,
                            std::ranges::all_of(calibration, changesNothing)
                                ? std::vector<LabelCalibration>()
                                : calibration,
                            static_cast<std::int64_t>(count), options};
    const Result<QByteArray> bytes = serialised(source, metadata);
    return bytes ? writeFileAtomically(path, *bytes) : Result<void>(failureOf(bytes));
}

} // namespace labelwright
