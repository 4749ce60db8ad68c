#pragma once

#include "core/model/model_spec.h"
#include "core/nn/network_plan.h"
#include "core/nn/spec_plan.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labelwright {

/// A network that computes a plan step by step, in channels-last layout. Parameters and buffers
/// have the plan's names ("backbone.features.0.0.weight", "blocks.3.weight"). Throws c10::Error.
/// Safe under bf16 autocast. Not for two threads at a time.
struct Network : torch::nn::Module
{
    /// With random weights; see `initialise`.
    explicit Network(NetworkPlan plan);

    /// Images, UINT8 [N, H, W, C] → logits [N, labels].
    torch::Tensor forward(const torch::Tensor& images);

    /// The same from normalised images, FLOAT [N, C, H, W] as `normalise` gives them.
    torch::Tensor forwardNormalised(const torch::Tensor& images);

    /// UINT8 [N, H, W, C] → (value / 255 − mean) / stddev, FLOAT [N, C, H, W] in channels-last.
    torch::Tensor normalise(const torch::Tensor& images) const;

    /// UINT8 [N, H, W, C] → a copy of each step's result, the normalised images first.
    std::vector<torch::Tensor> everyStep(const torch::Tensor& images);

    /// UINT8 [N, H, W, C] → embedding [N, embeddingSize()]: everything up to and including the
    /// global pooling.
    torch::Tensor features(const torch::Tensor& images);
    torch::Tensor featuresNormalised(const torch::Tensor& images);

    /// What follows the embedding → logits [N, labels].
    torch::Tensor head(const torch::Tensor& embedding);

    /// Images, UINT8 [N, H, W, C] → output of the frozen stages; needs trunkEnd() ≥ 0.
    torch::Tensor trunk(const torch::Tensor& images);

    /// Output of the frozen stages → logits, and → embedding.
    torch::Tensor upper(const torch::Tensor& trunkOutput);
    torch::Tensor trunkFeatures(const torch::Tensor& trunkOutput);

    /// The step whose result is all that the later stages read of the frozen ones; −1 when there
    /// is no such step.
    [[nodiscard]] int trunkEnd() const;

    /// Length of the embedding.
    [[nodiscard]] int embeddingSize() const;

    /// Trainable tensors by stage, from the input to the head (the last entry; it also holds
    /// convolutions and dense layers between backbone and target). Frozen stages are included.
    [[nodiscard]] std::vector<std::vector<torch::Tensor>> stages() const;

    /// Number of leading stages that belong to the backbone (0 without one).
    [[nodiscard]] int backboneStages() const { return m_plan.backboneStages; }

    /// The first `count` stages run without gradients and with fixed batch-norm statistics, and
    /// their parameters no longer require gradients; later ones do. Set at the start to the spec's
    /// wish (all of the backbone's when it is frozen).
    void setFrozenStages(int count);
    [[nodiscard]] int frozenStages() const { return m_frozenStages; }

    /// Keeps the statistics of the batch norms of the first `stages` stages fixed in training
    /// (they are used and not updated); frozen stages' always are.
    void setFixedBatchNorms(int stages) { m_fixedBatchNorms = stages; }

    /// Where dropout and stochastic depth draw from; undefined: torch's default generator.
    void setGenerator(at::Generator generator) { m_generator = std::move(generator); }

    /// Fills all weights as torchvision does (Kaiming normal, fan out; linear layers small) and
    /// resets batch norms. The same seed gives the same weights.
    void initialise(std::uint64_t seed);

    [[nodiscard]] const NetworkPlan& plan() const { return m_plan; }

    /// Parameters and buffers by name, sharing memory: what a checkpoint holds.
    [[nodiscard]] std::vector<std::pair<std::string, torch::Tensor>> state() const;

private:
    /// The tensors of one step; undefined where it has none.
    struct Tensors
    {
        torch::Tensor weight, bias, runningMean, runningVar, batchCount;
    };

    torch::Tensor run(const torch::Tensor& input, int first, int last);
    /// `given`: the value that belongs to the caller and must not be overwritten.
    torch::Tensor compute(int index, int given, std::vector<torch::Tensor>& values);
    torch::Tensor batchNorm(int index, const torch::Tensor& input);
    torch::Tensor drop(const Op& op, const torch::Tensor& input);
    void registerTensors();

    NetworkPlan m_plan;
    std::vector<Tensors> m_tensors; ///< By step.
    std::vector<int> m_lastUses;
    torch::Tensor m_scale, m_offset; ///< normalised = value · scale − offset.
    at::Generator m_generator;
    int m_frozenStages = 0;
    int m_fixedBatchNorms = 0;
};

/// The network of a spec with that many labels and random weights. Throws (see `planNetwork`) when
/// the blocks do not fit together.
std::shared_ptr<Network> buildNetwork(const ModelSpec& spec, int labels, std::uint64_t seed = 1);

} // namespace labelwright
