#pragma once

#include "core/base/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// The part that one process has in a run: which images it sees in which order, its random numbers,
/// and what it adds up with the others. A run on one machine has one process.
class TrainingProcess
{
public:
    virtual ~TrainingProcess() = default;

    /// This process's images of an epoch (from 1), in order. The same seed, images and epoch give
    /// the same order.
    [[nodiscard]] virtual std::vector<std::uint32_t> order(std::span<const std::uint32_t> images,
                                                           int epoch) const = 0;

    /// Random numbers for one image in one epoch: the same whichever thread asks and when.
    [[nodiscard]] virtual Random imageRandom(int epoch, std::uint32_t image) const = 0;

    /// Seed of the network's own random numbers (dropout) in an epoch.
    [[nodiscard]] virtual std::uint64_t networkSeed(int epoch) const = 0;

    /// True when there are others to add up with.
    [[nodiscard]] virtual bool isShared() const = 0;

    /// Replaces each value by its sum over all processes.
    virtual void sumGradients(std::span<float> values) = 0;
    virtual void sumFigures(std::span<double> values) = 0;
};

/// The only process of its run.
class SingleProcess : public TrainingProcess
{
public:
    explicit SingleProcess(std::uint64_t seed) : m_seed(seed) {}

    [[nodiscard]] std::vector<std::uint32_t> order(std::span<const std::uint32_t> images,
                                                   int epoch) const override;
    [[nodiscard]] Random imageRandom(int epoch, std::uint32_t image) const override;
    [[nodiscard]] std::uint64_t networkSeed(int epoch) const override;
    [[nodiscard]] bool isShared() const override { return false; }
    void sumGradients(std::span<float>) override {}
    void sumFigures(std::span<double>) override {}

private:
    std::uint64_t m_seed;
};

} // namespace labelwright
