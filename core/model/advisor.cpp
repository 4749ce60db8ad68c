#include "core/model/advisor.h"

#include "core/model/advice_choices.h"
#include "core/model/advised_values.h"
#include "core/model/solved_head.h"

#include <algorithm>

namespace labelwright {

namespace {

int fixedStages(const ExtractorChoice& choice, const Recipe& recipe)
{
    return static_cast<int>(recipe.frozenShare * choice.backbone->stages);
}

void appendExtractor(const ExtractorChoice& choice, const Recipe& recipe, ModelSpec& spec)
{
    if (choice.backbone) {
        const bool frozen = choice.regime == Regime::Frozen;
        spec.blocks.push_back(BackboneBlock{.name = choice.backbone->name,
                                            .pretrained = true,
                                            .frozen = frozen,
                                            .frozenStages = frozen ? 0 : fixedStages(choice, recipe)});
        return;
    }
    spec.blocks.push_back(ConvBlock{.filters = scratchStemFilters, .kernel = 3, .stride = 2});
    for (const ScratchStage& stage : scratchStages())
        spec.blocks.push_back(ResidualBlock{.filters = stage.filters, .stride = stage.stride});
}

void appendHead(const Recipe& recipe, const TargetBlock& target, ModelSpec& spec)
{
    spec.blocks.push_back(PoolingBlock{recipe.pooling});
    if (recipe.dropout > 0)
        spec.blocks.push_back(DropoutBlock{recipe.dropout});
    spec.blocks.push_back(DenseBlock{});
    spec.blocks.push_back(ActivationBlock{ActivationKind::Sigmoid});
    spec.blocks.push_back(target);
}

ModelSpec makeSpec(const DataFacts& facts, const ExtractorChoice& choice, const Explain& explain)
{
    const Recipe& recipe = recipeOf(choice);
    ModelSpec spec;
    InputBlock input;
    input.preprocessing = choosePreprocessing(facts, choice, explain);
    input.augmentation = chooseAugmentation(facts, choice, explain);
    spec.blocks.push_back(input);
    appendExtractor(choice, recipe, spec);
    const TargetBlock target = chooseTarget(facts, choice, explain);
    appendHead(recipe, target, spec);
    if (recipe.dropout > 0)
        explain(QStringLiteral("Dropout"),
                QStringLiteral("%1 % of the features are left out at random in each step, so that "
                               "the network does not lean on single ones.")
                    .arg(qRound(100 * recipe.dropout)));
    return spec;
}

QString scheduleReason(const RunSettings& settings)
{
    switch (settings.schedule) {
    case ScheduleKind::Constant:
        return QStringLiteral("The rate stays the same throughout.");
    case ScheduleKind::Cosine:
        return QStringLiteral("The rate falls along a cosine after a short warm-up, so that the "
                              "weights come to rest.");
    case ScheduleKind::OneCycle:
        return QStringLiteral("The rate rises, then falls to almost nothing, which reaches good "
                              "weights in few epochs.");
    }
    return {};
}

void explainRate(const RunSettings& settings, const Explain& explain)
{
    const QString setting = QStringLiteral("Learning rate");
    if (settings.rateDecayPerStage < 1)
        explain(setting, QStringLiteral("The new layers learn at %1 and each earlier stage at %2 of "
                                        "the rate of the next, because pretrained layers need only "
                                        "small changes.")
                             .arg(settings.learningRate)
                             .arg(settings.rateDecayPerStage));
    else if (settings.headFromEmbeddings)
        explain(setting, QStringLiteral("%1 changes pretrained layers only gently.")
                             .arg(settings.learningRate));
    else
        explain(setting, QStringLiteral("%1 suits %2 on layers that start from nothing.")
                             .arg(settings.learningRate)
                             .arg(settings.optimizer == OptimizerKind::AdamW
                                      ? QStringLiteral("AdamW")
                                      : QStringLiteral("SGD")));
    explain(QStringLiteral("Schedule"), scheduleReason(settings));
    if (settings.headFromEmbeddings)
        explain(QStringLiteral("Head"),
                QStringLiteral("The last layer starts from a logistic regression on the backbone's "
                               "features, so that the first steps do no harm."));
    if (settings.mixup > 0)
        explain(QStringLiteral("Mixup"),
                QStringLiteral("Images of a batch are blended with each other, labels with them, so "
                               "that the network is less sure where it has seen little."));
    if (settings.bestBy == BestBy::ValidationMap)
        explain(QStringLiteral("Best epoch"),
                QStringLiteral("The epoch of the highest validation mAP is kept, because what "
                               "counts is the order of the scores; calibration sets their size."));
    if (settings.emaDecay > 0)
        explain(QStringLiteral("Averaging"),
                QStringLiteral("A running average of the weights is what is evaluated and kept, "
                               "because it varies less than the weights themselves."));
}

/// A small dataset gets a smaller batch, so that an epoch still has some steps.
int batchFor(qint64 training, int largest)
{
    constexpr qint64 leastSteps = 8;
    int batch = largest;
    while (batch > 4 && training / batch < leastSteps)
        batch /= 2;
    return batch;
}

void explainPatience(const RunSettings& settings, const Explain& explain)
{
    if (settings.patience > 0)
        explain(QStringLiteral("Early stopping"),
                QStringLiteral("The run stops after %1 epochs without a new best on validation.")
                    .arg(settings.patience));
}

void explainFrozen(const ExtractorChoice& choice, const Explain& explain)
{
    if (!choice.backbone || choice.regime == Regime::Frozen)
        return;
    const int fixed = fixedStages(choice, recipeOf(choice));
    if (fixed > 0)
        explain(QStringLiteral("Frozen stages"),
                QStringLiteral("The first %1 of %2 stages stay as they are and are computed only "
                               "once: they see edges and textures, which all photos share.")
                    .arg(fixed)
                    .arg(choice.backbone->stages));
}

/// All that has an effect where the head is solved.
void explainSolvedHead(const DataFacts& facts, const Explain& explain)
{
    explain(QStringLiteral("Head"),
            QStringLiteral("Solved exactly by logistic regression for %1 strengths of "
                           "regularisation from strong to weak; %2.")
                .arg(regularisationPath().size())
                .arg(facts.validation > 0
                         ? QStringLiteral("the one with the lowest validation loss is kept")
                         : QStringLiteral("the weakest is kept, because there are no validation "
                                          "images to choose by")));
}

void explainSteps(const DataFacts& facts, const AdviceWishes& wishes, const RunSettings& settings,
                  const Explain& explain)
{
    explain(QStringLiteral("Epochs"),
            wishes.epochs ? QStringLiteral("%1 as you asked.").arg(settings.epochs)
                          : QStringLiteral("%1 epochs were enough on comparable data; the best one "
                                           "is kept.")
                                .arg(settings.epochs));
    explain(QStringLiteral("Batch size"),
            QStringLiteral("%1 images per step give about %2 steps in each epoch.")
                .arg(settings.batchSize)
                .arg((facts.training + settings.batchSize - 1) / settings.batchSize));
}

RunSettings makeSettings(const DataFacts& facts, const AdviceWishes& wishes,
                         const ExtractorChoice& choice, const ModelSpec& spec,
                         const Explain& explain)
{
    RunSettings settings = recipeOf(choice).settings;
    settings.seed = wishes.seed;
    settings.batchSize = batchFor(facts.training, settings.batchSize);
    if (wishes.epochs)
        settings.epochs = *wishes.epochs;
    settings.headEpochs = std::min(settings.headEpochs, settings.epochs);
    if (facts.validation < adviceLimits().patienceFrom)
        settings.patience = 0;
    if (headIsSolved(spec)) {
        explainSolvedHead(facts, explain);
        return settings;
    }
    explainSteps(facts, wishes, settings, explain);
    explainFrozen(choice, explain);
    explainRate(settings, explain);
    explainPatience(settings, explain);
    return settings;
}

Result<void> checkQuestion(const DataFacts& facts, const AdviceWishes& wishes)
{
    if (facts.labels.isEmpty())
        return failure(QStringLiteral("There is no label to learn; choose a feature set with at "
                                      "least one."));
    if (facts.training == 0)
        return failure(QStringLiteral("The training subset has no images; split the dataset "
                                      "first."));
    if (wishes.epochs && (*wishes.epochs < 1 || *wishes.epochs > 10'000))
        return failure(QStringLiteral("%1 epochs are not possible; give a number from 1 to 10000.")
                           .arg(*wishes.epochs));
    return {};
}

} // namespace

Result<Advice> advise(const DataFacts& facts, const AdviceWishes& wishes)
{
    if (const auto question = checkQuestion(facts, wishes); !question)
        return failureOf(question);
    Advice advice;
    const Explain explain = [&advice](const QString& setting, const QString& sentence) {
        advice.reasons.push_back({setting, sentence, {}});
    };
    const Result<ExtractorChoice> choice = chooseExtractor(facts, wishes, explain);
    if (!choice)
        return failureOf(choice);
    advice.regime = choice->regime;
    advice.spec = makeSpec(facts, *choice, explain);
    advice.settings = makeSettings(facts, wishes, *choice, advice.spec, explain);
    advice.warnings = adviceWarnings(facts, *choice);
    for (Advice::Reason& reason : advice.reasons)
        reason.values = advisedValues(reason.setting, advice.spec, advice.settings);
    return advice;
}

} // namespace labelwright
