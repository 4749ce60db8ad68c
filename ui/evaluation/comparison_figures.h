#pragma once

#include "core/base/subset.h"
#include "core/nn/trainer.h"
#include "core/session/comparison_job.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace labelwright {

/// Two experiments side by side, in words and numbers as they are shown.
struct ComparisonFigures
{
    QString first;  ///< Names.
    QString second;
    int firstEpoch = 0;  ///< Of the checkpoints compared.
    int secondEpoch = 0;
    QString sentence; ///< Which is better, by how much, and how sure that is.
    std::vector<QStringList> settings; ///< Setting, first, second.
    std::vector<QStringList> figures;  ///< Figure, first, second, difference.
    std::vector<EpochReport> firstEpochs;
    std::vector<EpochReport> secondEpochs;
};

/// "Learning rate", "Block 2: filters".
QString settingInWords(const QString& path);

/// Second against first, both at `best`, with bootstrap intervals.
Result<ComparisonFigures> comparisonFigures(const Project& project, ExperimentId first,
                                            ExperimentId second, Subset subset,
                                            const ProgressCallback& progress,
                                            std::stop_token stop);

} // namespace labelwright
