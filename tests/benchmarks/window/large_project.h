#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>

namespace labelwright::benchmarks {

constexpr int largeCount = 100'000; ///< Images of the large dataset, all in validation.
constexpr int largeLabels = 80;

/// A project in `folder`, made unless it was before: 200 drawn landscapes to train on, and a dataset
/// of largeCount × largeLabels, over 400 different pictures, with an experiment that has scores of
/// all its images.
Result<void> makeLargeProject(const QString& folder);

/// The experiment with the scores.
Result<ExperimentId> scoredExperiment(const Project& project);

/// A new experiment on the landscapes: a small network that would train for hours on all cores.
Result<ExperimentId> longExperiment(Project& project);

} // namespace labelwright::benchmarks
