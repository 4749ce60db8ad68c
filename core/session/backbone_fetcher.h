#pragma once

#include "core/session/job_runner.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace labelwright {

/// Weights of backbones on their way to this machine, one job for each backbone at most. Views that
/// come and go watch it: a job outlives whoever began it.
class BackboneFetcher : public QObject
{
    Q_OBJECT

public:
    explicit BackboneFetcher(JobRunner& jobs, QObject* parent = nullptr);

    /// Runs `fetch`, which returns the path of the weights. Nothing happens while a job for that
    /// backbone goes on.
    void start(const QString& name, const QString& title, JobRunner::Work<QString> fetch);
    void cancel(const QString& name);
    /// The job that fetches a backbone's weights; 0: none.
    [[nodiscard]] JobId job(const QString& name) const { return m_jobs.value(name); }

Q_SIGNALS:
    void began(const QString& name);
    void arrived(const QString& name);
    /// Failed or was cancelled.
    void failed(const QString& name, const labelwright::Error& error);

private:
    void finish(const QString& name, const Result<QString>& path);

    JobRunner& m_runner;
    QHash<QString, JobId> m_jobs; ///< By backbone.
};

} // namespace labelwright
