#pragma once

#include "core/nn/training_frozen.h"
#include "core/nn/training_input.h"
#include "core/nn/training_session.h"

namespace labelwright {

/// Outputs of the network's frozen stages, computed once per image (and once per mirrored image,
/// where the augmentation mirrors) and kept in memory, so that every epoch computes only the stages
/// that train. Possible when nothing else changes an image from epoch to epoch.
class TrunkInput : public TrainingInput
{
public:
    /// True when the session's network has frozen stages that end in one value, its augmentation at
    /// most mirrors, and the outputs take at most a quarter of `memory` bytes. They lie in the
    /// machine's memory, also where a GPU trains. Counts f32 unless the settings say bf16, whatever
    /// is measured later, so that a resumed run is treated as at its start.
    static Result<bool> isPossible(TrainingSession& session, double memory = machineMemory());

    /// Bytes of the machine's main memory.
    static double machineMemory();

    /// Computes the outputs: for training in the run's precision, which is measured here when it
    /// is still open and recorded in the session's facts; for validation in f32.
    static Result<std::unique_ptr<TrunkInput>> create(TrainingSession& session);

    /// Pooled outputs of the pretrained network, for starting the head: both views of training.
    Result<RunEmbeddings> embeddings(TrainingSession& session) const;

    [[nodiscard]] std::size_t batches() const override { return m_batches.size(); }
    void start(int epoch) override;
    Result<std::optional<TrainingBatch>> next() override;
    torch::Tensor forward(Network& network, const torch::Tensor& inputs,
                          const Mixing& mixing) override;
    Result<std::vector<float>> validationLogits(Network& network,
                                                const std::stop_token& stop) override;

private:
    TrunkInput(const TrainingSession& session, bool mirrors);
    void allocate(std::vector<std::int64_t> shape, Precision precision);
    Result<void> compute(TrainingSession& session, Precision precision);

    const TrainingData& m_data;
    const TrainingProcess& m_process;
    torch::Device m_device; ///< Of the network.
    bool m_mirrors;
    std::vector<std::size_t> m_batches;
    torch::Tensor m_training;   ///< [views · training images, C, H, W], mirrored views behind.
    torch::Tensor m_validation; ///< [validation images, C, H, W], f32.
    std::vector<std::int64_t> m_rowOf; ///< Row of an image in `m_training`; −1: not training.
    int m_epoch = 0;
    std::vector<std::uint32_t> m_order;
    std::size_t m_batch = 0;
    std::size_t m_image = 0;
};

} // namespace labelwright
