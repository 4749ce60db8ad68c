#pragma once

#include "core/base/ids.h"
#include "core/base/subset.h"
#include "core/project/checkpoints.h"

namespace labelwright {

/// What is evaluated.
struct InspectionSubject
{
    ExperimentId experiment;
    CheckpointKind kind = CheckpointKind::Best;
    Subset subset = Subset::Validation;
    friend bool operator==(const InspectionSubject&, const InspectionSubject&) = default;
};

} // namespace labelwright
