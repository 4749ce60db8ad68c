#pragma once

#include "core/nn/trainer.h"

namespace labelwright::tests {

/// Images held in memory.
class MemorySource : public PixelSource
{
public:
    explicit MemorySource(std::vector<Pixels> images) : m_images(std::move(images)) {}
    [[nodiscard]] std::size_t size() const override { return m_images.size(); }
    [[nodiscard]] PixelsView pixels(std::size_t index) const override { return m_images.at(index); }

private:
    std::vector<Pixels> m_images;
};

/// Noisy images of 32×32 pixels with any of three marks at random places: a bright horizontal bar,
/// a bright vertical bar, a dark square. The first three quarters are for training, the rest for
/// validation.
TrainingData toyData(int images, std::uint64_t seed = 1);

/// The same data whose image `broken` cannot be read: the attempt throws `brokenImageText()`.
TrainingData withBrokenImage(TrainingData data, std::size_t broken);
QString brokenImageText();

/// A small residual network for them.
ModelSpec toySpec();

/// Short settings for it: one thread, f32.
RunSettings toySettings();

} // namespace labelwright::tests
