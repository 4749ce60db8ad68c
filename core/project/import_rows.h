#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/import_plan.h"
#include "core/project/database.h"
#include "core/project/samples.h"

#include <QJsonObject>
#include <QStringList>

#include <cstddef>
#include <span>
#include <vector>

namespace labelwright {

// The steps of storing an import, inside one transaction. All throw SqlError. `fresh` holds the
// plan's rows that come in, `rows` their sample ids.

/// The ids of labels by name; those that the dataset lacks are added and named in `added`.
Result<std::vector<LabelId>> uniteLabels(Database& database, DatasetId dataset,
                                         const QStringList& names, QStringList& added);

/// Rows of the plan whose name the dataset does not have; the names of the others go to `known`.
std::vector<std::size_t> newSamples(Database& database, DatasetId dataset, const ImportPlan& plan,
                                    QStringList& known);

/// Records where the samples come from and what was found; returns the record's id.
qint64 insertImport(Database& database, DatasetId dataset, const ImportPlan& plan);

/// Ids for new samples, rising and never used before.
std::vector<SampleId> reserveSamples(Database& database, std::size_t count);

/// Appends the plan's cells to the log, packed, and returns the entry's position.
qint64 logCells(Database& database, DatasetId dataset, const ImportPlan& plan,
                std::span<const std::size_t> fresh, std::span<const SampleId> rows,
                std::span<const LabelId> columns);

/// What all samples of an import have in common.
struct SampleOrigin
{
    DatasetId dataset;
    qint64 import = 0;
    qint64 position = 0; ///< Of the log, from which on they are there.
    Keeping keeping = Keeping::Copy;
};

void insertSamples(Database& database, const SampleOrigin& origin, const ImportPlan& plan,
                   std::span<const std::size_t> fresh, std::span<const SampleId> rows);

/// Appends the memberships that the plan's subset column gives, if any.
void logPlannedSubsets(Database& database, DatasetId dataset, const ImportPlan& plan,
                       std::span<const std::size_t> fresh, std::span<const SampleId> rows);

/// Keeps how samples without subset are to be assigned, in place of what was kept before.
void planSplit(Database& database, DatasetId dataset, const QJsonObject& split);

} // namespace labelwright
