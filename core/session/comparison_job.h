#pragma once

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

/// Two experiments side by side, both at `best`.
struct Comparison
{
    Evaluation first;
    Evaluation second;
    std::vector<SettingDifference> settings;
    PairedDifference difference; ///< Second minus first.
};

/// Fails when the two have different labels or were evaluated on different samples: then figures
/// cannot be compared.
Result<Comparison> compareExperiments(const Project& project, ExperimentId first,
                                      ExperimentId second, Subset subset,
                                      const ProgressCallback& progress = {},
                                      std::stop_token stop = {});

} // namespace labelwright
