#pragma once

#include "core/base/mailbox.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace labelwright {

/// Names one job of a runner; never reused.
using JobId = int;

/// A job that is going on, as a person is shown it.
struct JobStatus
{
    JobId id = 0;
    QString title;     ///< "Importing photos.zip".
    Progress progress; ///< The latest; empty step before the first.
    std::optional<double> secondsLeft; ///< By the pace of the current step; nothing while unknown.
};

/// Runs work on threads of its own and hands results back to the thread this object lives on.
/// Results come in the order in which jobs end and are never dropped, except when their receiver is
/// gone. Progress is the latest only, at most once per 60 ms. Destroying the runner stops and joins
/// every job; results that were not delivered by then are dropped.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Work = std::function<Result<T>(const ProgressCallback&, std::stop_token)>;
    template <class T>
    using Done = std::function<void(Result<T>)>;

    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Runs `work` on a thread and then `done` on this object's thread, if `receiver` still lives. A
    /// quiet job (empty title) is not shown in `running`.
    template <class T>
    JobId start(const QString& title, QObject* receiver, Work<T> work, Done<T> done)
    {
        return launch(title, receiver,
                      [work = std::move(work), done = std::move(done)](
                          const ProgressCallback& progress, std::stop_token stop) -> Delivery {
                          auto result = std::make_shared<Result<T>>(work(progress, stop));
                          return [result, done] { done(std::move(*result)); };
                      });
    }

    /// Asks a job to stop; it ends with the error of cancelled jobs. Nothing happens when it has
    /// ended already.
    void cancel(JobId job);

    /// Jobs with a title that are going on, oldest first.
    [[nodiscard]] std::vector<JobStatus> running() const;

    [[nodiscard]] bool isRunning(JobId job) const;

Q_SIGNALS:
    /// A titled job started, made progress or ended.
    void changed();

private:
    struct Job;
    using Delivery = std::function<void()>;
    using ErasedWork = std::function<Delivery(const ProgressCallback&, std::stop_token)>;

    JobId launch(const QString& title, QObject* receiver, ErasedWork work);
    void collectProgress();
    void finish(JobId id, const Delivery& delivery);

    std::vector<std::unique_ptr<Job>> m_jobs;
    QTimer m_progressTimer;
    JobId m_lastId = 0;
};

} // namespace labelwright
