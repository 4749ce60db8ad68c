#include "ui/evaluation/run_recorder.h"

#include <algorithm>
#include <utility>

namespace labelwright {

namespace {

/// Odd, so that the latest stays when every second goes.
constexpr std::size_t mostSteps = 8191;

} // namespace

RunRecorder::RunRecorder(TrainingRunner& runner, QObject* parent)
    : QObject(parent)
{
    connect(&runner, &TrainingRunner::started, this, &RunRecorder::begin);
    connect(&runner, &TrainingRunner::pausedChanged, this,
            [this](ExperimentId experiment, bool paused) {
                m_run.paused = paused;
                Q_EMIT changed(experiment);
            });
    connect(&runner, &TrainingRunner::factsKnown, this,
            [this](ExperimentId experiment, const RunFacts& facts) {
                m_run.facts = facts;
                Q_EMIT changed(experiment);
            });
    connect(&runner, &TrainingRunner::progressed, this,
            [this](ExperimentId experiment, const Progress& progress) {
                m_run.preparation = progress;
                Q_EMIT changed(experiment);
            });
    connect(&runner, &TrainingRunner::stepsDone, this,
            [this](ExperimentId experiment, const std::vector<StepReport>& steps) {
                addSteps(steps);
                Q_EMIT changed(experiment);
            });
    connect(&runner, &TrainingRunner::epochDone, this,
            [this](ExperimentId experiment, const EpochReport& report) {
                m_run.preparation.reset();
                m_run.lastEpoch = report;
                m_run.lastEpoch->validationScores.clear();
                Q_EMIT epochDone(experiment, report);
                Q_EMIT changed(experiment);
            });
    connect(&runner, &TrainingRunner::ended, this, [this](const RunEnd& end) {
        m_run.running = false;
        m_run.paused = false;
        m_run.preparation.reset();
        Q_EMIT ended(end);
    });
    if (runner.running())
        begin(*runner.running());
}

const LiveRun* RunRecorder::find(ExperimentId experiment) const
{
    return m_run.experiment == experiment && experiment.isValid() ? &m_run : nullptr;
}

void RunRecorder::begin(ExperimentId experiment)
{
    if (m_run.experiment != experiment) {
        m_run = {};
        m_stride = 1;
        m_lastIsSpare = false;
    }
    m_run.experiment = experiment;
    m_run.running = true;
    m_run.paused = false;
    m_run.preparation.reset();
    Q_EMIT changed(experiment);
}

void RunRecorder::addSteps(const std::vector<StepReport>& steps)
{
    m_run.preparation.reset();
    // A resumed epoch comes again from its first step.
    const auto place = [](const StepReport& step) { return std::pair(step.epoch, step.step); };
    const auto again = std::find_if(m_run.steps.rbegin(), m_run.steps.rend(),
                                    [&](const StepReport& step) {
                                        return place(step) < place(steps.front());
                                    });
    if (again.base() != m_run.steps.end()) {
        m_run.steps.erase(again.base(), m_run.steps.end());
        m_lastIsSpare = false;
    }
    for (const StepReport& step : steps)
        addStep(step);
}

void RunRecorder::addStep(const StepReport& step)
{
    if (m_lastIsSpare)
        m_run.steps.pop_back();
    m_lastIsSpare = m_run.stepsDone++ % m_stride != 0;
    m_run.steps.push_back(step);
    if (m_run.steps.size() < mostSteps)
        return;
    // More points than a chart has pixels cost time and show nothing.
    std::vector<StepReport> half;
    half.reserve(mostSteps);
    for (std::size_t i = 0; i < m_run.steps.size(); i += 2)
        half.push_back(m_run.steps[i]);
    m_run.steps = std::move(half);
    m_stride *= 2;
    m_lastIsSpare = false;
}

} // namespace labelwright
