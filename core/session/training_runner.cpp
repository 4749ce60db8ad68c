#include "core/session/training_runner.h"

#include "core/base/thread_priority.h"
#include "core/session/training_job.h"

#include <utility>

namespace labelwright {

namespace {

constexpr int interval = 60; ///< Milliseconds.

} // namespace

TrainingRunner::TrainingRunner(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &TrainingRunner::collect);
}

TrainingRunner::~TrainingRunner()
{
    m_control.paused = false;
    m_closing.request_stop();
}

Result<void> TrainingRunner::start(const Project& project, ExperimentId experiment)
{
    if (m_running)
        return failure(tr("Another experiment is being trained; wait for it or stop it first."));
    auto handle = project.anotherHandle();
    if (!handle)
        return failureOf(handle);
    m_running = experiment;
    m_control.paused = false;
    m_thread = std::jthread([this, experiment,
                             shared = std::make_shared<Project>(std::move(*handle))](
                                const std::stop_token& stop) mutable {
        runOnThread(std::move(shared), experiment, stop);
    });
    m_timer.start();
    Q_EMIT started(experiment);
    return {};
}

void TrainingRunner::setPaused(bool paused)
{
    if (!m_running || m_control.paused == paused)
        return;
    m_control.paused = paused;
    Q_EMIT pausedChanged(*m_running, paused);
}

bool TrainingRunner::isPaused() const
{
    return m_control.paused;
}

void TrainingRunner::stop()
{
    m_thread.request_stop();
}

void TrainingRunner::runOnThread(std::shared_ptr<Project> project, ExperimentId experiment,
                                 const std::stop_token& stop)
{
    // It wants all cores, and the window has to answer all the same.
    lowerPriority(ThreadPriority::Training);
    TrainingEvents events;
    events.started = [this, experiment](const RunFacts& facts) {
        QMetaObject::invokeMethod(
            this, [this, experiment, facts] { Q_EMIT factsKnown(experiment, facts); },
            Qt::QueuedConnection);
    };
    events.step = [this](const StepReport& step) {
        const std::lock_guard lock(m_stepsMutex);
        m_steps.push_back(step);
    };
    events.epoch = [this, experiment](const EpochReport& report) {
        QMetaObject::invokeMethod(
            this,
            [this, experiment, report] {
                collect();
                Q_EMIT epochDone(experiment, report);
            },
            Qt::QueuedConnection);
    };
    events.progress = [this](const Progress& progress) { m_progress.put(progress); };
    const auto outcome = runExperiment(*project, experiment, events, m_control, stop,
                                       m_closing.get_token());
    RunEnd end{experiment, {}, {}};
    if (outcome)
        end.outcome = *outcome;
    end.sentence = outcome ? outcome->reason : outcome.error().summary;
    project.reset();
    QMetaObject::invokeMethod(this, [this, end] { finish(end); }, Qt::QueuedConnection);
}

void TrainingRunner::collect()
{
    if (!m_running)
        return;
    if (const auto progress = m_progress.take())
        Q_EMIT progressed(*m_running, *progress);
    std::vector<StepReport> steps;
    {
        const std::lock_guard lock(m_stepsMutex);
        steps.swap(m_steps);
    }
    if (!steps.empty())
        Q_EMIT stepsDone(*m_running, steps);
}

void TrainingRunner::finish(const RunEnd& end)
{
    collect();
    m_timer.stop();
    m_thread.join();
    m_running.reset();
    Q_EMIT ended(end);
}

} // namespace labelwright
