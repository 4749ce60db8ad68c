#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/samples.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

struct ImportPlan;

/// What the index phase of an import stored.
struct ImportOutcome
{
    DatasetId dataset;
    qint64 added = 0;          ///< New samples.
    QStringList newLabels;     ///< Labels the dataset did not have before.
    QStringList alreadyThere;  ///< Names of samples left out because the dataset has them.
};

/// Makes the dataset `name` from a plan, in one transaction: nothing is left behind when it fails.
/// Fails when the name is taken. `split` says how samples without subset are to be assigned after
/// the check, whoever goes on with it: `SubsetRules::planned`.
Result<ImportOutcome> importNew(Project& project, const QString& name, const ImportPlan& plan,
                                Keeping keeping, const QJsonObject& split = {});

/// Adds a plan's samples to a dataset. Labels are united by name; a sample whose name the dataset
/// has is left out and listed; cells of labels the plan does not know stay Unknown.
Result<ImportOutcome> importInto(Project& project, DatasetId dataset, const ImportPlan& plan,
                                 Keeping keeping, const QJsonObject& split = {});

/// An import that was made.
struct ImportRecord
{
    QDateTime when;
    QString path; ///< The zip, folder or index, absolute.
    qint64 added = 0;
    QString groupColumn; ///< As the index called it; may be empty.
    QStringList issues;  ///< One sentence each.
};

/// The dataset's imports, oldest first.
Result<std::vector<ImportRecord>> importRecords(const Project& project, DatasetId dataset);

} // namespace labelwright
