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

double quarterOfMemory()
{
    return static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE))
           / 4;
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
std::vector<std::int64_t> mapShape(TrainingSession& session)
{
    const Evaluation evaluation(*session.network);
    const std::uint32_t image = session.job.data.training.front();
    const torch::Tensor maps = session.network->trunk(
        imagesOf(session.job.data, std::span(&image, 1), false).to(session.device));
    return maps.sizes().vec();
}

torch::Tensor emptyMaps(std::vector<std::int64_t> shape, std::size_t rows, at::ScalarType type,
                        const torch::Device& device)
{
    shape[0] = static_cast<std::int64_t>(rows);
    return at::empty(shape, torch::TensorOptions().dtype(type).device(device),
                     at::MemoryFormat::ChannelsLast);
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
        const PrecisionChoice choice = choosePrecision(
            [&](bool bf16) {
                const AutocastGuard autocast(bf16);
                session.network->trunk(images);
            },
            static_cast<int>(some.size()));
        session.index.facts.precision = choice.precision;
        session.index.facts.notes.append(choice.note);
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

torch::Tensor pooled(Network& network, const torch::Tensor& maps, bool bf16)
{
    const AutocastGuard autocast(bf16);
    std::vector<torch::Tensor> parts;
    for (const torch::Tensor& part : maps.split(static_cast<std::int64_t>(trunkBatch)))
        parts.push_back(
            network.trunkFeatures(bf16 ? part : part.to(torch::kFloat32)).to(torch::kFloat32));
    return at::cat(parts);
}

} // namespace

TrunkInput::TrunkInput(const TrainingData& data, const TrainingProcess& process, int batchSize)
    : m_data(data)
    , m_process(process)
    , m_batches(evenBatches(data.training.size(), static_cast<std::size_t>(batchSize)))
    , m_rowOf(data.images->size(), -1)
{
    for (std::size_t row = 0; row < data.training.size(); ++row)
        m_rowOf[data.training[row]] = static_cast<std::int64_t>(row);
}

bool TrunkInput::isPossible(const TrainingSession& session)
{
    const TrainingJob& job = session.job;
    const auto* const input = find<InputBlock>(job.spec);
    const Network& network = *session.network;
    if (network.frozenStages() == 0 || network.trunkEnd() < 0 || job.settings.headEpochs > 0
        || !mirrorsAtMost(input->augmentation))
        return false;
    // Inside a backbone, maps are a quarter of the sides or less and rarely over 256 channels.
    const double area = static_cast<double>(input->preprocessing.width)
                        * static_cast<double>(input->preprocessing.height);
    const double perImage = area / 256 * network.trunkChannels() * 4;
    return perImage * 2 * static_cast<double>(job.data.images->size()) < quarterOfMemory();
}

Result<std::unique_ptr<TrunkInput>> TrunkInput::create(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    const TrainingData& data = job.data;
    if (const auto chosen = choosePrecisionOnce(session); !chosen)
        return failureOf(chosen);
    if (job.settings.precision != Precision::Auto && !session.isStored)
        session.index.facts.precision = job.settings.precision;
    const Precision precision = session.index.facts.precision;
    auto shape = guarded(QStringLiteral("The frozen layers cannot be computed."),
                         [&] { return mapShape(session); });
    if (!shape)
        return failureOf(shape);
    std::unique_ptr<TrunkInput> input(
        new TrunkInput(data, session.process, job.settings.batchSize));
    input->m_mirrors = find<InputBlock>(job.spec)->augmentation.flipHorizontal;
    const std::size_t count = data.training.size();
    const std::size_t views = input->m_mirrors ? 2 : 1;
    input->m_training = emptyMaps(
        *shape, views * count, precision == Precision::Bf16 ? torch::kBFloat16 : torch::kFloat32,
        session.device);
    input->m_validation =
        emptyMaps(*shape, data.validation.size(), torch::kFloat32, session.device);
    TrunkWriter writer(session, static_cast<qint64>(views * count + data.validation.size()));
    for (std::size_t view = 0; view < views; ++view)
        if (auto done = writer.write(data.training, view == 1, precision, input->m_training,
                                     static_cast<std::int64_t>(view * count));
            !done)
            return failureOf(done);
    if (auto done = writer.write(data.validation, false, Precision::F32, input->m_validation, 0);
        !done)
        return failureOf(done);
    return input;
}

Result<RunEmbeddings> TrunkInput::embeddings(TrainingSession& session) const
{
    return guarded(QStringLiteral("The embeddings cannot be computed."),
                   [&]() -> Result<RunEmbeddings> {
        const Evaluation evaluation(*session.network);
        RunEmbeddings result;
        result.precision = session.index.facts.precision;
        result.training = toEmbeddings(
            pooled(*session.network, m_training, result.precision == Precision::Bf16));
        result.images = m_data.training;
        if (m_mirrors)
            result.images.insert(result.images.end(), m_data.training.begin(),
                                 m_data.training.end());
        if (m_validation.size(0) > 0)
            result.validation = toEmbeddings(pooled(*session.network, m_validation, false));
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

std::optional<TrainingBatch> TrunkInput::next()
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
        at::from_blob(rows.data(), {static_cast<std::int64_t>(rows.size())}, torch::kInt64)
            .to(m_training.device());
    return TrainingBatch{m_training.index_select(0, indices), {images.begin(), images.end()}};
}

torch::Tensor TrunkInput::forward(Network& network, const torch::Tensor& inputs,
                                  const Mixing& mixing)
{
    return network.upper(blend(inputs, mixing));
}

std::vector<float> TrunkInput::validationLogits(Network& network, const std::stop_token& stop)
{
    if (m_validation.size(0) == 0)
        return {};
    const Evaluation evaluation(network);
    std::vector<float> logits;
    for (const torch::Tensor& part : m_validation.split(static_cast<std::int64_t>(trunkBatch))) {
        if (stop.stop_requested())
            return logits;
        const torch::Tensor values =
            network.upper(part).to(torch::kCPU, torch::kFloat32).contiguous();
        logits.insert(logits.end(), values.data_ptr<float>(),
                      values.data_ptr<float>() + values.numel());
    }
    return logits;
}

} // namespace labelwright
