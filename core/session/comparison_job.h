#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/bootstrap.h"
#include "core/session/evaluation_job.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace labelwright {

/// A setting in which two experiments differ.
struct SettingDifference
{
    QString name;  ///< Its path in the JSON form: "settings.learningRate", "spec.blocks.2.name".
    QString first; ///< Empty where the first has none.
    QString second;
};

/// Two experiments side by side, both at `best` and both held against the same labels.
struct Comparison
{
    Evaluation first;
    Evaluation second;
    VersionId truth; ///< Whose labels: the newer of the two experiments' versions.
    std::vector<SettingDifference> settings;
    PairedDifference difference; ///< Second minus first.
};

/// Where labels were corrected between the two experiments, both are held against the newer
/// version's, so that neither is blamed for what the other was never told; the older one's figures
/// then differ from its own evaluation. Fails when the two have different labels or were evaluated
/// on different samples: then figures cannot be compared.
Result<Comparison> compareExperiments(const Project& project, ExperimentId first,
                                      ExperimentId second, Subset subset,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
