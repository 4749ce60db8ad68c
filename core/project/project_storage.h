#pragma once

#include "core/base/result.h"
#include "core/project/database.h"
#include "core/project/fold.h"
#include "core/project/project.h"
#include "core/project/project_lock.h"

#include <QString>

#include <memory>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace labelwright {

/// What a Project holds; for this folder's own files.
struct ProjectStorage
{
    QString folder; ///< Absolute.
    Access access = Access::ReadOnly;
    std::shared_ptr<ProjectLock> lock; ///< Shared by the handles of one process; none when reading.
    Database database;
    std::unordered_map<qint64, Fold> folds; ///< The newest state of each dataset that was read.
};

/// The sentence for what SQLite reported: "`failed`: the disk is full …".
Error errorOf(const SqlError& error, const QString& failed);

/// The failure of an edit on a project that is open for reading only.
Error readOnlyError(const QString& failed);

/// Runs `work(storage)`, which returns a Result, and turns what SQLite reports into a failure that
/// begins with `failed` ("The labels cannot be read").
template <class Work>
auto reading(const Project& project, const QString& failed, Work&& work)
    -> std::invoke_result_t<Work, ProjectStorage&>
{
    try {
        return std::forward<Work>(work)(project.storage());
    } catch (const SqlError& error) {
        return tl::unexpected<Error>(errorOf(error, failed));
    }
}

/// The same in one transaction, which is undone when `work` returns a failure.
template <class Work>
auto editing(Project& project, const QString& failed, Work&& work)
    -> std::invoke_result_t<Work, ProjectStorage&>
{
    if (project.access() == Access::ReadOnly)
        return tl::unexpected<Error>(readOnlyError(failed));
    return reading(project, failed, [&](ProjectStorage& storage) {
        Transaction transaction(storage.database);
        auto result = std::forward<Work>(work)(storage);
        if (result.has_value())
            transaction.commit();
        return result;
    });
}

} // namespace labelwright
