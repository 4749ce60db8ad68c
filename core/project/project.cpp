#include "core/project/project.h"

#include "core/project/datasets.h"
#include "core/project/project_files.h"
#include "core/project/project_storage.h"
#include "core/project/schema.h"
#include "core/project/statement.h"

#include <QDir>
#include <QFileInfo>

namespace labelwright {

namespace {

/// Whether this database can be used as it is; brings an older one up to date when writing.
Result<void> acceptSchema(ProjectStorage& storage)
{
    const int schema = schemaOf(storage.database);
    if (applicationIdOf(storage.database) != projectApplicationId || schema < 1)
        return failure(QStringLiteral("The file project.sqlite in %1 is not a Labelwright project; "
                                      "choose another folder.")
                           .arg(storage.folder));
    if (schema > currentSchema)
        return failure(QStringLiteral("The project %1 was made by a newer version of Labelwright; "
                                      "update Labelwright to open it.")
                           .arg(storage.folder),
                       QStringLiteral("schema %1, known are 1 to %2").arg(schema).arg(currentSchema));
    if (schema == currentSchema)
        return {};
    if (storage.access == Access::ReadOnly)
        return failure(QStringLiteral("The project %1 was made by an older version of Labelwright; "
                                      "open it once for writing to bring it up to date.")
                           .arg(storage.folder));
    migrate(storage.database);
    return {};
}

/// Runs of a process that was killed: nobody else can write, so nobody runs them.
void stopAbandonedRuns(Database& database)
{
    Statement(database, "UPDATE experiments SET state = 2, state_reason = ?1 WHERE state = 1")
        .run(QStringLiteral("The program ended during the run; it can be resumed."));
}

Result<std::unique_ptr<ProjectStorage>> connect(const QString& folder, Access access,
                                                std::shared_ptr<ProjectLock> lock)
{
    const QString failed = QStringLiteral("The project %1 cannot be opened").arg(folder);
    try {
        auto storage = std::make_unique<ProjectStorage>();
        storage->folder = folder;
        storage->access = access;
        storage->lock = std::move(lock);
        storage->database = Database(databasePath(folder), access == Access::ReadWrite
                                                               ? Database::Mode::ReadWrite
                                                               : Database::Mode::ReadOnly);
        if (const Result<void> accepted = acceptSchema(*storage); !accepted)
            return failureOf(accepted);
        return storage;
    } catch (const SqlError& error) {
        return tl::unexpected<Error>(errorOf(error, failed));
    }
}

} // namespace

Result<Project> Project::create(const QString& folder)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    if (const Result<void> made = makeProjectFiles(path); !made)
        return failureOf(made);
    return open(path, Access::ReadWrite);
}

Result<Project> Project::open(const QString& folder, Access access)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    if (const Result<void> found = findProjectFiles(path); !found)
        return failureOf(found);
    std::shared_ptr<ProjectLock> lock;
    if (access == Access::ReadWrite) {
        Result<ProjectLock> taken = ProjectLock::take(path);
        if (!taken)
            return failureOf(taken);
        lock = std::make_shared<ProjectLock>(std::move(*taken));
    }
    Result<std::unique_ptr<ProjectStorage>> storage = connect(path, access, lock);
    if (!storage)
        return failureOf(storage);
    Project project(std::move(*storage));
    if (access == Access::ReadOnly)
        return project;
    const Result<void> tidied = editing(
        project, QStringLiteral("The project %1 cannot be opened").arg(path),
        [](ProjectStorage& opened) -> Result<void> {
            stopAbandonedRuns(opened.database);
            return {};
        });
    if (!tidied)
        return failureOf(tidied);
    return project;
}

void Project::removeIfEmpty(Project project)
{
    const Result<std::vector<Dataset>> held = datasets(project);
    if (!held || !held->empty() || project.access() == Access::ReadOnly)
        return;
    const QString path = project.folder();
    {
        const Project closed = std::move(project);
    }
    removeProjectFiles(path);
}

bool Project::existsIn(const QString& folder)
{
    return QFileInfo::exists(databasePath(folder));
}

Project::Project(std::unique_ptr<ProjectStorage> storage)
    : m_storage(std::move(storage))
{}

Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Result<Project> Project::anotherHandle() const
{
    Result<std::unique_ptr<ProjectStorage>> storage = connect(folder(), access(), m_storage->lock);
    if (!storage)
        return failureOf(storage);
    return Project(std::move(*storage));
}

Access Project::access() const
{
    return m_storage->access;
}

QString Project::folder() const
{
    return m_storage->folder;
}

QString Project::originalsFolder() const
{
    return folder() + QStringLiteral("/originals");
}

QString Project::runFolder(ExperimentId experiment) const
{
    return folder() + QStringLiteral("/runs/%1").arg(experiment.value);
}

QString Project::cacheFolder() const
{
    return folder() + QStringLiteral("/cache");
}

QString Project::scoresFolder() const
{
    return folder() + QStringLiteral("/scores");
}

} // namespace labelwright
