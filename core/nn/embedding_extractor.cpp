#include "core/nn/embedding_extractor.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/nn/autocast.h"
#include "core/nn/batch_loader.h"
#include "core/nn/embedding_cache.h"
#include "core/nn/guarded.h"
#include "core/nn/network_weights.h"
#include "core/nn/precision.h"
#include "core/nn/threads.h"

#include <ATen/Functions.h>
#include <torch/cuda.h>

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

namespace labelwright {

namespace {

constexpr std::size_t batchSize = 16; ///< Activations of so many images stay in the cache.

/// The part of a spec that decides its embeddings, ended so that it is a network.
ModelSpec embeddingSpec(const ModelSpec& spec)
{
    ModelSpec result;
    PoolingBlock pooling;
    const auto backbone =
        std::find_if(spec.blocks.begin(), spec.blocks.end(), [](const Block& block) {
            return std::holds_alternative<BackboneBlock>(block);
        });
    if (backbone == spec.blocks.end())
        return result;
    if (backbone + 1 != spec.blocks.end())
        if (const auto* given = std::get_if<PoolingBlock>(&*(backbone + 1)))
            if (given->kind == PoolingKind::GlobalMax || given->kind == PoolingKind::GlobalAverageMax)
                pooling = *given;
    InputBlock input = *find<InputBlock>(spec);
    input.augmentation = {};
    BackboneBlock frozen = std::get<BackboneBlock>(*backbone);
    frozen.frozen = true;
    result.blocks = {input, frozen, pooling, DenseBlock{1}, ActivationBlock{}, TargetBlock{}};
    return result;
}

/// Digest of everything that changes an embedding, except image and precision.
Result<QByteArray> embeddingKind(const ModelSpec& spec, const QString& weights)
{
    const auto digest = sha256OfFile(weights);
    if (!digest)
        return failureOf(digest);
    const QJsonObject input = toJson(find<InputBlock>(spec)->preprocessing);
    return *digest + '\n' + find<BackboneBlock>(spec)->name.toUtf8() + '\n'
           + QJsonDocument(input).toJson(QJsonDocument::Compact)
           + QByteArray::number(static_cast<int>(find<PoolingBlock>(spec)->kind));
}

QByteArray precisionWord(Precision precision)
{
    return precision == Precision::Bf16 ? "bf16" : "f32";
}

/// The image's key in the cache.
QByteArray imageKey(const EmbeddingRequest& request, std::uint32_t image)
{
    QByteArray key;
    if (request.digests.empty()) {
        const auto data = request.images->pixels(image).data;
        key = "pixels:"
              + QCryptographicHash::hash(
                  QByteArray::fromRawData(reinterpret_cast<const char*>(data.data()),
                                          static_cast<qsizetype>(data.size())),
                  QCryptographicHash::Sha256);
    } else {
        key = request.digests[image];
    }
    return request.mirrored ? key + ":mirrored" : key;
}

} // namespace

struct EmbeddingExtractor::Data
{
    std::shared_ptr<Network> network;
    torch::Device device = torch::kCPU;
    QByteArray kind;
    QString cacheFolder;
    Precision precision = Precision::Auto;
    int threads = 0;
    QString note;
    std::optional<EmbeddingCache> cache;

