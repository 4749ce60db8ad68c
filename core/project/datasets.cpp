#include "core/project/datasets.h"

#include "core/project/dataset_rows.h"
#include "core/project/feature_sets.h"
#include "core/project/log_store.h"
#include "core/project/names.h"
#include "core/project/original_files.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QFile>

namespace labelwright {

namespace {

constexpr const char* selectDatasets =
    "SELECT id, name, created, (SELECT count(*) FROM samples WHERE dataset = datasets.id), "
    "(SELECT count(*) FROM samples WHERE dataset = datasets.id AND state = 0), "
    "(SELECT count(*) FROM samples WHERE dataset = datasets.id AND state = 2) FROM datasets "
    "WHERE ?1 IS NULL OR id = ?1 ORDER BY id";

QString readFailed()
{
    return QStringLiteral("The datasets cannot be read");
}

Error missingError()
{
    return {QStringLiteral("The dataset does not exist any more; list the datasets again."), {}};
}

Dataset datasetIn(const Statement& row)
{
    return {row.id<DatasetId>(0), row.text(1),    row.time(2),
            row.integer(3),       row.integer(4), row.integer(5)};
}

/// Fails when another dataset than `self` has the name.
Result<void> requireFreeName(Database& database, const QString& name, DatasetId self)
{
    Statement taken(database, "SELECT 1 FROM datasets WHERE name = ?1 AND id <> ?2");
    taken.with(name, self);
    if (taken.next())
        return failure(QStringLiteral("There is already a dataset '%1'; choose another name.")
                           .arg(name));
    return {};
}

Result<void> requireNoExperiments(Database& database, DatasetId id)
{
    Statement count(database, "SELECT count(*) FROM experiments WHERE dataset = ?1");
    count.with(id);
    const qint64 experiments = count.next() ? count.integer(0) : 0;
    if (experiments > 0)
        return failure(QStringLiteral("The dataset cannot be deleted while experiments stand on "
                                      "it (%1); delete these first.")
                           .arg(experiments));
    return {};
}

} // namespace

Result<DatasetId> insertDataset(Database& database, const QString& name)
{
    const Result<QString> usable = usableName(name, QStringLiteral("dataset"));
    if (!usable)
        return failureOf(usable);
    if (const auto isFree = requireFreeName(database, *usable, {}); !isFree)
        return failureOf(isFree);
    Statement(database, "INSERT INTO datasets (name, created) VALUES (?1, ?2)")
        .run(*usable, currentTime());
    const DatasetId id{database.lastInsertId()};
    Statement(database, "INSERT INTO feature_sets (dataset, name, everything) VALUES (?1, ?2, 1)")
        .run(id, allLabelsName());
    return id;
}

Result<void> requireDataset(Database& database, DatasetId id)
{
    Statement row(database, "SELECT 1 FROM datasets WHERE id = ?1");
    row.with(id);
    if (!row.next())
        return tl::unexpected<Error>(missingError());
    return {};
}

Result<DatasetId> createDataset(Project& project, const QString& name)
{
    return editing(project, QStringLiteral("The dataset cannot be made"),
                   [&](ProjectStorage& storage) { return insertDataset(storage.database, name); });
}

Result<std::vector<Dataset>> datasets(const Project& project)
{
    return reading(project, readFailed(),
                   [](ProjectStorage& storage) -> Result<std::vector<Dataset>> {
        Statement rows(storage.database, selectDatasets);
        rows.with(nullptr);
        std::vector<Dataset> found;
        while (rows.next())
            found.push_back(datasetIn(rows));
        return found;
    });
}

Result<Dataset> dataset(const Project& project, DatasetId id)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<Dataset> {
        Statement row(storage.database, selectDatasets);
        row.with(id);
        if (!row.next())
            return tl::unexpected<Error>(missingError());
        return datasetIn(row);
    });
}

Result<Dataset> findDataset(const Project& project, const QString& name)
{
    const Result<std::vector<Dataset>> all = datasets(project);
    if (!all)
        return failureOf(all);
    QStringList names;
    for (const Dataset& candidate : *all) {
        if (candidate.name == name.trimmed())
            return candidate;
        names += candidate.name;
    }
    if (names.isEmpty())
        return failure(QStringLiteral("There is no dataset '%1': the project has none yet; import "
                                      "one.")
                           .arg(name));
    return failure(QStringLiteral("There is no dataset '%1'; the project has %2.")
                       .arg(name, quotedList(names)));
}

Result<void> renameDataset(Project& project, DatasetId id, const QString& name)
{
    return editing(project, QStringLiteral("The dataset cannot be renamed"),
                   [&](ProjectStorage& storage) -> Result<void> {
        const Result<QString> usable = usableName(name, QStringLiteral("dataset"));
        if (!usable)
            return failureOf(usable);
        if (const auto isFree = requireFreeName(storage.database, *usable, id); !isFree)
            return failureOf(isFree);
        Statement(storage.database, "UPDATE datasets SET name = ?2 WHERE id = ?1")
            .run(id, *usable);
        if (storage.database.changes() == 0)
            return tl::unexpected<Error>(missingError());
        return {};
    });
}

Result<void> deleteDataset(Project& project, DatasetId id)
{
    std::vector<QString> copies;
    const Result<void> deleted = editing(
        project, QStringLiteral("The dataset cannot be deleted"),
        [&](ProjectStorage& storage) -> Result<void> {
        Database& database = storage.database;
        if (const auto exists = requireDataset(database, id); !exists)
            return exists;
        if (const auto isFree = requireNoExperiments(database, id); !isFree)
            return isFree;
        copies = copiesOnlyOf(database, id);
        Statement(database, "DELETE FROM samples WHERE dataset = ?1").run(id);
        Statement(database, "DELETE FROM datasets WHERE id = ?1").run(id);
        return {};
    });
    if (!deleted)
        return deleted;
    project.storage().folds.erase(id.value);
    for (const QString& copy : copies)
        QFile::remove(project.originalsFolder() + u'/' + copy);
    return {};
}

} // namespace labelwright
