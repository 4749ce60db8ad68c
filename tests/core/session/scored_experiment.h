#pragma once

#include "core/project/checkpoints.h"
#include "core/project/experiments.h"
#include "tests/core/session/small_dataset.h"

namespace labelwright::tests {

/// A test with experiments whose scores on validation and test are known without any training: the
/// logit of "water" tells it perfectly around 1, that of "sky" says the opposite, and "rare" has
/// one positive, in validation.
class ScoredExperimentTest : public SmallDatasetTest
{
protected:
    /// Imports `perSubset` images for validation and as many for test: water and sky hold for
    /// every second. `changed` files replace images before the import.
    DatasetId halves(const QString& name, int perSubset,
                     const std::vector<NamedBytes>& changed = {});

    /// An experiment on a version of the dataset as it is now, with a checkpoint `best`.
    Experiment scoredExperiment(DatasetId dataset);

    /// The logits of the image of that number: water, sky, rare.
    static std::vector<float> logitsOf(std::size_t number);

    /// New weights as `best`, with their scores.
    CheckpointId addBest(const Experiment& experiment, int epoch);
};

} // namespace labelwright::tests
