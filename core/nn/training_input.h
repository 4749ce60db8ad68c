#pragma once

#include "core/nn/batch_loader.h"
#include "core/nn/mixup.h"
#include "core/nn/network.h"
#include "core/nn/trainer.h"
#include "core/nn/training_process.h"

#include <torch/types.h>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace labelwright {

/// What a network is fed in one step.
struct TrainingBatch
{
    torch::Tensor inputs;
    std::vector<std::uint32_t> images; ///< Which rows of the truth they belong to.
    Mixing mixing = {};
};

/// Where a run's batches come from, and which part of the network they go through. Besides the
/// failures named below, torch's exceptions leave these functions.
class TrainingInput
{
public:
    virtual ~TrainingInput() = default;

    /// Batches per epoch.
    [[nodiscard]] virtual std::size_t batches() const = 0;

    /// Begins an epoch (from 1).
    virtual void start(int epoch) = 0;

    /// The next batch of the epoch; nothing after the last. Fails when an image cannot be read.
    virtual Result<std::optional<TrainingBatch>> next() = 0;

    /// Inputs as `next` gives them, blended → logits.
    virtual torch::Tensor forward(Network& network, const torch::Tensor& inputs,
                                  const Mixing& mixing) = 0;

    /// F32 logits of the validation images, images × labels; fewer rows when stopped.
    virtual Result<std::vector<float>> validationLogits(Network& network,
                                                        const std::stop_token& stop) = 0;
};

/// Whole images through the whole network.
class ImageInput : public TrainingInput
{
public:
    ImageInput(const TrainingData& data, const Augmentation& augmentation, int batchSize,
               int threads, const TrainingProcess& process, torch::Device device);

    [[nodiscard]] std::size_t batches() const override { return m_batches.size(); }
    void start(int epoch) override;
    Result<std::optional<TrainingBatch>> next() override;
    torch::Tensor forward(Network& network, const torch::Tensor& inputs,
                          const Mixing& mixing) override;
    Result<std::vector<float>> validationLogits(Network& network,
                                                const std::stop_token& stop) override;

private:
    [[nodiscard]] torch::Tensor toTensor(const ImageBatch& batch) const;

    const TrainingData& m_data;
    Augmentation m_augmentation;
    std::size_t m_batchSize;
    int m_threads;
    const TrainingProcess& m_process;
    torch::Device m_device;
    std::vector<std::size_t> m_batches;
    std::unique_ptr<BatchLoader> m_loader;
};

/// Embeddings through the head.
class EmbeddingInput : public TrainingInput
{
public:
    /// `training` has one row per entry of `images`; `validation` one per validation image.
    EmbeddingInput(torch::Tensor training, std::vector<std::uint32_t> images,
                   torch::Tensor validation, int batchSize, const TrainingProcess& process);

    [[nodiscard]] std::size_t batches() const override { return m_batches.size(); }
    void start(int epoch) override;
    Result<std::optional<TrainingBatch>> next() override;
    torch::Tensor forward(Network& network, const torch::Tensor& inputs,
                          const Mixing& mixing) override;
    Result<std::vector<float>> validationLogits(Network& network,
                                                const std::stop_token& stop) override;

private:
    torch::Tensor m_training;
    std::vector<std::uint32_t> m_images;
    torch::Tensor m_validation;
    const TrainingProcess& m_process;
    std::vector<std::size_t> m_batches;
    std::vector<std::uint32_t> m_order; ///< Rows of `m_training`.
    std::size_t m_batch = 0;
    std::size_t m_row = 0;
};

} // namespace labelwright
