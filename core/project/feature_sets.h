#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>

#include <span>
#include <vector>

namespace labelwright {

/// A named choice of labels, the target of an experiment.
struct FeatureSet
{
    FeatureSetId id;
    DatasetId dataset;
    QString name; ///< Unique in the dataset.
    std::vector<LabelId> labels; ///< In order, archived ones left out.
    bool everything = false;     ///< "all labels": follows the dataset's labels.
};

/// Name of the feature set that every dataset has from the start.
QString allLabelsName();

/// Fails when the name is taken, `labels` is empty, or one of them is foreign or named twice.
Result<FeatureSetId> addFeatureSet(Project& project, DatasetId dataset, const QString& name,
                                   std::span<const LabelId> labels);

/// "all labels" first, then oldest first.
Result<std::vector<FeatureSet>> featureSets(const Project& project, DatasetId dataset);

/// The feature set of that name; the error lists the names there are.
Result<FeatureSet> findFeatureSet(const Project& project, DatasetId dataset, const QString& name);

/// Experiments made with it keep their labels. "all labels" cannot be deleted.
Result<void> deleteFeatureSet(Project& project, FeatureSetId id);

} // namespace labelwright
