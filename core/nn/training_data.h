#pragma once

#include "core/base/annotation.h"
#include "core/imaging/pixels.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace labelwright {

/// Prepared images by index, all of the input's size and channels. Called from several threads.
class PixelSource
{
public:
    virtual ~PixelSource() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] virtual PixelsView pixels(std::size_t index) const = 0;
};

/// Everything a run reads. Row i of `truth` belongs to image i of `images`.
struct TrainingData
{
    std::shared_ptr<const PixelSource> images;
    QStringList labels;
    std::vector<Annotation> truth;         ///< images × labels, row by row.
    std::vector<std::uint32_t> training;   ///< Image indices.
    std::vector<std::uint32_t> validation; ///< Image indices.
    /// Digest of each image's file, for the embedding cache; empty: the prepared pixels are digested
    /// instead. One entry per image otherwise.
    std::vector<QByteArray> digests;
};

/// Where a run reads weights and keeps what it makes.
struct RunPlaces
{
    /// .pth or .safetensors; empty when the spec has no pretrained backbone. A run that goes on
    /// reads it for embeddings only.
    QString backboneWeights;
    QString runFolder;       ///< Checkpoints; made where missing.
    QString embeddingFolder; ///< Cache of embeddings, shared by runs; empty: nothing is cached.
    /// A checkpoint of the same network that a new run starts from; empty: random weights and the
    /// backbone's. Not for a backbone that stays frozen.
    QString startWeights{};
};

} // namespace labelwright
