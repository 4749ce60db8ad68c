#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/samples.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>
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
/// Fails when the name is taken.
Result<ImportOutcome> importNew(Project& project, const QString& name, const ImportPlan& plan,
                                Keeping keeping);

/// Adds a plan's samples to a dataset. Labels are united by name; a sample whose name the dataset
/// has is left out and listed; cells of labels the plan does not know stay Unknown.
Result<ImportOutcome> importInto(Project& project, DatasetId dataset, const ImportPlan& plan,
                                 Keeping keeping);

/// What the background check found out about a sample.
struct SampleCheck
{
    SampleId sample;
    QString problem;   ///< One sentence; empty: the image is good.
    QByteArray sha256; ///< 64 hexadecimal digits; empty when the bytes could not be read.
    qint64 bytes = 0;
    int width = 0;
    int height = 0;
    quint64 perceptualHash = 0;
    QString suffix;      ///< Of the copy in `originals`: "jpg".
    qint64 modified = 0; ///< Of a referenced file: milliseconds since 1970; else 0.
};

/// Samples after `after` whose check is still to come, by rising id, at most `limit`. Start with
/// `after` = {}; the list ends when it comes back empty. A killed import goes on with what is left.
Result<std::vector<SampleId>> nextUnchecked(const Project& project, DatasetId dataset,
                                            SampleId after, int limit);

/// Records checks in one transaction, after what `keepOriginal` wrote has reached the disk.
Result<void> storeChecks(Project& project, std::span<const SampleCheck> checks);

/// A sample that cannot be used, and why.
struct SampleProblem
{
    SampleId sample;
    QString name;
    QString problem;
};

Result<std::vector<SampleProblem>> sampleProblems(const Project& project, DatasetId dataset);

/// Looks at every checked file of the dataset again (present, same size, same time or digest) and
/// lists those that were moved, changed or damaged. Changes nothing.
Result<std::vector<SampleProblem>> verifyOriginals(const Project& project, DatasetId dataset);

/// Makes pending again every sample with a problem, so that a repaired source is read once more.
Result<qint64> recheckProblems(Project& project, DatasetId dataset);

/// Puts image bytes into `originalsFolder` under their digest, once; may be called by several
/// threads at a time. Returns the digest. Durable only after the next storeChecks.
Result<QByteArray> keepOriginal(const QString& originalsFolder, const QByteArray& bytes,
                                const QString& suffix);

} // namespace labelwright
