#include "core/session/backbone_fetcher.h"

#include <utility>

namespace labelwright {

BackboneFetcher::BackboneFetcher(JobRunner& jobs, QObject* parent)
    : QObject(parent)
    , m_runner(jobs)
{}

void BackboneFetcher::start(const QString& name, const QString& title,
                            JobRunner::Work<QString> fetch)
{
    if (m_jobs.contains(name))
        return;
    m_jobs[name] = m_runner.start<QString>(
        title, this, std::move(fetch),
        [this, name](const Result<QString>& path) { finish(name, path); });
    Q_EMIT began(name);
}

void BackboneFetcher::cancel(const QString& name)
{
    m_runner.cancel(job(name));
}

void BackboneFetcher::finish(const QString& name, const Result<QString>& path)
{
    m_jobs.remove(name);
    if (path)
        Q_EMIT arrived(name);
    else
        Q_EMIT failed(name, path.error());
}

} // namespace labelwright
