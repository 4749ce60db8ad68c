#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace labelwright {

/// A label of a dataset.
struct Label
{
    LabelId id;
    QString name;  ///< Unique in the dataset, archived labels included; not empty.
    int order = 0; ///< Position among the dataset's labels, from 0.
    bool archived = false; ///< Left out of new versions; kept for the experiments that know it.
};

/// All labels in their order, archived ones included.
Result<std::vector<Label>> labels(const Project& project, DatasetId dataset);

/// The names of these labels, in the order given; fails when one does not exist.
Result<QStringList> labelNames(const Project& project, std::span<const LabelId> ids);

/// Adds a label at the end, Unknown for every sample. Fails when the name is empty or taken.
Result<LabelId> addLabel(Project& project, DatasetId dataset, const QString& name);

/// The id stays, so that annotations, feature sets and experiments go on with the new name.
Result<void> renameLabel(Project& project, LabelId id, const QString& name);

/// Takes a label out of the versions made from now on.
Result<void> archiveLabel(Project& project, LabelId id);

/// Undoes archiveLabel, for the versions made from now on.
Result<void> restoreLabel(Project& project, LabelId id);

/// Puts the labels into this order; `ids` holds each label of the dataset once.
Result<void> orderLabels(Project& project, DatasetId dataset, std::span<const LabelId> ids);

} // namespace labelwright
