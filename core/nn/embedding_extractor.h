#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/model/run_settings.h"
#include "core/nn/trainer.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace labelwright {

/// Vectors of images, row by row.
struct Embeddings
{
    int dimensions = 0;
    std::vector<float> values; ///< images × dimensions.
};

/// Which images are embedded.
struct EmbeddingRequest
{
    const PixelSource* images = nullptr;
    std::span<const std::uint32_t> indices; ///< Of the images wanted, in the order of the result.
    std::span<const QByteArray> digests;    ///< Per image of `images`; empty: pixels are digested.
    bool mirrored = false;                  ///< Embeds the images flipped left to right.
};

/// Turns prepared images into pooled backbone outputs (global average unless the spec's block after
/// the backbone is another global pooling), through a cache on disk. Used by one thread at a time.
class EmbeddingExtractor
{
public:
    /// Loads the spec's backbone. `cacheFolder` empty: nothing is kept on disk. `precision` Auto
    /// measures on the first batch of images that are not cached and takes bf16 where it is faster;
    /// vectors that stored scores come from need F32. `threads` 0: as many as there are cores.
    static Result<EmbeddingExtractor> open(const ModelSpec& spec, const QString& backboneWeights,
                                           const QString& cacheFolder, Precision precision,
                                           int threads);

    EmbeddingExtractor(EmbeddingExtractor&&) noexcept;
    EmbeddingExtractor& operator=(EmbeddingExtractor&&) noexcept;
    ~EmbeddingExtractor();

    /// Values per image.
    [[nodiscard]] int dimensions() const;

    /// What the last `embed` measured and chose, one sentence; empty when nothing was computed.
    [[nodiscard]] QString note() const;

    /// The embeddings asked for: cached ones are read, the others computed and cached as they come,
    /// so that a cancelled call has lost nothing.
    Result<Embeddings> embed(const EmbeddingRequest& request, const ProgressCallback& progress,
                             std::stop_token stop);

private:
    struct Data;
    explicit EmbeddingExtractor(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace labelwright
