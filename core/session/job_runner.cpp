#include "core/session/job_runner.h"

#include "core/base/thread_priority.h"

#include <QElapsedTimer>

#include <algorithm>

namespace labelwright {

namespace {

constexpr int progressInterval = 60; ///< Milliseconds.

} // namespace

struct JobRunner::Job
{
    JobStatus status;
    QPointer<QObject> receiver;
    Mailbox<Progress> mailbox;
    QElapsedTimer stepTime; ///< Since the current step began.
    std::jthread thread;    ///< Last: joined before anything it uses goes.
};

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
{
    m_progressTimer.setInterval(progressInterval);
    connect(&m_progressTimer, &QTimer::timeout, this, &JobRunner::collectProgress);
}

JobRunner::~JobRunner()
{
    for (const auto& job : m_jobs)
        job->thread.request_stop();
}

void JobRunner::cancel(JobId id)
{
    for (const auto& job : m_jobs)
        if (job->status.id == id)
            job->thread.request_stop();
}

std::vector<JobStatus> JobRunner::running() const
{
    std::vector<JobStatus> result;
    for (const auto& job : m_jobs)
        if (!job->status.title.isEmpty())
            result.push_back(job->status);
    return result;
}

bool JobRunner::isRunning(JobId id) const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(),
                       [id](const auto& job) { return job->status.id == id; });
}

JobId JobRunner::launch(const QString& title, QObject* receiver, ErasedWork work)
{
    auto job = std::make_unique<Job>();
    job->status.id = ++m_lastId;
    job->status.title = title;
    job->receiver = receiver;
    Job* const raw = job.get();
    m_jobs.push_back(std::move(job));
    raw->thread = std::jthread([this, raw, id = raw->status.id,
                                work = std::move(work)](const std::stop_token& stop) {
        lowerPriority(ThreadPriority::Job);
        const Delivery delivery =
            work([raw](const Progress& progress) { raw->mailbox.put(progress); }, stop);
        QMetaObject::invokeMethod(
            this, [this, id, delivery] { finish(id, delivery); }, Qt::QueuedConnection);
    });
    m_progressTimer.start();
    if (!title.isEmpty())
        Q_EMIT changed();
    return raw->status.id;
}

void JobRunner::collectProgress()
{
    bool told = false;
    for (const auto& job : m_jobs) {
        auto latest = job->mailbox.take();
        if (!latest)
            continue;
        JobStatus& status = job->status;
        if (latest->step != status.progress.step || !job->stepTime.isValid())
            job->stepTime.start();
        status.progress = std::move(*latest);
        const double seconds = static_cast<double>(job->stepTime.elapsed()) / 1000;
        const auto done = static_cast<double>(status.progress.done);
        const auto left = static_cast<double>(status.progress.total) - done;
        status.secondsLeft.reset();
        if (done > 0 && left >= 0 && seconds > 0.5)
            status.secondsLeft = seconds / done * left;
        told = told || !status.title.isEmpty();
    }
    if (told)
        Q_EMIT changed();
}

void JobRunner::finish(JobId id, const Delivery& delivery)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [id](const auto& job) { return job->status.id == id; });
    if (found == m_jobs.end())
        return;
    const std::unique_ptr<Job> job = std::move(*found);
    m_jobs.erase(found);
    job->thread.join();
    if (m_jobs.empty())
        m_progressTimer.stop();
    if (!job->status.title.isEmpty())
        Q_EMIT changed();
    if (job->receiver)
        delivery();
}

} // namespace labelwright
