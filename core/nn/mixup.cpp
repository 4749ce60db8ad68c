#include "core/nn/mixup.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace labelwright {

namespace {

/// Jöhnk's method (1964): quick for the small alpha that mixup uses.
double drawBeta(double alpha, Random& random)
{
    while (true) {
        const double x = std::pow(random.uniform(), 1 / alpha);
        const double y = std::pow(random.uniform(), 1 / alpha);
        if (x + y > 0 && x + y <= 1)
            return x / (x + y);
    }
}

} // namespace

Mixing drawMixing(double alpha, std::size_t images, Random random)
{
    Mixing mixing;
    if (alpha <= 0 || images < 2)
        return mixing;
    const double share = drawBeta(alpha, random);
    mixing.share = std::max(share, 1 - share);
    mixing.partners.resize(images);
    std::iota(mixing.partners.begin(), mixing.partners.end(), 0U);
    random.shuffle(std::span(mixing.partners));
    return mixing;
}

torch::Tensor blend(const torch::Tensor& inputs, const Mixing& mixing)
{
    if (mixing.partners.empty())
        return inputs;
    std::vector<std::int64_t> rows(mixing.partners.begin(), mixing.partners.end());
    const torch::Tensor partners =
        at::from_blob(rows.data(), {static_cast<std::int64_t>(rows.size())}, torch::kInt64)
            .to(inputs.device());
    return inputs.index_select(0, partners).lerp_(inputs, mixing.share);
}

} // namespace labelwright
