#include "core/nn/training_session.h"

#include "core/base/digest.h"
#include "core/model/shape_check.h"
#include "core/nn/guarded.h"
#include "core/nn/network_weights.h"
#include "core/nn/threads.h"
#include "core/nn/training_frozen.h"

#include <torch/cuda.h>

#include <QDir>

#include <algorithm>
#include <chrono>
#include <thread>

namespace labelwright {

namespace {

bool fits(std::span<const std::uint32_t> indices, std::size_t images)
{
    return std::all_of(indices.begin(), indices.end(),
                       [&](std::uint32_t index) { return index < images; });
}

bool fits(const PixelsView& view, const Preprocessing& input)
{
    return view.width == input.width && view.height == input.height
           && view.channels == channelCount(input.color);
}

bool isPretrained(const TrainingSession& session)
{
    const auto* const backbone = find<BackboneBlock>(session.job.spec);
    return backbone != nullptr && backbone->pretrained;
}

/// A checkpoint holds the backbone too, but embeddings are computed by the file.
bool readsBackbone(const TrainingSession& session)
{
    return isPretrained(session) && (!session.index.last || trainsOnEmbeddings(session));
}

/// Records which weights a new run begins with; a later session has to find the same.
Result<void> recogniseBackbone(TrainingSession& session)
{
    const QString& name = find<BackboneBlock>(session.job.spec)->name;
    const QString& path = session.job.places.backboneWeights;
    if (path.isEmpty())
        return failure(QStringLiteral("The weights of %1 are missing; add or download them, or "
                                      "choose a network from scratch.")
                           .arg(name));
    const auto digest = sha256OfFile(path);
    if (!digest)
        return failureOf(digest);
    QByteArray& recorded = session.index.backboneSha256;
    if (!recorded.isEmpty() && recorded != *digest)
        return failure(QStringLiteral("The run began with other weights of %1: put those whose "
                                      "SHA-256 begins with %2 back, or start a new run.")
                           .arg(name, QString::fromLatin1(recorded.left(8))),
                       QStringLiteral("%1 has SHA-256 %2, not %3")
                           .arg(path, QString::fromLatin1(*digest), QString::fromLatin1(recorded)));
    recorded = *digest;
    return {};
}

/// Another run's weights in place of the first ones.
Result<void> loadStart(TrainingSession& session)
{
    const QString& path = session.job.places.startWeights;
    if (path.isEmpty())
        return {};
    if (trainsOnEmbeddings(session))
        return failure(QStringLiteral("A frozen backbone works with its published weights and "
                                      "cannot start from other ones; let some of its stages train, "
                                      "or duplicate the experiment without weights."));
    if (const auto loaded = loadWeights(*session.network, path); !loaded)
        return failure(QStringLiteral("The network is not the one whose weights it should start "
                                      "from; undo the change, or duplicate the experiment without "
                                      "weights."),
                       loaded.error().summary);
    return {};
}

Result<void> startFresh(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    if (isPretrained(session))
        if (auto loaded = loadBackboneWeights(*session.network, job.places.backboneWeights); !loaded)
            return loaded;
    if (auto loaded = loadStart(session); !loaded)
        return loaded;
    RunFacts& facts = session.index.facts;
    facts.threads = setTorchThreads(session.isStored ? facts.threads : job.settings.threads);
    facts.batchSize = job.settings.batchSize;
    return {};
}

/// The weights are there before anything runs: frozen stages are computed ahead of the first step.
Result<void> goOn(TrainingSession& session)
{
    setTorchThreads(session.index.facts.threads);
    return loadNetwork(session.index, *session.network);
}

Result<void> buildSession(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    return guarded(QStringLiteral("The network cannot be built."), [&]() -> Result<void> {
        session.network = buildNetwork(job.spec, job.labels(), job.settings.seed);
        session.device = torch::cuda::is_available() ? torch::Device(torch::kCUDA, 0)
                                                     : torch::Device(torch::kCPU);
        return {};
    });
}

} // namespace

Result<void> checkJob(const TrainingJob& job)
{
    const TrainingData& data = job.data;
    const std::size_t images = data.images ? data.images->size() : 0;
    if (const auto valid = requireValidSpec(job.spec, job.labels()); !valid)
        return valid;
    if (data.training.empty())
        return failure(QStringLiteral("The training subset is empty; split the dataset first."));
    if (data.truth.size() != images * static_cast<std::size_t>(data.labels.size())
        || !fits(data.training, images) || !fits(data.validation, images)
        || (!data.digests.empty() && data.digests.size() != images))
        return failure(QStringLiteral("Images, labels and subsets of the data do not fit together."));
    const auto* const input = find<InputBlock>(job.spec);
    if (!fits(data.images->pixels(data.training.front()), input->preprocessing))
        return failure(QStringLiteral("The images are not prepared in the network's input size."));
    const bool anyKnown = std::any_of(data.training.begin(), data.training.end(), [&](auto image) {
        const auto row = std::span(data.truth)
                             .subspan(image * static_cast<std::size_t>(data.labels.size()),
                                      static_cast<std::size_t>(data.labels.size()));
        return std::any_of(row.begin(), row.end(),
                           [](Annotation cell) { return cell != Annotation::Unknown; });
    });
    if (!anyKnown)
        return failure(QStringLiteral("No label is known on any training image; label some first."));
    return {};
}

Result<void> prepareSession(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    if (const auto valid = checkJob(job); !valid)
        return valid;
    if (const auto built = buildSession(session); !built)
        return built;
    const auto* const target = find<TargetBlock>(job.spec);
    session.loss = lossOptions(target != nullptr ? *target : TargetBlock{}, job.data.truth,
                               job.labels(), job.data.training);
    if (readsBackbone(session))
        if (const auto known = recogniseBackbone(session); !known)
            return known;
    if (const auto started = session.index.last ? goOn(session) : startFresh(session); !started)
        return started;
    session.index.facts.device =
        session.device.is_cuda() ? QStringLiteral("cuda:0") : QStringLiteral("cpu");
    return guarded(QStringLiteral("The network cannot be moved to the GPU."),
                   [&] { session.network->to(session.device); });
}

Result<void> openSession(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    if (const auto valid = checkJob(job); !valid)
        return valid;
    auto stored = readRunIndex(job.places.runFolder);
    if (!stored)
        return failureOf(stored);
    const QByteArray fingerprint = runFingerprint(job.spec, job.settings, job.data);
    if (*stored && (*stored)->fingerprint != fingerprint)
        return failure(QStringLiteral("The data, network or settings are not those that the run "
                                      "began with; start a new run."));
    session.isStored = stored->has_value();
    if (session.isStored)
        session.index = std::move(**stored);
    session.index.fingerprint = fingerprint;
    QDir().mkpath(job.places.runFolder);
    removeUnnamedFiles(job.places.runFolder, session.index);
    return prepareSession(session);
}

RunOutcome outcomeOf(const TrainingSession& session, bool finished, QString reason)
{
    return {static_cast<int>(session.index.history.size()), session.index.best, session.index.last,
            finished, std::move(reason)};
}

QString stoppedReason() { return QStringLiteral("Stopped on request."); }

bool holdOrStop(const TrainingJob& job)
{
    while (job.control.paused && !job.stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return job.stop.stop_requested();
}

} // namespace labelwright
