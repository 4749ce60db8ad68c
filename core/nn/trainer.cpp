#include "core/nn/trainer.h"

#include "core/nn/training_frozen.h"
#include "core/nn/training_loop.h"
#include "core/nn/training_path.h"
#include "core/nn/training_run.h"

namespace labelwright {

namespace {

Result<RunOutcome> trainOnImages(TrainingSession& session)
{
    const TrainingJob& job = session.job;
    if (job.settings.headFromEmbeddings && !session.index.last)
        if (const auto started = startHeadFromEmbeddings(session); !started)
            return isCancelled(started.error())
                       ? Result<RunOutcome>(outcomeOf(session, false, stoppedReason()))
                       : failureOf(started);
    const auto* const block = find<InputBlock>(job.spec);
    ImageInput input(job.data, block->augmentation, job.settings.batchSize,
                     session.index.facts.threads, session.process, session.device);
    return TrainingLoop(session, input, session.network->frozenStages()).run();
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
    TrainingSession session(job);
    if (const auto opened = openSession(session); !opened)
        return failureOf(opened);
    if (trainsOnEmbeddings(session))
        return trainFrozen(session);
    return trainOnImages(session);
}

Result<RunOutcome> train(const ModelSpec& spec, const RunSettings& settings,
                         const TrainingData& data, const RunPlaces& places,
                         const RunCallbacks& callbacks, RunControl& control, std::stop_token stop)
{
    return runTraining({spec, settings, data, places, callbacks, control, std::move(stop)});
}

} // namespace labelwright
