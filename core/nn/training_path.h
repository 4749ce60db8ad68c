#pragma once

#include "core/nn/training_frozen.h"

namespace labelwright {

/// Steps after the best one at which a path ends.
inline constexpr int pathPatience = 3;

/// Puts a head into the network's last Dense, or takes it from there.
void setHead(Network& network, const LinearHead& head);
LinearHead headOf(const Network& network);

/// Follows the path of `regularisationPath`, one step an epoch, from where the session stands to its
/// own end, whatever number of epochs is set.
Result<RunOutcome> followPath(TrainingSession& session, const RunEmbeddings& embeddings);

/// Puts the head into the network that the path finds best on validation (without validation
/// images: C = 0.001), without leaving checkpoints.
Result<void> startHeadFromEmbeddings(TrainingSession& session);

/// The same on embeddings that are there already.
Result<void> startHead(TrainingSession& session, const RunEmbeddings& embeddings);

} // namespace labelwright
