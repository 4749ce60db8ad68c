#include "core/nn/trunk_input.h"

#include "core/nn/autocast.h"
#include "core/nn/checkpoint.h"
#include "core/nn/guarded.h"
#include "core/nn/precision.h"

#include <ATen/Functions.h>

#include <unistd.h>

#include <algorithm>

namespace labelwright {

namespace {

constexpr std::size_t trunkBatch = 16; ///< Activations of so many images stay in the cache.

/// Sets evaluation mode without gradients while it lives.
struct Evaluation
{
    explicit Evaluation(Network& network) : m_network(network) { m_network.eval(); }
    ~Evaluation() { m_network.train(); }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    Network& m_network;
    torch::NoGradGuard m_noGradients;
};

bool mirrorsAtMost(Augmentation augmentation)
{
    augmentation.flipHorizontal = false;
    return isIdentity(augmentation);
}

/// Views of a training image that are computed.
std::size_t viewsOf(const TrainingSession& session)
{
    return find<InputBlock>(session.job.spec)->augmentation.flipHorizontal ? 2 : 1;
}

/// UINT8 [N, H, W, C] of some images, mirrored left to right where asked for.
torch::Tensor imagesOf(const TrainingData& data, std::span<const std::uint32_t> images,
                       bool mirrored)
{
    std::vector<torch::Tensor> rows;
    for (const std::uint32_t image : images) {
        const PixelsView view = data.images->pixels(image);
        rows.push_back(at::from_blob(const_cast<std::uint8_t*>(view.data.data()),
                                     {view.height, view.width, view.channels},
                                     torch::TensorOptions().dtype(torch::kUInt8)));
    }
    const torch::Tensor batch = at::stack(rows);
    return mirrored ? batch.flip({2}) : batch;
}

/// The frozen stages' outputs of images, written to `out` from row `first` on.
class TrunkWriter
{
public:
    TrunkWriter(TrainingSession& session, qint64 total) : m_session(session), m_total(total) {}

    Result<void> write(std::span<const std::uint32_t> images, bool mirrored, Precision precision,
                       torch::Tensor& out, std::int64_t first)
    {
        return guarded(QStringLiteral("The images cannot be put through the frozen layers."),
                       [&]() -> Result<void> {
            const Evaluation evaluation(*m_session.network);
            const AutocastGuard autocast(precision == Precision::Bf16);
            for (std::size_t done = 0; done < images.size(); done += trunkBatch) {
                if (m_session.job.stop.stop_requested())
                    return tl::unexpected(cancelledError());
                const auto part = images.subspan(done, std::min(trunkBatch, images.size() - done));
                const torch::Tensor maps = m_session.network->trunk(
                    imagesOf(m_session.job.data, part, mirrored).to(m_session.device));
                out.narrow(0, first + static_cast<std::int64_t>(done),
                           static_cast<std::int64_t>(part.size()))
                    .copy_(maps);
                tell(static_cast<qint64>(part.size()));
            }
            return {};
        });
    }

private:
    void tell(qint64 images)
    {
        m_done += images;
        if (m_session.job.callbacks.progress)
            m_session.job.callbacks.progress(
                {QStringLiteral("Computing the frozen layers"), m_done, m_total});
    }