    [[nodiscard]] QString precisionFile() const
    {
        return QDir(cacheFolder).filePath(
            QStringLiteral("%1.precision").arg(QString::fromLatin1(sha256(kind).left(24))));
    }
    void recallPrecision();
    Result<void> choosePrecisionBy(const torch::Tensor& images, const ProgressCallback& progress,
                                   const std::stop_token& stop);
    Result<void> openCache();
    torch::Tensor images(const ImageBatch& batch, const EmbeddingRequest& request) const;
    torch::Tensor compute(const torch::Tensor& images, bool bf16) const;
    Result<std::vector<std::size_t>> readCached(const EmbeddingRequest& request,
                                                const std::vector<QByteArray>& keys,
                                                Embeddings& result);
    Result<void> computeMissing(const EmbeddingRequest& request,
                                const std::vector<QByteArray>& keys,
                                const std::vector<std::size_t>& missing, Embeddings& result,
                                const ProgressCallback& progress, const std::stop_token& stop);
};

/// What an earlier extractor of this kind measured holds for all that share its cache, so that one
/// run's vectors equal the next one's.
void EmbeddingExtractor::Data::recallPrecision()
{
    if (precision != Precision::Auto || cacheFolder.isEmpty())
        return;
    if (const auto word = readFile(precisionFile()); word && *word == precisionWord(Precision::Bf16))
        precision = Precision::Bf16;
    else if (word && *word == precisionWord(Precision::F32))
        precision = Precision::F32;
}

Result<void> EmbeddingExtractor::Data::choosePrecisionBy(const torch::Tensor& images,
                                                         const ProgressCallback& progress,
                                                         const std::stop_token& stop)
{
    const auto choice = choosePrecision([&](bool bf16) { compute(images, bf16); },
                                        static_cast<int>(images.size(0)), progress, stop);
    if (!choice)
        return failureOf(choice);
    precision = choice->precision;
    note = QStringLiteral("embeddings: %1").arg(choice->note);
    if (cacheFolder.isEmpty())
        return {};
    return writeFileAtomically(precisionFile(), precisionWord(precision));
}

Result<void> EmbeddingExtractor::Data::openCache()
{
    if (cache || cacheFolder.isEmpty() || precision == Precision::Auto)
        return {};
    auto opened = EmbeddingCache::open(cacheFolder, kind + precisionWord(precision),
                                       network->embeddingSize());
    if (!opened)
        return failureOf(opened);
    cache.emplace(std::move(*opened));
    return {};
}

torch::Tensor EmbeddingExtractor::Data::images(const ImageBatch& batch,
                                               const EmbeddingRequest& request) const
{
    const PixelsView view = request.images->pixels(batch.images.front());
    auto* const bytes = const_cast<std::uint8_t*>(batch.pixels.data());
    const torch::Tensor tensor =
        at::from_blob(bytes,
                      {static_cast<std::int64_t>(batch.images.size()), view.height, view.width,
                       view.channels},
                      torch::TensorOptions().dtype(torch::kUInt8))
            .to(device);
    return request.mirrored ? tensor.flip({2}) : tensor;
}

torch::Tensor EmbeddingExtractor::Data::compute(const torch::Tensor& images, bool bf16) const
{
    const torch::NoGradGuard noGradients;
    const AutocastGuard autocast(bf16);
    return network->features(images).to(torch::kCPU, torch::kFloat32).contiguous();
}

Result<std::vector<std::size_t>>
EmbeddingExtractor::Data::readCached(const EmbeddingRequest& request,
                                     const std::vector<QByteArray>& keys, Embeddings& result)
{
    recallPrecision();
    if (const auto opened = openCache(); !opened)
        return failureOf(opened);
    std::vector<std::size_t> missing;
    const auto width = static_cast<std::size_t>(result.dimensions);
    for (std::size_t i = 0; i < request.indices.size(); ++i) {
        const auto row = std::span(result.values).subspan(i * width, width);
        if (!cache || !cache->read(keys[i], row))
            missing.push_back(i);
    }
    return missing;
}

Result<void> EmbeddingExtractor::Data::computeMissing(const EmbeddingRequest& request,
                                                      const std::vector<QByteArray>& keys,
                                                      const std::vector<std::size_t>& missing,
                                                      Embeddings& result,
                                                      const ProgressCallback& progress,
                                                      const std::stop_token& stop)
{
    std::vector<std::uint32_t> order;
    for (const std::size_t i : missing)
        order.push_back(request.indices[i]);
    BatchLoader loader({request.images, order, evenBatches(order.size(), batchSize), nullptr,
                        nullptr, 0, 1});
    const auto width = static_cast<std::size_t>(result.dimensions);
    std::size_t done = 0;
    while (true) {
        const auto next = loader.next();
        if (!next)
            return failureOf(next);
        const ImageBatch* const batch = *next;
        if (batch == nullptr)
            return {};
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const torch::Tensor tensor = images(*batch, request);
        if (precision == Precision::Auto) {
            if (const auto chosen = choosePrecisionBy(tensor, progress, stop); !chosen)
                return chosen;
            if (const auto opened = openCache(); !opened)
                return opened;
        }
        const torch::Tensor vectors = compute(tensor, precision == Precision::Bf16);
        const float* source = vectors.data_ptr<float>();
        for (std::size_t k = 0; k < batch->images.size(); ++k, ++done, source += width) {
            std::copy(source, source + width, result.values.data() + missing[done] * width);
            if (cache)
                if (const auto added = cache->add(keys[missing[done]], {source, width}); !added)
                    return added;
        }
        if (cache)
            if (const auto flushed = cache->flush(); !flushed)
                return flushed;
        if (progress)
            progress({QStringLiteral("Computing embeddings"), static_cast<qint64>(done),
                      static_cast<qint64>(missing.size())});
    }
}

EmbeddingExtractor::EmbeddingExtractor(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
EmbeddingExtractor::EmbeddingExtractor(EmbeddingExtractor&&) noexcept = default;
EmbeddingExtractor& EmbeddingExtractor::operator=(EmbeddingExtractor&&) noexcept = default;
EmbeddingExtractor::~EmbeddingExtractor() = default;

Result<EmbeddingExtractor> EmbeddingExtractor::open(const ModelSpec& spec,
                                                    const QString& backboneWeights,
                                                    const QString& cacheFolder,
                                                    Precision precision, int threads)
{
    const ModelSpec reduced = embeddingSpec(spec);
    if (reduced.blocks.empty())
        return failure(QStringLiteral("The network has no backbone, so it gives no embeddings."));
    const auto kind = embeddingKind(reduced, backboneWeights);
    if (!kind)
        return failureOf(kind);
    return guarded(QStringLiteral("The backbone cannot be built."),
                   [&]() -> Result<EmbeddingExtractor> {
                       auto data = std::make_unique<Data>();
                       data->threads = threads;
                       data->kind = *kind;
                       data->cacheFolder = cacheFolder;
                       data->precision = precision;
                       data->network = buildNetwork(reduced, 1);
                       if (auto loaded = loadBackboneWeights(*data->network, backboneWeights);
                           !loaded)
                           return failureOf(loaded);
                       if (torch::cuda::is_available())
                           data->device = torch::Device(torch::kCUDA, 0);
                       data->network->to(data->device);
                       data->network->eval();
                       return EmbeddingExtractor(std::move(data));
                   });
}

int EmbeddingExtractor::dimensions() const { return m_data->network->embeddingSize(); }

QString EmbeddingExtractor::note() const { return m_data->note; }

Result<Embeddings> EmbeddingExtractor::embed(const EmbeddingRequest& request,
                                             const ProgressCallback& progress,
                                             std::stop_token stop)
{
    return guarded(QStringLiteral("The embeddings cannot be computed."),
                   [&]() -> Result<Embeddings> {
                       setTorchThreads(m_data->threads);
                       m_data->note.clear();
                       Embeddings result{dimensions(), {}};
                       result.values.resize(request.indices.size()
                                            * static_cast<std::size_t>(result.dimensions));
                       std::vector<QByteArray> keys(request.indices.size());
                       if (!m_data->cacheFolder.isEmpty())
                           std::transform(request.indices.begin(), request.indices.end(),
                                          keys.begin(), [&](std::uint32_t image) {
                                              return imageKey(request, image);
                                          });
                       const auto missing = m_data->readCached(request, keys, result);
                       if (!missing)
                           return failureOf(missing);
                       if (const auto computed = m_data->computeMissing(
                               request, keys, *missing, result, progress, stop);
                           !computed)
                           return failureOf(computed);
                       return result;
                   });
}

} // namespace labelwright
