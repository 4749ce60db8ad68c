#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QString>

#include <memory>
#include <vector>

namespace labelwright {

/// Where in an image a network sees a label.
struct ActivationMap
{
    int width = 0;  ///< Of the last feature maps; a few pixels.
    int height = 0;
    /// width × height, rows from the top, each in [0, 1]: 1 where the image speaks most for the
    /// label, 0 where it does not. All 0 where nothing in the image speaks for it.
    std::vector<float> values;
};

/// A trained network that shows where in an image it sees each label, by Grad-CAM (Selvaraju et al.
/// 2017) on the last feature maps before the global pooling: each map is weighted by the mean
/// gradient of the label's logit, summed, negative values become 0, and the largest becomes 1. For a
/// global average and one dense layer this equals CAM (Zhou et al. 2016), the maps weighted by the
/// dense layer. In f32; used by one thread at a time.
class ActivationMapper
{
public:
    /// Loads a checkpoint as `Predictor::open` does. Fails with a sentence when the network has no
    /// feature maps: when it pools the image itself.
    static Result<ActivationMapper> open(const ModelSpec& spec, int labels,
                                         const QString& weightsPath, int threads);

    ActivationMapper(ActivationMapper&&) noexcept;
    ActivationMapper& operator=(ActivationMapper&&) noexcept;
    ~ActivationMapper();

    /// One map per label, in their order, of an image as `prepareImage` makes it.
    [[nodiscard]] Result<std::vector<ActivationMap>> maps(PixelsView image) const;

private:
    struct Network;
    explicit ActivationMapper(std::unique_ptr<Network> network);
    std::unique_ptr<Network> m_network;
};

} // namespace labelwright
