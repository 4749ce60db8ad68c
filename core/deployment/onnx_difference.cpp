#include "core/deployment/onnx_difference.h"

#include "core/base/atomic_file.h"
#include "core/deployment/onnx_steps.h"
#include "core/imaging/onnx_runner.h"
#include "core/nn/step_values.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <set>

namespace labelwright {

namespace {

constexpr double allowedShare = 1e-3;

/// Names of a network's values in the file, in order; last the scores.
QStringList valueNames(const NetworkPlan& plan)
{
    QStringList names;
    for (std::size_t step = 0; step < plan.ops.size(); ++step)
        names.append(QString::fromStdString(onnxName(plan, static_cast<int>(step))));
    names.append(QStringLiteral("scores"));
    return names;
}

/// The model with all of `names` as outputs. Fails for a file that does not have them.
Result<QByteArray> withOutputs(const QByteArray& bytes, const QStringList& names,
                               const QString& fileName)
{
    onnx::ModelProto model;
    if (!model.ParseFromArray(bytes.constData(), static_cast<int>(bytes.size())))
        return failure(QString("The file %1 is no ONNX model.").arg(fileName));
    std::set<std::string> given;
    for (const onnx::NodeProto& node : model.graph().node())
        given.insert(node.output().begin(), node.output().end());
    model.mutable_graph()->clear_output();
    for (const QString& name : names) {
        if (!given.contains(name.toStdString()))
            return failure(QString("The ONNX file %1 has no layer called %2.").arg(fileName, name));
        onnx::ValueInfoProto& output = *model.mutable_graph()->add_output();
        output.set_name(name.toStdString());
        onnx::TypeProto_Tensor& tensor = *output.mutable_type()->mutable_tensor_type();
        tensor.set_elem_type(onnx::TensorProto_DataType_FLOAT);
        // OpenCV only looks whether there is a shape, not at what it says.
        tensor.mutable_shape();
    }
    return QByteArray::fromStdString(model.SerializeAsString());
}

Result<std::vector<std::vector<float>>> valuesInFile(const QString& path, const QStringList& names,
                                                     PixelsView image)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    const QString fileName = QFileInfo(path).fileName();
    const Result<QByteArray> opened = withOutputs(*bytes, names, fileName);
    if (!opened)
        return failureOf(opened);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(fileName);
    const Result<void> written = writeFileAtomically(copy, *opened);
    if (!written)
        return failureOf(written);
    return runOnnxOutputs(copy, {&image, 1}, BatchLayout::Nhwc, names);
}

bool differ(const std::vector<float>& ours, const std::vector<float>& theirs)
{
    if (ours.size() != theirs.size())
        return true;
    double largest = 0;
    double difference = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto value = static_cast<double>(ours[i]);
        if (!std::isfinite(theirs[i]))
            return std::isfinite(ours[i]);
        largest = std::max(largest, std::abs(value));
        difference = std::max(difference, std::abs(value - static_cast<double>(theirs[i])));
    }
    return difference > allowedShare * largest;
}

} // namespace

Result<QString> firstDifferentLayer(const ModelSpec& spec, const QStringList& labels,
                                    const QString& weightsPath,
                                    const std::vector<LabelCalibration>& calibration,
                                    const QString& onnxPath, PixelsView image)
{
    const auto count = static_cast<std::size_t>(labels.size());
    const Result<LoweredGraph> graph = lowerCheckpoint(spec, static_cast<int>(count), weightsPath);
    if (!graph)
        return failureOf(graph);
    Result<std::vector<std::vector<float>>> ours = stepValues(*graph, image);
    if (!ours)
        return failureOf(ours);
    ours->push_back(calibratedScores(ours->back(), calibration, count));
    const QStringList names = valueNames(graph->plan);
    const auto theirs = valuesInFile(onnxPath, names, image);
    if (!theirs)
        return failureOf(theirs);
    for (std::size_t i = 0; i < ours->size(); ++i)
        if (differ((*ours)[i], theirs->at(i)))
            return names[static_cast<qsizetype>(i)];
    return QString();
}

} // namespace labelwright
