#include "tests/ui/made_project.h"

#include "core/dataset/sample_dataset.h"
#include "core/project/checkpoints.h"
#include "core/project/deployments.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"
#include "core/session/training_job.h"

#include <QTemporaryDir>

namespace labelwright::tests {

namespace {

Result<void> addSamples(Project& project, int images)
{
    const QTemporaryDir folder;
    const QString zip = folder.filePath(QStringLiteral("Landscapes.zip"));
    SampleDatasetRequest drawn;
    drawn.count = images;
    if (const auto written = writeSampleDataset(zip, drawn); !written)
        return failureOf(written);
    ImportRequest request;
    request.path = zip;
    const auto imported = importDataset(project, request);
    return imported ? Result<void>() : failureOf(imported);
}

Result<ExperimentId> train(Project& project, const MadeProject& wanted, std::uint64_t seed)
{
    AdviceWishes wishes;
    wishes.backbone = QStringLiteral("none");
    wishes.seed = seed;
    auto advice = adviseFor(project, {}, wishes);
    if (!advice)
        return failureOf(advice);
    auto* const input = find<InputBlock>(advice->spec);
    input->preprocessing.width = input->preprocessing.height = wanted.side;
    advice->settings.epochs = wanted.epochs;
    advice->settings.batchSize = 16;
    advice->settings.precision = Precision::F32;
    const auto made = setUpExperiment(project, {}, *advice);
    if (!made)
        return failureOf(made);
    RunControl control;
    const auto outcome = runExperiment(project, made->id, {}, control, {});
    if (!outcome)
        return failureOf(outcome);
    return made->id;
}

Result<void> deploy(Project& project, ExperimentId experiment)
{
    const auto best = checkpoint(project, experiment, CheckpointKind::Best);
    if (!best)
        return failureOf(best);
    const auto made = createDeployment(project, best->id, {});
    return made ? Result<void>() : failureOf(made);
}

Result<void> fill(Project& project, const MadeProject& wanted)
{
    if (wanted.images == 0)
        return {};
    if (const auto added = addSamples(project, wanted.images); !added)
        return added;
    if (wanted.epochs == 0)
        return {};
    std::optional<ExperimentId> first;
    for (int i = 0; i < wanted.experiments; ++i) {
        const auto trained = train(project, wanted, static_cast<std::uint64_t>(i + 1));
        if (!trained)
            return failureOf(trained);
        if (!first)
            first = *trained;
    }
    return wanted.deployed && first ? deploy(project, *first) : Result<void>();
}

} // namespace

QString makeProject(const QString& folder, const MadeProject& wanted)
{
    auto project = Project::create(folder);
    if (!project)
        return project.error().summary;
    const auto filled = fill(*project, wanted);
    return filled ? QString() : filled.error().summary;
}

} // namespace labelwright::tests
