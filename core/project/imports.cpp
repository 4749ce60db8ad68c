#include "core/project/imports.h"

#include "core/dataset/import_plan.h"
#include "core/project/dataset_rows.h"
#include "core/project/import_rows.h"
#include "core/project/project_storage.h"
#include "core/project/sample_fields.h"
#include "core/project/statement.h"

namespace labelwright {

namespace {

QString importFailed()
{
    return QStringLiteral("The import cannot be stored");
}

/// Adds a plan to a dataset inside the caller's transaction.
Result<ImportOutcome> storePlan(Database& database, DatasetId dataset, const ImportPlan& plan,
                                Keeping keeping, const QJsonObject& split)
{
    ImportOutcome outcome{.dataset = dataset, .added = 0, .newLabels = {}, .alreadyThere = {}};
    const Result<std::vector<LabelId>> columns = uniteLabels(database, dataset, plan.labels,
                                                             outcome.newLabels);
    if (!columns)
        return failureOf(columns);
    const std::vector<std::size_t> fresh = newSamples(database, dataset, plan,
                                                      outcome.alreadyThere);
    const qint64 import = insertImport(database, dataset, plan);
    const std::vector<SampleId> rows = reserveSamples(database, fresh.size());
    const qint64 position = logCells(database, dataset, plan, fresh, rows, *columns);
    insertSamples(database, {dataset, import, position, keeping}, plan, fresh, rows);
    logPlannedSubsets(database, dataset, plan, fresh, rows);
    planSplit(database, dataset, split);
    outcome.added = static_cast<qint64>(fresh.size());
    return outcome;
}

} // namespace

Result<ImportOutcome> importNew(Project& project, const QString& name, const ImportPlan& plan,
                                Keeping keeping, const QJsonObject& split)
{
    return editing(project, importFailed(),
                   [&](ProjectStorage& storage) -> Result<ImportOutcome> {
        const Result<DatasetId> dataset = insertDataset(storage.database, name);
        if (!dataset)
            return failureOf(dataset);
        return storePlan(storage.database, *dataset, plan, keeping, split);
    });
}

Result<ImportOutcome> importInto(Project& project, DatasetId dataset, const ImportPlan& plan,
                                 Keeping keeping, const QJsonObject& split)
{
    return editing(project, importFailed(),
                   [&](ProjectStorage& storage) -> Result<ImportOutcome> {
        if (const auto exists = requireDataset(storage.database, dataset); !exists)
            return failureOf(exists);
        return storePlan(storage.database, dataset, plan, keeping, split);
    });
}

Result<std::vector<ImportRecord>> importRecords(const Project& project, DatasetId dataset)
{
    return reading(project, QStringLiteral("The imports cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<ImportRecord>> {
        Statement rows(storage.database,
                       "SELECT time, path, (SELECT count(*) FROM samples WHERE import = "
                       "imports.id), group_column, issues FROM imports WHERE dataset = ?1 "
                       "ORDER BY id");
        rows.with(dataset);
        std::vector<ImportRecord> records;
        while (rows.next())
            records.push_back({rows.time(0), rows.text(1), rows.integer(2), rows.text(3),
                               stringsFromJson(rows.text(4))});
        return records;
    });
}

} // namespace labelwright
