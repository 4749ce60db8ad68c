#pragma once

#include "core/nn/checkpoint.h"
#include "core/nn/ema.h"
#include "core/nn/optimizer.h"
#include "core/nn/training_input.h"
#include "core/nn/training_process.h"
#include "core/nn/training_step.h"

namespace labelwright {

/// What a caller of `train` handed over.
struct TrainingJob
{
    const ModelSpec& spec;
    const RunSettings& settings;
    const TrainingData& data;
    const RunPlaces& places;
    const RunCallbacks& callbacks;
    RunControl& control;
    std::stop_token stop;
    TrainingFaults faults = {};

    [[nodiscard]] int labels() const { return static_cast<int>(data.labels.size()); }
};

/// A run between its start and its end: the network, and where it stands.
struct TrainingSession
{
    explicit TrainingSession(const TrainingJob& given)
        : job(given), process(given.settings.seed)
    {}

    const TrainingJob& job;
    SingleProcess process;
    std::shared_ptr<Network> network;
    torch::Device device = torch::kCPU;
    LossOptions loss;
    RunIndex index;
    bool precisionIsChosen = false; ///< Measured already, on the frozen stages.
    bool isStored = false; ///< The index stands on disk, so that the run's facts are decided.
    std::vector<QString> notes; ///< For the next epoch's report.
};

/// Checks that spec, settings and data can be trained.
Result<void> checkJob(const TrainingJob& job);

/// Builds the network with the weights of the run's last checkpoint, or of the backbone where there
/// is none, and sets device and threads. `session.index.facts` are complete but for the precision
/// of a new run. Refuses, when it still needs the backbone's file, another one than the run began
/// with.
Result<void> openSession(TrainingSession& session);

/// The same for a run that starts and leaves no trace on disk.
Result<void> prepareSession(TrainingSession& session);

/// What the run came to; `reason` says why it ended.
RunOutcome outcomeOf(const TrainingSession& session, bool finished, QString reason);

/// The reason of an outcome that was asked for.
QString stoppedReason();

/// Waits while the run is paused. True when it is to stop.
bool holdOrStop(const TrainingJob& job);

} // namespace labelwright
