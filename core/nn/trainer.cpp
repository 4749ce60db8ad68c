#include "core/nn/trainer.h"

#include "core/nn/guarded.h"
#include "core/nn/training_frozen.h"
#include "core/nn/training_loop.h"
#include "core/nn/training_path.h"
#include "core/nn/training_run.h"
#include "core/nn/trunk_input.h"

namespace labelwright {

namespace {

/// Stopped on request or failed, before the first epoch.
Result<RunOutcome> endedEarly(const TrainingSession& session, const Error& error)
{
    if (isCancelled(error))
        return outcomeOf(session, false, stoppedReason());
    return tl::unexpected(error);
}

/// With the frozen stages computed once.
Result<RunOutcome> trainAboveTrunk(TrainingSession& session)
{
    auto input = TrunkInput::create(session);
    if (!input)
        return endedEarly(session, input.error());
    const bool startsHead = session.job.settings.headFromEmbeddings && !session.index.last
                            && hasLinearHead(session.network->plan());
    if (startsHead) {
        const auto embeddings = (*input)->embeddings(session);
        const auto started = embeddings ? startHead(session, *embeddings)
                                        : Result<void>(failureOf(embeddings));
        if (!started)
            return endedEarly(session, started.error());
    }
    return TrainingLoop(session, **input, session.network->frozenStages()).run();
}

Result<RunOutcome> trainOnImages(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    if (job.settings.headFromEmbeddings && !session.index.last)
        if (const auto started = startHeadFromEmbeddings(session); !started)
            return endedEarly(session, started.error());
    const auto* const block = find<InputBlock>(job.spec);
    ImageInput input(job.data, block->augmentation, job.settings.batchSize,
                     session.index.facts.threads, session.process, session.device);
    return TrainingLoop(session, input, session.network->frozenStages()).run();
}

Result<RunOutcome> trainSession(TrainingSession& session)
{
    if (const auto opened = openSession(session); !opened)
        return failureOf(opened);
    if (trainsOnEmbeddings(session))
        return trainFrozen(session);
    const auto aboveTrunk = TrunkInput::isPossible(session);
    if (!aboveTrunk)
        return failureOf(aboveTrunk);
    return *aboveTrunk ? trainAboveTrunk(session) : trainOnImages(session);
}

} // namespace

Result<std::vector<EpochReport>> readRunHistory(const QString& runFolder)
{
    auto index = readRunIndex(runFolder);
    if (!index)
        return failureOf(index);
    return *index ? std::move((*index)->history) : std::vector<EpochReport>();
}

Result<std::optional<RunFacts>> readRunFacts(const QString& runFolder)
{
    auto index = readRunIndex(runFolder);
    if (!index)
        return failureOf(index);
    return *index ? std::optional((*index)->facts) : std::nullopt;
}

Result<RunCheckpoints> readRunCheckpoints(const QString& runFolder)
{
    auto index = readRunIndex(runFolder);
    if (!index)
        return failureOf(index);
    return *index ? RunCheckpoints{(*index)->best, (*index)->last} : RunCheckpoints();
}

Result<RunOutcome> runTraining(const TrainingJob& job)
{
    return guarded(QStringLiteral("The run broke off; what it finished is kept and can be "
                                  "resumed."),
                   [&] {
                       TrainingSession session(job);
                       return trainSession(session);
                   });
}

Result<RunOutcome> train(const ModelSpec& spec, const RunSettings& settings,
                         const TrainingData& data, const RunPlaces& places,
                         const RunCallbacks& callbacks, RunControl& control, std::stop_token stop)
{
    return runTraining({spec, settings, data, places, callbacks, control, std::move(stop)});
}

} // namespace labelwright
