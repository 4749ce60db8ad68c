#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace labelwright {

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

/// Makes pending again every sample with a problem, so that a repaired source is read once more.
Result<qint64> recheckProblems(Project& project, DatasetId dataset);

} // namespace labelwright
