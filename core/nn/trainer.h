#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/model/run_settings.h"
#include "core/nn/training_data.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace labelwright {

/// Figures of one label after an epoch, on the validation subset; nothing where undefined.
struct LabelFigures
{
    std::optional<double> averagePrecision;
    std::optional<double> rocAuc;
    std::optional<double> f1; ///< At threshold 0.5.
};

/// What an epoch gave.
struct EpochReport
{
    int epoch = 0; ///< From 1.
    double trainingLoss = 0;
    std::optional<double> validationLoss;
    std::optional<double> validationMap; ///< Mean of the defined average precisions.
    std::vector<LabelFigures> labels;
    double learningRate = 0; ///< Of the last layers, at the epoch's end; 0 where the head is solved.
    double imagesPerSecond = 0;
    double seconds = 0;     ///< Of this epoch, validation included.
    double secondsLeft = 0; ///< Estimate to the last epoch.
    bool best = false;      ///< The checkpoint `best` is now this epoch's.
    std::vector<QString> notes; ///< What the user should know: "batch halved to 16: out of memory".
    std::vector<float> validationScores; ///< validation images × labels, sigmoid of f32 logits, uncalibrated.
};

/// One training step, for live charts.
struct StepReport
{
    int epoch = 0;
    int step = 0;  ///< Within the epoch, from 1.
    int steps = 0; ///< In the epoch.
    double loss = 0;
    double learningRate = 0;
    double imagesPerSecond = 0;
};

/// A checkpoint's files in the run folder.
struct CheckpointFile
{
    int epoch = 0;
    QString path; ///< Weights, .safetensors; a .json of the same name stands beside it.
    QByteArray sha256;
    std::optional<double> validationLoss;
};

/// What a run chose by itself, to be recorded with it.
struct RunFacts
{
    QString device;    ///< "cpu" or "cuda:0".
    Precision precision = Precision::F32; ///< Never Auto.
    int threads = 1;
    int batchSize = 0; ///< After any halving.
    QStringList notes; ///< "bf16: 29 images/s, f32: 16 images/s: bf16 chosen".
};

struct RunOutcome
{
    int epochs = 0; ///< Finished in all, earlier sessions of the run included.
    std::optional<CheckpointFile> best;
    std::optional<CheckpointFile> last;
    bool finished = false; ///< False when stopped on request: it can be resumed.
    QString reason; ///< Why it ended, one sentence.
};

/// Lets another thread hold a run. Stop is the stop token's.
struct RunControl
{
    std::atomic<bool> paused = false; ///< Waits between two batches while true.
};

/// Called on the run's thread. `epoch` returns only after the report is persisted: the checkpoint
/// is on disk before it is called, and training goes on after it returns.
struct RunCallbacks
{
    std::function<void(const RunFacts&)> started;
    std::function<void(const StepReport&)> step;
    std::function<void(const EpochReport&)> epoch;
    ProgressCallback progress; ///< Work before the first epoch: embeddings, head.
};

/// The reports of all epochs of the run in that folder, oldest first, without validation scores:
/// fills the gap when a process died after a checkpoint and before its report was persisted. Empty
/// where there is no run.
Result<std::vector<EpochReport>> readRunHistory(const QString& runFolder);

/// What the run in that folder chose by itself; nothing where there is no run.
Result<std::optional<RunFacts>> readRunFacts(const QString& runFolder);

/// The checkpoints that now stand in a run's folder.
struct RunCheckpoints
{
    std::optional<CheckpointFile> best;
    std::optional<CheckpointFile> last;
};

/// Finds them, also while the run is going on: each epoch has files of its own, and older ones are
/// removed, so that a path is good until the next epoch ends.
Result<RunCheckpoints> readRunCheckpoints(const QString& runFolder);

/// Trains a network from the state in `places.runFolder`: from the start where there is none, else
/// exactly on from its checkpoint `last`. Blocks until finished or stopped. Fails with one sentence
/// when spec, data and weights do not fit together; NaN or exploding loss ends the run with a
/// reason and keeps the last good checkpoint.
///
/// With a frozen backbone and a head of [pooling →] [dropout →] Dense the head is logistic regression
/// solved to convergence on cached embeddings. Its epochs are the steps of the regularisation path
/// from strong to weak, see `headIsSolved`; `best` picks the regularisation on validation and the
/// path ends three steps after it, whatever `settings.epochs` says. Any other head on a frozen backbone trains in
/// minibatches on the same embeddings.
Result<RunOutcome> train(const ModelSpec& spec, const RunSettings& settings,
                         const TrainingData& data, const RunPlaces& places,
                         const RunCallbacks& callbacks, RunControl& control,
                         std::stop_token stop);

/// A point of the learning-rate range test.
struct RatePoint
{
    double learningRate = 0;
    double loss = 0; ///< Smoothed.
};

/// Learning-rate range test (Smith 2017): rates rise geometrically over one short run that leaves
/// no trace.
Result<std::vector<RatePoint>> findLearningRate(const ModelSpec& spec,
                                                const RunSettings& settings,
                                                const TrainingData& data, const RunPlaces& places,
                                                std::stop_token stop);

} // namespace labelwright
