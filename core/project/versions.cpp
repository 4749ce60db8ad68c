#include "core/project/versions.h"

#include "core/project/dataset_rows.h"
#include "core/project/log_store.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QJsonDocument>

namespace labelwright {

namespace {

constexpr const char* selectVersions =
    "SELECT id, dataset, position, created, subset_rules FROM versions "
    "WHERE (?1 IS NULL OR dataset = ?1) AND (?2 IS NULL OR id = ?2) ORDER BY id";

QString readFailed()
{
    return QStringLiteral("The versions cannot be read");
}

Version versionIn(const Statement& row)
{
    return {row.id<VersionId>(0), row.id<DatasetId>(1), row.integer(2), row.time(3),
            QJsonDocument::fromJson(row.text(4).toUtf8()).object()};
}

std::vector<Version> selectAll(Database& database, DatasetId dataset)
{
    Statement rows(database, selectVersions);
    rows.with(dataset, nullptr);
    std::vector<Version> found;
    while (rows.next())
        found.push_back(versionIn(rows));
    return found;
}

} // namespace

Result<Version> createVersion(Project& project, DatasetId dataset)
{
    return editing(project, QStringLiteral("The version cannot be made"),
                   [&](ProjectStorage& storage) -> Result<Version> {
        Database& database = storage.database;
        if (const auto exists = requireDataset(database, dataset); !exists)
            return failureOf(exists);
        const qint64 position = lastPosition(database, dataset);
        const std::vector<Version> before = selectAll(database, dataset);
        if (!before.empty() && before.back().position == position)
            return before.back();
        Statement(database, "INSERT INTO versions (dataset, position, created, subset_rules) "
                            "SELECT id, ?2, ?3, json_remove(subset_rules, '$.planned') "
                            "FROM datasets WHERE id = ?1")
            .run(dataset, position, currentTime());
        return selectAll(database, dataset).back();
    });
}

Result<std::vector<Version>> versions(const Project& project, DatasetId dataset)
{
    return reading(project, readFailed(),
                   [&](ProjectStorage& storage) -> Result<std::vector<Version>> {
        return selectAll(storage.database, dataset);
    });
}

Result<Version> version(const Project& project, VersionId id)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<Version> {
        Statement row(storage.database, selectVersions);
        row.with(nullptr, id);
        if (!row.next())
            return failure(QStringLiteral("The version does not exist any more; list the versions "
                                          "again."));
        return versionIn(row);
    });
}

} // namespace labelwright
