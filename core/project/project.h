#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>

#include <memory>

namespace labelwright {

struct ProjectStorage;

/// How a project is opened.
enum class Access {
    ReadWrite, ///< One process at a time; a second one is refused and told who holds the project.
    ReadOnly,  ///< Any number, also beside a writer; everything that would edit fails.
};

/// An open project: a folder that holds `project.sqlite` and plain files. What it contains is read
/// and edited by the free functions of this folder's other headers.
///
/// Movable. Used by one thread at a time; another thread takes a handle of its own by
/// `anotherHandle()`. Every edit is one transaction that is on disk when the function returns: a
/// process that is killed at any time leaves a project that opens.
class Project
{
public:
    /// Makes a project in `folder`, which is made where missing and must be empty otherwise; it is
    /// open for writing. Fails, changing nothing, when the folder cannot be written or is in use.
    static Result<Project> create(const QString& folder);

    /// Opens a project. A project of an older version is brought up to date when opened for
    /// writing and refused for reading only; one of a newer version is refused. Runs that a killed
    /// process left as Running become Stopped when opened for writing.
    static Result<Project> open(const QString& folder, Access access);

    /// Takes a project that holds no dataset away again, with its folder where nothing else is left
    /// in it; one that holds a dataset is only closed.
    static void removeIfEmpty(Project project);

    /// True when the folder has a project's database file, whatever its state.
    static bool existsIn(const QString& folder);

    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project();

    /// A second handle on the same project for another thread of this process: the same access,
    /// the same lock, a connection of its own. Edits of one handle are seen by the other.
    [[nodiscard]] Result<Project> anotherHandle() const;

    [[nodiscard]] Access access() const;
    [[nodiscard]] QString folder() const; ///< Absolute.

    /// Copied images, named by digest: "ab/abcd….jpg".
    [[nodiscard]] QString originalsFolder() const;
    /// Everything one run writes; made by whoever writes there.
    [[nodiscard]] QString runFolder(ExperimentId experiment) const;
    /// What can be computed again: prepared images, embeddings, thumbnails.
    [[nodiscard]] QString cacheFolder() const;
    [[nodiscard]] QString scoresFolder() const;

    /// For this folder's own files.
    [[nodiscard]] ProjectStorage& storage() const { return *m_storage; }

private:
    explicit Project(std::unique_ptr<ProjectStorage> storage);
    std::unique_ptr<ProjectStorage> m_storage;
};

} // namespace labelwright
