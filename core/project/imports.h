#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/samples.h"

#include <QString>
#include <QStringList>

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
/// Fails when the name is taken.
Result<ImportOutcome> importNew(Project& project, const QString& name, const ImportPlan& plan,
                                Keeping keeping);

/// Adds a plan's samples to a dataset. Labels are united by name; a sample whose name the dataset
/// has is left out and listed; cells of labels the plan does not know stay Unknown.
Result<ImportOutcome> importInto(Project& project, DatasetId dataset, const ImportPlan& plan,
                                 Keeping keeping);

} // namespace labelwright
