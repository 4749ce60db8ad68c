#include "core/session/experiment_copy.h"

#include "core/model/backbone_facts.h"
#include "core/model/recipe.h"
#include "core/project/checkpoints.h"
#include "core/project/experiment_copy.h"
#include "core/project/experiment_spec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

QString startPath(const Project& project, ExperimentId id)
{
    return project.runFolder(id) + QStringLiteral("/start.safetensors");
}

/// The JSON that belongs to a weights file.
QString factsPath(const QString& weights)
{
    const QFileInfo file(weights);
    return file.path() + u'/' + file.completeBaseName() + QStringLiteral(".json");
}

Result<void> copyWeights(const QString& from, const QString& to)
{
    QDir().mkpath(QFileInfo(to).path());
    // The JSON last: weights without it are refused.
    if (QFile::copy(from, to) && QFile::copy(factsPath(from), factsPath(to)))
        return {};
    return failure(QStringLiteral("The best weights cannot be copied; see whether the disk is full "
                                  "and try again."),
                   QStringLiteral("%1 → %2").arg(from, to));
}

/// Lets the last stages of a frozen backbone train, as fine-tuning does. False when there is none.
bool thaw(Experiment& experiment)
{
    BackboneBlock* const backbone = find<BackboneBlock>(experiment.spec);
    if (backbone == nullptr || !backbone->frozen)
        return false;
    const Recipe& recipe = fineTuneRecipe();
    const BackboneFacts* const facts = backboneFacts(backbone->name);
    backbone->frozen = false;
    backbone->frozenStages =
        facts != nullptr ? static_cast<int>(recipe.frozenShare * facts->stages) : 0;
    RunSettings settings = recipe.settings;
    settings.batchSize = std::min(settings.batchSize, experiment.settings.batchSize);
    settings.seed = experiment.settings.seed;
    settings.threads = experiment.settings.threads;
    settings.precision = experiment.settings.precision;
    experiment.settings = settings;
    return true;
}

Result<ExperimentCopy> startFromBest(Project& project, Experiment copy, const Checkpoint& best)
{
    if (const auto copied = copyWeights(best.path, startPath(project, copy.id)); !copied)
        return failureOf(copied);
    const bool thawed = thaw(copy);
    copy.settings.headFromEmbeddings = false;
    copy.settings.headEpochs = 0;
    if (const auto stored = setExperimentDesign(project, copy.id, copy.spec, copy.settings); !stored)
        return failureOf(stored);
    QString note = QStringLiteral("The copy starts from the weights of epoch %1.").arg(best.epoch);
    if (thawed)
        note += QStringLiteral(" Its backbone's last stages train now, gently, because a frozen "
                               "one would learn nothing new.");
    return ExperimentCopy{std::move(copy), note};
}

} // namespace

Result<ExperimentCopy> duplicateExperiment(Project& project, ExperimentId id,
                                           CopiedWeights weights, const QString& name)
{
    if (weights == CopiedWeights::None)
        return copyExperiment(project, id, name).map([](Experiment copy) {
            return ExperimentCopy{std::move(copy), {}};
        });
    const auto best = checkpoint(project, id, CheckpointKind::Best);
    if (!best)
        return failureOf(best);
    auto copy = copyExperiment(project, id, name);
    if (!copy)
        return failureOf(copy);
    const ExperimentId made = copy->id;
    auto started = startFromBest(project, std::move(*copy), *best);
    if (!started)
        (void)deleteExperiment(project, made); // The failure to be told is the first one.
    return started;
}

QString startWeightsOf(const Project& project, ExperimentId id)
{
    const QString path = startPath(project, id);
    return QFileInfo::exists(factsPath(path)) ? path : QString();
}

} // namespace labelwright
