#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/imaging/preprocessing.h"
#include "core/nn/trainer.h"
#include "core/project/project.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace labelwright {

/// The samples' images at a network's input size, in their order. Those that the project's cache
/// does not hold yet, or holds damaged, are decoded on all cores and kept there, so that no later
/// epoch or evaluation decodes them again. Fails naming the first image that cannot be read.
Result<std::shared_ptr<const PixelSource>>
preparedImages(const Project& project, DatasetId dataset, std::span<const SampleId> samples,
               const Preprocessing& preprocessing, const ProgressCallback& progress = {},
               std::stop_token stop = {});

/// The SHA-256 of each sample's file, in their order.
Result<std::vector<QByteArray>> sampleDigests(const Project& project, DatasetId dataset,
                                              std::span<const SampleId> samples);

} // namespace labelwright
