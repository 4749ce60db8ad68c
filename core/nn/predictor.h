#pragma once

#include "core/base/result.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace labelwright {

/// A trained network that turns prepared images into uncalibrated scores, in f32. Used by one
/// thread at a time.
class Predictor
{
public:
    /// Loads a checkpoint's weights; fails when the file is damaged (SHA-256) or when names, types
    /// or shapes do not fit the spec with that many labels.
    static Result<Predictor> open(const ModelSpec& spec, int labels, const QString& weightsPath,
                                  int threads);

    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;
    ~Predictor();

    /// Logits before the sigmoid, images × labels, row by row. All images have the spec's input
    /// size and channels (as `prepareImage` makes them).
    Result<std::vector<float>> logits(std::span<const PixelsView> images) const;

    /// Outputs of the global pooling, images × embeddingSize(), row by row.
    Result<std::vector<float>> embeddings(std::span<const PixelsView> images) const;

    /// Length of one embedding; 0 for a network without global pooling.
    [[nodiscard]] int embeddingSize() const;

private:
    struct Network;
    explicit Predictor(std::unique_ptr<Network> network);
    std::unique_ptr<Network> m_network;
};

} // namespace labelwright
