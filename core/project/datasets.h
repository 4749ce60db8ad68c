#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace labelwright {

/// A dataset of a project.
struct Dataset
{
    DatasetId id;
    QString name; ///< Unique in the project, not empty.
    QDateTime created;
    qint64 samples = 0;
    qint64 pending = 0;  ///< Samples whose background check is still to come.
    qint64 problems = 0; ///< Samples whose image cannot be used.
};

/// Makes an empty dataset with the feature set "all labels". Fails when the name is empty or taken.
Result<DatasetId> createDataset(Project& project, const QString& name);

/// All datasets, oldest first.
Result<std::vector<Dataset>> datasets(const Project& project);

Result<Dataset> dataset(const Project& project, DatasetId id);

/// The dataset of that name; the error lists the names there are.
Result<Dataset> findDataset(const Project& project, const QString& name);

/// Fails when the name is empty or taken. The id stays.
Result<void> renameDataset(Project& project, DatasetId id, const QString& name);

/// Deletes a dataset with its annotations, and copied images that no other dataset has. Refused
/// while experiments stand on it.
Result<void> deleteDataset(Project& project, DatasetId id);

} // namespace labelwright
