#include "core/nn/training_process.h"

namespace labelwright {

namespace {

/// Streams of one seed: the purpose in the top byte, the epoch below, the image at the bottom.
enum class Purpose : std::uint64_t { Order = 1, Image = 2, Network = 3 };

std::uint64_t stream(Purpose purpose, int epoch, std::uint32_t image = 0)
{
    return static_cast<std::uint64_t>(purpose) << 56 | static_cast<std::uint64_t>(epoch) << 32
           | image;
}

} // namespace

std::vector<std::uint32_t> SingleProcess::order(std::span<const std::uint32_t> images,
                                                int epoch) const
{
    std::vector<std::uint32_t> result(images.begin(), images.end());
    Random random(m_seed, stream(Purpose::Order, epoch));
    random.shuffle(std::span(result));
    return result;
}

Random SingleProcess::imageRandom(int epoch, std::uint32_t image) const
{
    return Random(m_seed, stream(Purpose::Image, epoch, image));
}

std::uint64_t SingleProcess::networkSeed(int epoch) const
{
    return Random(m_seed, stream(Purpose::Network, epoch)).next();
}

} // namespace labelwright
