#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/sample_check.h"
#include "core/project/project.h"

#include <QString>

#include <span>
#include <vector>

namespace labelwright {

/// What the background check found out about a sample.
struct CheckedSample
{
    SampleId sample;
    SampleCheck check;
    QString suffix;      ///< Of a copy in `originals`, as `SampleBytes::suffix`.
    qint64 modified = 0; ///< Of a referenced file, as `SampleBytes::modified`.
};

/// Samples after `after` whose check is still to come, by rising id, at most `limit`. Start with
/// `after` = {}; the list ends when it comes back empty. A killed import goes on with what is left.
Result<std::vector<SampleId>> nextUnchecked(const Project& project, DatasetId dataset,
                                            SampleId after, int limit);

/// Records checks in one transaction, after what `keepOriginal` wrote has reached the disk. A check
/// without problem is Ok; its image then is the copy in `originals` or the referenced file.
Result<void> storeChecks(Project& project, std::span<const CheckedSample> checks);

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
