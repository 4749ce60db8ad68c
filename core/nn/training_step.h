#pragma once

#include "core/nn/loss.h"
#include "core/nn/training_input.h"
#include "core/nn/training_parameters.h"

#include <functional>
#include <optional>

namespace labelwright {

/// Places where a test makes a run fail.
struct TrainingFaults
{
    /// Called before a part of a batch with that many images goes through the network; may throw.
    std::function<void(std::size_t images)> beforeForward;
};

/// Computes the gradients of batches: forward, loss, backward. When memory runs out the batch is
/// halved, its parts' gradients are added up, and it stays halved for the rest of the run.
class TrainingStep
{
public:
    struct Options
    {
        LossOptions loss;
        int labels = 0;
        bool bf16 = false;
        std::size_t largestPart = 0; ///< Images at once; 0: the whole batch.
        TrainingFaults faults;
    };

    TrainingStep(Options options, Network& network, TrainingInput& input,
                 std::span<const Annotation> truth, TrainingParameters& parameters,
                 TrainingProcess& process);

    /// Leaves the gradient of the mean loss over the batch's known cells in the parameters'
    /// gradients. Fails when even one image is too much for the memory.
    Result<LossSum> run(const TrainingBatch& batch);

    /// Images at once after any halving; 0: never halved.
    [[nodiscard]] std::size_t largestPart() const { return m_options.largestPart; }

    /// Arithmetic of the forward pass.
    void setBf16(bool bf16) { m_options.bf16 = bf16; }

private:
    LossSum runParts(const TrainingBatch& batch, std::size_t size);
    LossSum runPart(const torch::Tensor& inputs, std::span<const std::uint32_t> images,
                    const Mixing& mixing, double knownCells);
    LossSum blendedLoss(std::span<const float> logits, std::span<const std::uint32_t> images,
                        const Mixing& mixing);

    Options m_options;
    Network& m_network;
    TrainingInput& m_input;
    std::span<const Annotation> m_truth;
    TrainingParameters& m_parameters;
    TrainingProcess& m_process;
    std::vector<float> m_gradient;
    std::vector<float> m_partnerGradient;
};

} // namespace labelwright
