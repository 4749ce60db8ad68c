#pragma once

#include "core/base/result.h"

#include <QJsonObject>

#include <cstdint>

namespace labelwright {

enum class OptimizerKind { AdamW, Sgd };
enum class ScheduleKind { Constant, Cosine, OneCycle };

/// Arithmetic of training steps. Scores that are kept are computed in f32 whatever this says.
enum class Precision {
    Auto, ///< The fastest of those below by a short measurement when the run starts.
    F32,
    Bf16,
};

/// What the checkpoint `best` is best in, on the validation subset.
enum class BestBy { ValidationLoss, ValidationMap };

/// How a network is trained. The same settings, data, seed and one thread give the same weights.
struct RunSettings
{
    int epochs = 20;             ///< At most, 1 … 10,000.
    int batchSize = 32;          ///< 1 … 4096.
    OptimizerKind optimizer = OptimizerKind::AdamW;
    double learningRate = 1e-3;  ///< Peak rate of the last layers, (0, 10].
    double rateDecayPerStage = 1.0; ///< Rate of each earlier backbone stage = next one's × this, (0, 1].
    double weightDecay = 1e-4;   ///< Decoupled for AdamW, [0, 1].
    double momentum = 0.9;       ///< Nesterov, SGD only, [0, 1).
    ScheduleKind schedule = ScheduleKind::OneCycle;
    double warmUpShare = 0.1;    ///< Share of all steps with rising rate, [0, 0.5].
    int headEpochs = 0;          ///< Epochs at the start in which only the head trains, ≥ 0.
    bool headFromEmbeddings = false; ///< Starts the head from logistic regression on embeddings.
    bool freezeBatchNorm = false; ///< Keeps the backbone's batch-norm statistics fixed.
    double mixup = 0.0; ///< 0: off; else images are blended with shares from Beta(this, this), [0, 10].
    double emaDecay = 0.0;       ///< 0: off; else weights = decay · weights + (1 − decay) · new, per step.
    double gradientClip = 0.0;   ///< 0: off; else largest norm of all gradients.
    int patience = 0;            ///< 0: off; else epochs without a new best before stopping early.
    BestBy bestBy = BestBy::ValidationLoss;
    Precision precision = Precision::Auto;
    int threads = 0;             ///< 0: as many as the machine has cores.
    std::uint64_t seed = 1;

    friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

QJsonObject toJson(const RunSettings& settings);

/// Members left out keep their default; unknown members, words and values out of range are
/// refused, naming them.
Result<RunSettings> runSettingsFromJson(const QJsonObject& object);

} // namespace labelwright
