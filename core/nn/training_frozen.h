#pragma once

#include "core/nn/embedding_extractor.h"
#include "core/nn/head_training.h"
#include "core/nn/training_session.h"

namespace labelwright {

/// True when the backbone is never trained and everything before the pooled output belongs to it,
/// so that the run works on cached embeddings.
bool trainsOnEmbeddings(const TrainingSession& session);

/// True when only dropout stands between the embedding and the last Dense.
bool hasLinearHead(const NetworkPlan& plan);

/// True when the run's head is solved as logistic regression instead of trained in minibatches.
bool solvesHead(const TrainingSession& session);

/// Embeddings of a run's images.
struct RunEmbeddings
{
    Embeddings training; ///< One row per training image; with flips in the augmentation as many more
                         ///< rows of their mirror images behind them.
    std::vector<std::uint32_t> images; ///< Of the training rows.
    Embeddings validation; ///< One row per validation image, computed in f32.
    Precision precision = Precision::F32; ///< Of the training rows.
};

/// Reads or computes them; what was measured is added to the facts' notes.
Result<RunEmbeddings> embedRun(TrainingSession& session, bool mirrored);

/// Runs on embeddings from where the session stands to the end.
Result<RunOutcome> trainFrozen(TrainingSession& session);

} // namespace labelwright
