#include "core/nn/torchscript_export.h"

#include "core/base/atomic_file.h"
#include "core/nn/guarded.h"
#include "core/nn/lowered_network.h"
#include "core/nn/threads.h"
#include "core/nn/torchscript_source.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include <QFileInfo>

#include <cstring>
#include <sstream>

namespace labelwright {

namespace {

torch::Tensor tensorOf(const std::vector<float>& values, at::IntArrayRef shape)
{
    const torch::Tensor tensor = at::empty(shape);
    TORCH_CHECK(static_cast<std::size_t>(tensor.numel()) == values.size(),
                "The weights have another size than their layer.");
    std::memcpy(tensor.data_ptr(), values.data(), tensor.nbytes());
    return tensor.dim() == 4 ? tensor.contiguous(at::MemoryFormat::ChannelsLast) : tensor;
}

void addWeights(torch::jit::Module& module, const LoweredGraph& graph)
{
    for (const PlanParameter& parameter : parametersOf(graph.plan)) {
        const bool isWeight = parameter.role == ParameterRole::Weight;
        const auto step = static_cast<std::size_t>(parameter.op);
        module.register_parameter((isWeight ? "weight_" : "bias_") + std::to_string(step),
                                  tensorOf(isWeight ? graph.weights[step] : graph.biases[step],
                                           parameter.shape),
                                  false);
    }
}

void addConstants(torch::jit::Module& module, const NetworkPlan& plan,
                  const std::vector<LabelCalibration>& calibration)
{
    std::vector<float> scale;
    std::vector<float> offset;
    for (std::size_t c = 0; c < static_cast<std::size_t>(plan.channels); ++c) {
        scale.push_back(1.0F / (255.0F * plan.stddev[c]));
        offset.push_back(plan.mean[c] / plan.stddev[c]);
    }
    module.register_buffer("pixel_scale", tensorOf(scale, {1, plan.channels, 1, 1}));
    module.register_buffer("pixel_offset", tensorOf(offset, {1, plan.channels, 1, 1}));
    std::vector<float> logitScale;
    std::vector<float> logitOffset;
    for (const LabelCalibration& label : calibration) {
        logitScale.push_back(label.scale);
        logitOffset.push_back(label.offset);
    }
    const auto labels = static_cast<std::int64_t>(calibration.size());
    module.register_buffer("logit_scale", tensorOf(logitScale, {labels}));
    module.register_buffer("logit_offset", tensorOf(logitOffset, {labels}));
}

QByteArray archiveOf(const LoweredGraph& graph, const std::vector<LabelCalibration>& calibration,
                     const std::vector<std::pair<QString, QByteArray>>& extraFiles)
{
    const at::NoGradGuard noGrad;
    torch::jit::Module module("labelwright.Network");
    module.register_attribute("training", c10::BoolType::get(), false);
    addWeights(module, graph);
    addConstants(module, graph.plan, calibration);
    module.define(torchScriptSource(graph.plan));
    torch::jit::ExtraFilesMap extra;
    for (const auto& [name, content] : extraFiles)
        extra[name.toStdString()] = content.toStdString();
    std::ostringstream stream;
    module.save(stream, extra);
    return QByteArray::fromStdString(stream.str());
}

} // namespace

Result<void> exportTorchScript(const ModelSpec& spec, const QStringList& labels,
                               const QString& weightsPath,
                               const std::vector<LabelCalibration>& calibration,
                               const std::vector<std::pair<QString, QByteArray>>& extraFiles,
                               const QString& path)
{
    const auto count = static_cast<std::size_t>(labels.size());
    if (!calibration.empty() && calibration.size() != count)
        return failure(QString("The calibration is for %1 labels, but the model has %2.")
                           .arg(calibration.size()).arg(count));
    const Result<LoweredGraph> graph = lowerCheckpoint(spec, static_cast<int>(count), weightsPath);
    if (!graph)
        return failureOf(graph);
    const auto used = calibration.empty() ? std::vector<LabelCalibration>(count) : calibration;
    const Result<QByteArray> archive = guarded(
        QStringLiteral("The TorchScript module could not be made."),
        [&] { return archiveOf(*graph, used, extraFiles); });
    return archive ? writeFileAtomically(path, *archive) : Result<void>(failureOf(archive));
}

Result<std::vector<float>> runTorchScript(const QString& path, std::span<const PixelsView> images)
{
    const Result<QByteArray> archive = readFile(path);
    if (!archive)
        return failureOf(archive);
    return guarded(QString("The TorchScript file %1 cannot be run.").arg(QFileInfo(path).fileName()),
                   [&] {
                       if (images.empty())
                           return std::vector<float>();
                       setTorchThreads(0);
                       const c10::InferenceMode inference;
                       std::istringstream stream(archive->toStdString());
                       torch::jit::Module module = torch::jit::load(stream, at::kCPU);
                       return toVector(module.forward({toImages(images)}).toTensor());
                   });
}

} // namespace labelwright
