#include "core/session/training_job.h"

#include "core/project/checkpoints.h"
#include "core/project/experiments.h"
#include "core/project/run_history.h"
#include "core/session/decision_job.h"
#include "core/session/experiment_copy.h"
#include "core/session/experiment_setup.h"
#include "core/session/training_data.h"

#include <optional>
#include <utility>

namespace labelwright {

namespace {

/// Those the run folder has now, so that a run can be looked at while it goes on or after a kill.
Result<void> recordCheckpoints(Project& project, ExperimentId experiment)
{
    const auto found = readRunCheckpoints(project.runFolder(experiment));
    if (!found)
        return failureOf(found);
    const std::pair<CheckpointKind, const std::optional<CheckpointFile>*> files[] = {
        {CheckpointKind::Best, &found->best}, {CheckpointKind::Last, &found->last}};
    for (const auto& [kind, file] : files)
        if (file->has_value())
            if (const auto id = recordCheckpoint(project, experiment, kind, **file); !id)
                return failureOf(id);
    return {};
}

/// Records what the run says in the project, then tells the watcher. A record that fails ends the
/// run: nothing may be shown that is not on disk.
class Recorder
{
public:
    Recorder(Project& project, ExperimentId experiment, const TrainingEvents& events)
        : m_project(project)
        , m_experiment(experiment)
        , m_events(events)
    {}

    RunCallbacks callbacks(std::stop_source& abandon)
    {
        RunCallbacks result;
        result.started = [this, &abandon](const RunFacts& facts) {
            note(setRunFacts(m_project, m_experiment, facts), abandon);
            if (m_events.started)
                m_events.started(facts);
        };
        result.epoch = [this, &abandon](const EpochReport& report) {
            note(appendEpoch(m_project, m_experiment, report), abandon);
            note(recordCheckpoints(m_project, m_experiment), abandon);
            if (m_events.epoch)
                m_events.epoch(report);
        };
        result.step = m_events.step;
        result.progress = m_events.progress;
        return result;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    void note(const Result<void>& stored, std::stop_source& abandon)
    {
        if (!stored && !m_error) {
            m_error = stored.error();
            abandon.request_stop();
        }
    }

    Project& m_project;
    ExperimentId m_experiment;
    const TrainingEvents& m_events;
    std::optional<Error> m_error;
};

/// Epochs whose checkpoint was written before the process died but whose report was not.
Result<void> catchUp(Project& project, ExperimentId experiment)
{
    const auto reported = epochReports(project, experiment);
    if (!reported)
        return failureOf(reported);
    const auto history = readRunHistory(project.runFolder(experiment));
    if (!history)
        return failureOf(history);
    for (std::size_t i = reported->size(); i < history->size(); ++i)
        if (const auto stored = appendEpoch(project, experiment, history->at(i)); !stored)
            return stored;
    return {};
}

Result<void> recordOutcome(Project& project, ExperimentId experiment, const RunOutcome& outcome)
{
    if (const auto recorded = recordCheckpoints(project, experiment); !recorded)
        return recorded;
    return setExperimentState(project, experiment,
                              outcome.finished ? ExperimentState::Finished
                                               : ExperimentState::Stopped,
                              outcome.reason);
}

Result<RunPlaces> placesOf(const Project& project, const Experiment& experiment)
{
    const auto weights = backboneWeightsFor(experiment.spec);
    if (!weights)
        return failureOf(weights);
    return RunPlaces{*weights, project.runFolder(experiment.id),
                     project.cacheFolder() + "/embeddings", startWeightsOf(project, experiment.id)};
}

Result<RunOutcome> trainAndRecord(Project& project, const Experiment& experiment,
                                  const TrainingEvents& events, RunControl& control,
                                  std::stop_token stop)
{
    const auto places = placesOf(project, experiment);
    if (!places)
        return failureOf(places);
    if (const auto caught = catchUp(project, experiment.id); !caught)
        return failureOf(caught);
    const auto data = trainingData(project, subjectOf(experiment), events.progress, stop);
    if (!data)
        return failureOf(data);
    std::stop_source abandon;
    const std::stop_callback onStop(stop, [&abandon] { abandon.request_stop(); });
    Recorder recorder(project, experiment.id, events);
    auto outcome = train(experiment.spec, experiment.settings, *data, *places,
                         recorder.callbacks(abandon), control, abandon.get_token());
    if (recorder.error())
        return tl::unexpected(*recorder.error());
    if (!outcome)
        return outcome;
    if (const auto stored = recordOutcome(project, experiment.id, *outcome); !stored)
        return failureOf(stored);
    return outcome;
}

} // namespace

Result<RunOutcome> runExperiment(Project& project, ExperimentId id, const TrainingEvents& events,
                                 RunControl& control, std::stop_token stop,
                                 std::stop_token closing)
{
    const auto info = experiment(project, id);
    if (!info)
        return failureOf(info);
    if (const auto started = setExperimentState(project, id, ExperimentState::Running, {});
        !started)
        return failureOf(started);
    std::stop_source either;
    const std::stop_callback onStop(stop, [&either] { either.request_stop(); });
    const std::stop_callback onClosing(closing, [&either] { either.request_stop(); });
    auto outcome = trainAndRecord(project, *info, events, control, either.get_token());
    if (!outcome) {
        const auto state = isCancelled(outcome.error()) ? ExperimentState::Stopped
                                                        : ExperimentState::Failed;
        if (const auto stored = setExperimentState(project, id, state, outcome.error().summary);
            !stored)
            return failureOf(stored);
        return outcome;
    }
    const auto fitted = fitDefaultDecisions(project, id, events.progress, closing);
    if (!fitted && !isCancelled(fitted.error()))
        return failureOf(fitted);
    return outcome;
}

} // namespace labelwright
