#include "core/nn/rate_finder.h"

#include "core/nn/guarded.h"

namespace labelwright {

Result<std::vector<RatePoint>> findLearningRate(const ModelSpec& spec, const RunSettings& settings,
                                                const TrainingData& data, const RunPlaces& places,
                                                std::stop_token stop)
{
    RunSettings plain = settings;
    plain.headEpochs = 0;
    plain.emaDecay = 0;
    const RunPlaces nowhere{places.backboneWeights, {}, {}, places.startWeights};
    const RunCallbacks callbacks;
    RunControl control;
    const TrainingJob job{spec, plain, data, nowhere, callbacks, control, std::move(stop)};
    return guarded(QStringLiteral("The learning rate cannot be searched."),
                   [&]() -> Result<std::vector<RatePoint>> {
        TrainingSession session(job);
        if (const auto prepared = prepareSession(session); !prepared)
            return failureOf(prepared);
        ImageInput input(data, find<InputBlock>(spec)->augmentation, settings.batchSize,
                         session.index.facts.threads, session.process, session.device);
        return TrainingLoop(session, input, session.network->frozenStages())
            .sweepRates(lowestRate, highestRate, rateSteps);
    });
}

} // namespace labelwright
