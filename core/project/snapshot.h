#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/dataset/label_matrix.h"
#include "core/project/project.h"
#include "core/project/samples.h"
#include "core/project/versions.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

/// Whether proposals of models count where nobody else answered.
enum class Proposals { FillUnknown, Ignore };

/// A dataset's annotations and subsets at a position of the log. One row per sample, one column
/// per label; the vectors over samples have one entry per row.
struct Snapshot
{
    qint64 position = 0;
    std::vector<SampleId> samples; ///< Rising.
    std::vector<LabelId> labels;   ///< Those not archived then, in their order.
    LabelMatrix annotations;
    std::vector<std::optional<Subset>> subsets; ///< Nothing where not assigned yet.
    std::vector<CheckState> checks;             ///< As known now, not then.
};

/// The newest state.
Result<Snapshot> currentSnapshot(const Project& project, DatasetId dataset,
                                 Proposals proposals = Proposals::FillUnknown);

/// The state an experiment on `version` was trained on: later answers, samples, labels and splits
/// do not show.
Result<Snapshot> snapshotAt(const Project& project, const Version& version,
                            Proposals proposals = Proposals::FillUnknown);

/// Rows of the subset whose image is good, rising: what training and evaluation use.
std::vector<std::uint32_t> usableRows(const Snapshot& snapshot, Subset subset);

/// The columns of these labels, in their order; a label the snapshot does not have is Unknown
/// throughout.
LabelMatrix columnsOf(const Snapshot& snapshot, std::span<const LabelId> labels);

} // namespace labelwright
