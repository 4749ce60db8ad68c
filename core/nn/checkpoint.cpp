#include "core/nn/checkpoint.h"

#include "core/nn/guarded.h"
#include "core/nn/network_weights.h"
#include "core/nn/training_metrics.h"

#include <QDir>
#include <QJsonObject>

namespace labelwright {

namespace {

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

QString fileName(const QString& folder, const char* kind, int epoch)
{
    return QDir(folder).absoluteFilePath(
        QStringLiteral("%1-%2.safetensors").arg(QLatin1String(kind)).arg(epoch, 4, 10, QChar(u'0')));
}

/// All that an exact continuation needs besides the network's own tensors. With averaging these
/// hold the average, so that the trained values are added.
NamedTensors continuation(const RunningState& state)
{
    NamedTensors tensors;
    if (state.optimizer != nullptr)
        tensors = state.optimizer->state();
    if (state.average != nullptr && state.average->isOn()) {
        for (const auto& entry : state.average->state())
            tensors.push_back(entry);
        tensors.emplace_back("values", state.parameters->values);
        tensors.emplace_back("statistics", state.parameters->statistics);
    }
    return tensors;
}

Result<QByteArray> saveNetwork(const RunningState& state, const QString& path,
                               const EpochReport& report)
{
    QJsonObject facts{{QStringLiteral("epoch"), report.epoch}};
    if (report.validationLoss)
        facts[QStringLiteral("validationLoss")] = *report.validationLoss;
    if (report.validationMap)
        facts[QStringLiteral("validationMap")] = *report.validationMap;
    if (state.average != nullptr)
        state.average->swap();
    auto digest = saveWeights(state.network->state(), path, facts);
    if (state.average != nullptr)
        state.average->swap();
    return digest;
}

EpochReport withoutScores(EpochReport report)
{
    report.validationScores.clear();
    return report;
}

} // namespace

Result<void> saveEpoch(const QString& runFolder, RunIndex& index, const RunningState& state,
                       EpochReport& report, BestBy bestBy)
{
    QDir().mkpath(runFolder);
    RunIndex next = index;
    const QString path = fileName(runFolder, "epoch", report.epoch);
    const auto digest = saveNetwork(state, path, report);
    if (!digest)
        return failureOf(digest);
    const NamedTensors tensors = continuation(state);
    next.statePath = tensors.empty() ? QString() : fileName(runFolder, "state", report.epoch);
    if (!tensors.empty())
        if (const auto saved = saveWeights(tensors, next.statePath); !saved)
            return failureOf(saved);
    next.last = CheckpointFile{report.epoch, path, *digest, report.validationLoss};
    next.history.push_back(withoutScores(report));
    report.best = bestEpoch(next.history, bestBy) == next.history.size() - 1;
    next.history.back().best = report.best;
    if (report.best)
        next.best = next.last;
    const auto written = writeRunIndex(runFolder, next);
    if (written)
        index = std::move(next);
    return written;
}

Result<void> loadNetwork(const RunIndex& index, Network& network)
{
    const auto facts = loadWeights(network, index.last->path);
    return facts ? Result<void>() : failureOf(facts);
}

Result<void> loadContinuation(const RunIndex& index, const RunningState& state)
{
    if (index.statePath.isEmpty())
        return {};
    const auto checkpoint = readCheckpoint(index.statePath);
    if (!checkpoint)
        return failureOf(checkpoint);
    return guarded(QStringLiteral("The run's state %1 does not fit the network; start a new run.")
                       .arg(index.statePath),
                   [&] {
                       const torch::NoGradGuard noGradients;
                       NamedTensors tensors;
                       for (const WeightTensor& tensor : checkpoint->tensors)
                           tensors.emplace_back(tensor.name, toTensor(tensor));
                       for (const auto& [name, tensor] : tensors) {
                           if (name == "values")
                               torch::Tensor(state.parameters->values).copy_(tensor);
                           if (name == "statistics")
                               torch::Tensor(state.parameters->statistics).copy_(tensor);
                       }
                       if (state.optimizer != nullptr)
                           state.optimizer->load(tensors);
                       if (state.average != nullptr)
                           state.average->load(tensors);
                   });
}

} // namespace labelwright
