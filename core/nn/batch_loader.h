#pragma once

#include "core/base/result.h"
#include "core/imaging/augmentation.h"
#include "core/nn/trainer.h"
#include "core/nn/training_process.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace labelwright {

/// Sizes of the batches that `images` images make, `batchSize` at most: as many batches as needed,
/// as even as possible (larger ones first), so that no batch is a small rest.
std::vector<std::size_t> evenBatches(std::size_t images, std::size_t batchSize);

/// Some images in one block of memory.
struct ImageBatch
{
    std::vector<std::uint32_t> images; ///< Their indices in the source.
    std::vector<std::uint8_t> pixels;  ///< [N, H, W, C]
};

/// What an epoch's loader reads.
struct LoaderJob
{
    const PixelSource* source = nullptr;
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> batches; ///< Sizes; their sum is that of `order`.
    const Augmentation* augmentation = nullptr; ///< nullptr: images as they are.
    const TrainingProcess* process = nullptr;   ///< Random numbers of the augmentation.
    int epoch = 1;
    int threads = 1;
};

/// Reads and augments the batches of one epoch on threads of its own, one batch ahead of the
/// consumer. What comes out does not depend on timing.
class BatchLoader
{
public:
    explicit BatchLoader(LoaderJob job);

    /// The next batch, valid until the following call; nullptr after the last one. Fails, from
    /// then on, in place of the first batch that could not be read or augmented.
    Result<const ImageBatch*> next();

private:
    void work(const std::stop_token& stop);
    Result<void> fill(ImageBatch& batch, std::size_t first, std::size_t count) const;
    void copyImage(std::uint32_t image, std::span<std::uint8_t> out) const;

    LoaderJob m_job;
    ImageBatch m_slots[2];
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_filled = 0; ///< Batches ready or taken.
    std::size_t m_taken = 0;  ///< Batches handed out.
    std::size_t m_given = 0;  ///< Batches given back.
    std::optional<Error> m_error; ///< Why there is no batch after the filled ones.
    std::jthread m_thread;
};

} // namespace labelwright
