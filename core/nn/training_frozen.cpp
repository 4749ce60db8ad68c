#include "core/nn/training_frozen.h"

#include "core/model/solved_head.h"
#include "core/nn/embedding_extractor.h"
#include "core/nn/training_loop.h"
#include "core/nn/training_path.h"

#include <ATen/Functions.h>

#include <algorithm>

namespace labelwright {

namespace {

bool hasParameters(const Op& op)
{
    return op.kind == OpKind::Conv || op.kind == OpKind::BatchNorm || op.kind == OpKind::Linear;
}

torch::Tensor toTensor(const Embeddings& embeddings, const torch::Device& device)
{
    return at::from_blob(const_cast<float*>(embeddings.values.data()),
                         {static_cast<std::int64_t>(embeddings.values.size())
                              / embeddings.dimensions,
                          embeddings.dimensions},
                         torch::TensorOptions().dtype(torch::kFloat32))
        .to(device);
}

Result<RunOutcome> trainInBatches(TrainingSession& session, const RunEmbeddings& embeddings)
{
    EmbeddingInput input(toTensor(embeddings.training, session.device), embeddings.images,
                         toTensor(embeddings.validation, session.device),
                         session.job.settings.batchSize, session.process);
    session.index.facts.precision = Precision::F32;
    return TrainingLoop(session, input, session.network->backboneStages()).run();
}

} // namespace

bool trainsOnEmbeddings(const TrainingSession& session)
{
    const auto* const backbone = find<BackboneBlock>(session.job.spec);
    const NetworkPlan& plan = session.network->plan();
    if (backbone == nullptr || !backbone->frozen || !backbone->pretrained || plan.embedding < 0)
        return false;
    return std::all_of(plan.ops.begin(), plan.ops.begin() + plan.embedding + 1, [&](const Op& op) {
        return !hasParameters(op) || op.stage < plan.backboneStages;
    });
}

bool hasLinearHead(const NetworkPlan& plan)
{
    if (plan.embedding < 0 || plan.ops.back().kind != OpKind::Linear)
        return false;
    return std::all_of(plan.ops.begin() + plan.embedding + 1, plan.ops.end() - 1,
                       [](const Op& op) { return op.kind == OpKind::Dropout; });
}

bool solvesHead(const TrainingSession& session)
{
    return headIsSolved(session.job.spec);
}

Result<RunEmbeddings> embedRun(TrainingSession& session, bool mirrored)
{
    const TrainingJob& job = session.job;
    const auto embed = [&](Precision precision, std::span<const std::uint32_t> indices,
                           bool mirror) -> Result<Embeddings> {
        auto extractor =
            EmbeddingExtractor::open(job.spec, job.places.backboneWeights,
                                     job.places.embeddingFolder, precision,
                                     session.index.facts.threads);
        if (!extractor)
            return failureOf(extractor);
        auto result = extractor->embed({job.data.images.get(), indices, job.data.digests, mirror},
                                       job.callbacks.progress, job.stop);
        if (const QString note = extractor->note();
            !note.isEmpty() && !session.index.facts.notes.contains(note))
            session.index.facts.notes.append(note);
        return result;
    };
    RunEmbeddings embeddings;
    embeddings.images = job.data.training;
    auto training = embed(job.settings.precision, job.data.training, false);
    if (!training)
        return failureOf(training);
    embeddings.training = std::move(*training);
    if (mirrored) {
        const auto mirror = embed(job.settings.precision, job.data.training, true);
        if (!mirror)
            return failureOf(mirror);
        auto& values = embeddings.training.values;
        values.insert(values.end(), mirror->values.begin(), mirror->values.end());
        embeddings.images.insert(embeddings.images.end(), job.data.training.begin(),
                                 job.data.training.end());
    }
    auto validation = embed(Precision::F32, job.data.validation, false);
    if (!validation)
        return failureOf(validation);
    embeddings.validation = std::move(*validation);
    return embeddings;
}

Result<RunOutcome> trainFrozen(TrainingSession& session)
{
    const bool mirrored = find<InputBlock>(session.job.spec)->augmentation.flipHorizontal;
    const auto embeddings = embedRun(session, mirrored);
    if (!embeddings && isCancelled(embeddings.error()))
        return outcomeOf(session, false, stoppedReason());
    if (!embeddings)
        return failureOf(embeddings);
    return solvesHead(session) ? followPath(session, *embeddings)
                               : trainInBatches(session, *embeddings);
}

} // namespace labelwright
