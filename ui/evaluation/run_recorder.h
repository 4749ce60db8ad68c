#pragma once

#include "core/session/training_runner.h"

#include <QObject>

#include <optional>
#include <vector>

namespace labelwright {

/// What was seen of the run that goes on, or went on last.
struct LiveRun
{
    ExperimentId experiment;
    bool running = false;
    bool paused = false;
    std::optional<RunFacts> facts;
    std::optional<Progress> preparation; ///< Nothing once the first step is done.
    /// Rising by epoch and step; of a long run every n-th, and the latest.
    std::vector<StepReport> steps;
    qint64 stepsDone = 0; ///< Counts all that came; other whenever `steps` is.
    std::optional<EpochReport> lastEpoch;
};

/// Watches the runner, so that a view that comes later shows what it missed.
class RunRecorder : public QObject
{
    Q_OBJECT

public:
    explicit RunRecorder(TrainingRunner& runner, QObject* parent = nullptr);

    /// Nothing when that experiment was not run since this object was made.
    [[nodiscard]] const LiveRun* find(ExperimentId experiment) const;

Q_SIGNALS:
    /// Steps, progress, facts or state of the run are others; at most every 60 ms.
    void changed(labelwright::ExperimentId experiment);
    void epochDone(labelwright::ExperimentId experiment, const labelwright::EpochReport& report);
    void ended(const labelwright::RunEnd& end);

private:
    void begin(ExperimentId experiment);
    void addSteps(const std::vector<StepReport>& steps);
    void addStep(const StepReport& step);

    LiveRun m_run;
    qint64 m_stride = 1;         ///< Every how many-th step is kept.
    bool m_lastIsSpare = false;  ///< The latest step is none of these.
};

} // namespace labelwright
