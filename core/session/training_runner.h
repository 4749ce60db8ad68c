#pragma once

#include "core/base/ids.h"
#include "core/base/mailbox.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace labelwright {

/// How a run ended, for the person who watched it.
struct RunEnd
{
    ExperimentId experiment;
    std::optional<RunOutcome> outcome; ///< Nothing when it failed.
    QString sentence;                  ///< Why it ended: the outcome's reason or the error.
    [[nodiscard]] bool failed() const { return !outcome.has_value(); }
};

/// Trains one experiment at a time on a thread of its own, which lets the window's thread go first
/// and also persists what it reports.
/// Facts (start, epochs, end) come in order, none is lost; steps come bundled, at most every 60 ms,
/// none is lost; preparation progress is the latest only. Every signal carries the experiment.
/// Destroying the runner stops the run, keeping what it has, and joins it; thresholds that are not
/// fitted by then are fitted when the checkpoint is evaluated.
class TrainingRunner : public QObject
{
    Q_OBJECT

public:
    explicit TrainingRunner(QObject* parent = nullptr);
    ~TrainingRunner() override;

    /// Starts or resumes an experiment on a handle of `project`. Fails when a run is going on.
    Result<void> start(const Project& project, ExperimentId experiment);

    /// Holds the run between two batches, or lets it go on.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;

    /// Ends the run after the current batch; best and last checkpoints stay and it can be resumed.
    void stop();

    /// The experiment whose run is going on.
    [[nodiscard]] std::optional<ExperimentId> running() const { return m_running; }

Q_SIGNALS:
    void started(labelwright::ExperimentId experiment);
    void pausedChanged(labelwright::ExperimentId experiment, bool paused);
    /// What the run chose by itself: device, precision, threads.
    void factsKnown(labelwright::ExperimentId experiment, const labelwright::RunFacts& facts);
    /// Work before the first epoch.
    void progressed(labelwright::ExperimentId experiment, const labelwright::Progress& progress);
    /// Oldest first.
    void stepsDone(labelwright::ExperimentId experiment,
                   const std::vector<labelwright::StepReport>& steps);
    /// The report is on disk.
    void epochDone(labelwright::ExperimentId experiment, const labelwright::EpochReport& report);
    void ended(const labelwright::RunEnd& end);

private:
    void collect();
    void finish(const RunEnd& end);
    void runOnThread(std::shared_ptr<Project> project, ExperimentId experiment,
                     const std::stop_token& stop);

    std::optional<ExperimentId> m_running;
    RunControl m_control;
    Mailbox<Progress> m_progress;
    std::mutex m_stepsMutex;
    std::vector<StepReport> m_steps; ///< Under m_stepsMutex: not told yet.
    QTimer m_timer;
    std::stop_source m_closing; ///< Of this runner, not of one run.
    std::jthread m_thread; ///< Last: joined before anything it uses goes.
};

} // namespace labelwright
