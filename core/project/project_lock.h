#pragma once

#include "core/base/result.h"

#include <QString>

namespace labelwright {

/// The right to write to a project folder, held by one process at a time. It is an flock(2) on
/// `project.lock`: the kernel releases it when the process ends, however it ends, so none goes
/// stale.
class ProjectLock
{
public:
    /// Takes the lock, or names the process that holds it.
    static Result<ProjectLock> take(const QString& folder);

    ProjectLock(ProjectLock&& other) noexcept;
    ProjectLock& operator=(ProjectLock&& other) noexcept;
    ~ProjectLock();

private:
    explicit ProjectLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace labelwright