    TrainingSession& m_session;
    qint64 m_total;
    qint64 m_done = 0;
};

/// Shape of one image's maps.
Result<std::vector<std::int64_t>> mapShape(TrainingSession& session)
{
    return guarded(QStringLiteral("The frozen layers cannot be computed."), [&] {
        const Evaluation evaluation(*session.network);
        const std::uint32_t image = session.job.data.training.front();
        const torch::Tensor maps = session.network->trunk(
            imagesOf(session.job.data, std::span(&image, 1), false).to(session.device));
        return maps.sizes().vec();
    });
}

/// What all maps take in memory, with that many bytes for each value of the training images.
double bytesOfMaps(const TrainingSession& session, const std::vector<std::int64_t>& shape,
                   double trainingValue)
{
    double values = 1;
    for (const std::int64_t side : shape)
        values *= static_cast<double>(side);
    const TrainingData& data = session.job.data;
    return values
           * (trainingValue * static_cast<double>(viewsOf(session) * data.training.size())
              + 4.0 * static_cast<double>(data.validation.size()));
}

torch::Tensor emptyMaps(std::vector<std::int64_t> shape, std::size_t rows, at::ScalarType type)
{
    shape[0] = static_cast<std::int64_t>(rows);
    return at::empty(shape, torch::TensorOptions().dtype(type), at::MemoryFormat::ChannelsLast);
}

/// Measured on the frozen stages: they are most of the work.
Result<void> choosePrecisionOnce(TrainingSession& session)
{
    if (session.isStored || session.job.settings.precision != Precision::Auto)
        return {};
    const auto& training = session.job.data.training;
    const auto some = std::span(training).first(std::min<std::size_t>(8, training.size()));
    return guarded(QStringLiteral("The speed cannot be measured."), [&]() -> Result<void> {
        const torch::Tensor images = imagesOf(session.job.data, some, false).to(session.device);
        const Evaluation evaluation(*session.network);
        const auto choice = choosePrecision(
            [&](bool bf16) {
                const AutocastGuard autocast(bf16);
                session.network->trunk(images);
            },
            static_cast<int>(some.size()), session.job.callbacks.progress, session.job.stop);
        if (!choice)
            return failureOf(choice);
        session.index.facts.precision = choice->precision;
        session.index.facts.notes.append(choice->note);
        session.precisionIsChosen = true;
        return {};
    });
}

Embeddings toEmbeddings(const torch::Tensor& values)
{
    const torch::Tensor plain = values.to(torch::kCPU, torch::kFloat32).contiguous();
    return {static_cast<int>(plain.size(1)),
            {plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel()}};
}

/// Puts kept maps through the rest of the backbone.
class MapPooling
{
public:
    MapPooling(TrainingSession& session, qint64 total) : m_session(session), m_total(total) {}

