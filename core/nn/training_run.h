#pragma once

#include "core/nn/training_session.h"

namespace labelwright {

/// `train`, with places where a test makes it fail.
Result<RunOutcome> runTraining(const TrainingJob& job);

} // namespace labelwright