    Result<Embeddings> pool(const torch::Tensor& maps, bool bf16)
    {
        const AutocastGuard autocast(bf16);
        std::vector<torch::Tensor> parts;
        for (const torch::Tensor& held : maps.split(static_cast<std::int64_t>(trunkBatch))) {
            if (m_session.job.stop.stop_requested())
                return tl::unexpected(cancelledError());
            const torch::Tensor part = held.to(m_session.device);
            parts.push_back(m_session.network->trunkFeatures(bf16 ? part : part.to(torch::kFloat32))
                                .to(torch::kFloat32));
            m_done += part.size(0);
            if (m_session.job.callbacks.progress)
                m_session.job.callbacks.progress(
                    {QStringLiteral("Computing embeddings"), m_done, m_total});
        }
        return toEmbeddings(at::cat(parts));
    }

private:
    TrainingSession& m_session;
    qint64 m_total;
    qint64 m_done = 0;
};

} // namespace

TrunkInput::TrunkInput(const TrainingSession& session, bool mirrors)
    : m_data(session.job.data)
    , m_process(session.process)
    , m_device(session.device)
    , m_mirrors(mirrors)
    , m_batches(evenBatches(m_data.training.size(),
                            static_cast<std::size_t>(session.job.settings.batchSize)))
    , m_rowOf(m_data.images->size(), -1)
{
    for (std::size_t row = 0; row < m_data.training.size(); ++row)
        m_rowOf[m_data.training[row]] = static_cast<std::int64_t>(row);
}

double TrunkInput::machineMemory()
{
    return static_cast<double>(sysconf(_SC_PHYS_PAGES))
           * static_cast<double>(sysconf(_SC_PAGESIZE));
}

Result<bool> TrunkInput::isPossible(TrainingSession& session, double memory)
{
    const TrainingJob& job = session.job;
    const Network& network = *session.network;
    if (network.frozenStages() == 0 || network.trunkEnd() < 0 || job.settings.headEpochs > 0
        || !mirrorsAtMost(find<InputBlock>(job.spec)->augmentation))
        return false;
    const auto shape = mapShape(session);
    if (!shape)
        return failureOf(shape);
    const double trainingValue = job.settings.precision == Precision::Bf16 ? 2.0 : 4.0;
    return bytesOfMaps(session, *shape, trainingValue) <= memory / 4;
}

Result<std::unique_ptr<TrunkInput>> TrunkInput::create(TrainingSession& session)
{
    const RunSettings& settings = session.job.settings;
    if (const auto chosen = choosePrecisionOnce(session); !chosen)
        return failureOf(chosen);
    if (settings.precision != Precision::Auto && !session.isStored)
        session.index.facts.precision = settings.precision;
    auto shape = mapShape(session);
    if (!shape)
        return failureOf(shape);
    const Precision precision = session.index.facts.precision;
    std::unique_ptr<TrunkInput> input(new TrunkInput(session, viewsOf(session) == 2));
    const auto allocated = guarded(QStringLiteral("The frozen layers' outputs cannot be kept."),
                                   [&] { input->allocate(std::move(*shape), precision); });
    if (!allocated)
        return failureOf(allocated);
    if (const auto computed = input->compute(session, precision); !computed)
        return failureOf(computed);
    return input;
}

void TrunkInput::allocate(std::vector<std::int64_t> shape, Precision precision)
{
    const std::size_t views = m_mirrors ? 2 : 1;
    m_training = emptyMaps(shape, views * m_data.training.size(),
                           precision == Precision::Bf16 ? torch::kBFloat16 : torch::kFloat32);
    m_validation = emptyMaps(std::move(shape), m_data.validation.size(), torch::kFloat32);
}

Result<void> TrunkInput::compute(TrainingSession& session, Precision precision)
{
    const std::size_t count = m_data.training.size();
    TrunkWriter writer(session, m_training.size(0) + m_validation.size(0));
    for (std::int64_t first = 0; first < m_training.size(0);
         first += static_cast<std::int64_t>(count))
        if (auto done = writer.write(m_data.training, first > 0, precision, m_training, first);
            !done)
            return done;
    return writer.write(m_data.validation, false, Precision::F32, m_validation, 0);
}

Result<RunEmbeddings> TrunkInput::embeddings(TrainingSession& session) const
{
    return guarded(QStringLiteral("The embeddings cannot be computed."),
                   [&]() -> Result<RunEmbeddings> {
        const Evaluation evaluation(*session.network);
        RunEmbeddings result;
        result.precision = session.index.facts.precision;
        MapPooling pooling(session, m_training.size(0) + m_validation.size(0));
        auto training = pooling.pool(m_training, result.precision == Precision::Bf16);
        if (!training)
            return failureOf(training);
        result.training = std::move(*training);
        result.images = m_data.training;
        if (m_mirrors)
            result.images.insert(result.images.end(), m_data.training.begin(),
                                 m_data.training.end());
        if (m_validation.size(0) == 0)
            return result;
        auto validation = pooling.pool(m_validation, false);
        if (!validation)
            return failureOf(validation);
        result.validation = std::move(*validation);
        return result;
    });
}

void TrunkInput::start(int epoch)
{
    m_epoch = epoch;
    m_order = m_process.order(m_data.training, epoch);
    m_batch = 0;
    m_image = 0;
}

Result<std::optional<TrainingBatch>> TrunkInput::next()
{
    if (m_batch == m_batches.size())
        return std::nullopt;
    const auto images = std::span(m_order).subspan(m_image, m_batches[m_batch]);
    m_image += m_batches[m_batch++];
    std::vector<std::int64_t> rows;
    for (const std::uint32_t image : images) {
        Random random = m_process.imageRandom(m_epoch, image);
        const bool mirrored = m_mirrors && random.chance(0.5);
        rows.push_back(m_rowOf[image]
                       + (mirrored ? static_cast<std::int64_t>(m_data.training.size()) : 0));
    }
    const torch::Tensor indices =
        at::from_blob(rows.data(), {static_cast<std::int64_t>(rows.size())}, torch::kInt64);
    return TrainingBatch{m_training.index_select(0, indices).to(m_device),
                         {images.begin(), images.end()}};
}

torch::Tensor TrunkInput::forward(Network& network, const torch::Tensor& inputs,
                                  const Mixing& mixing)
{
    return network.upper(blend(inputs, mixing));
}

Result<std::vector<float>> TrunkInput::validationLogits(Network& network,
                                                        const std::stop_token& stop)
{
    if (m_validation.size(0) == 0)
        return std::vector<float>();
    const Evaluation evaluation(network);
    std::vector<float> logits;
    for (const torch::Tensor& part : m_validation.split(static_cast<std::int64_t>(trunkBatch))) {
        if (stop.stop_requested())
            return logits;
        const torch::Tensor values =
            network.upper(part.to(m_device)).to(torch::kCPU, torch::kFloat32).contiguous();
        logits.insert(logits.end(), values.data_ptr<float>(),
                      values.data_ptr<float>() + values.numel());
    }
    return logits;
}

} // namespace labelwright
