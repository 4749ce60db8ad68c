#include "tests/benchmarks/window/large_project.h"

#include "core/base/random.h"
#include "core/imaging/landscape_scene.h"
#include "core/project/checkpoints.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/experiments.h"
#include "core/project/feature_sets.h"
#include "core/project/imports.h"
#include "core/project/originals.h"
#include "core/project/scores.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"
#include "tests/ui/made_project.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>

#include <algorithm>

namespace labelwright::benchmarks {

namespace {

constexpr std::uint64_t pictureCount = 400;

QString scoredName()
{
    return QStringLiteral("scored");
}

QByteArray pictureBytes(std::uint64_t number)
{
    Random random(number);
    const Pixels pixels = drawLandscape(random, 160).image;
    const QImage image(pixels.data.data(), 160, 160, 480, QImage::Format_RGB888);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.save(&file, "JPG", 90);
    return file.data();
}

/// Lets the dataset's images be the pictures, in turn, as a finished import leaves them.
Result<void> giveImages(Project& project, const std::vector<SampleId>& samples)
{
    std::vector<SampleCheck> pictures;
    for (std::uint64_t i = 0; i < pictureCount; ++i) {
        const QByteArray bytes = pictureBytes(i);
        const auto kept = keepOriginal(project.originalsFolder(), bytes, QStringLiteral("jpg"));
        if (!kept)
            return failureOf(kept);
        pictures.push_back(checkSample(bytes));
    }
    std::vector<CheckedSample> checks;
    for (std::size_t i = 0; i < samples.size(); ++i)
        checks.push_back({samples[i], pictures[i % pictures.size()], QStringLiteral("jpg"), 0});
    return storeChecks(project, checks);
}

Result<ExperimentId> experimentOn(Project& project, DatasetId dataset, ExperimentPlan plan)
{
    const auto version = createVersion(project, dataset);
    const auto sets = featureSets(project, dataset);
    if (!version || !sets)
        return version ? failureOf(sets) : failureOf(version);
    InputBlock input;
    input.preprocessing.width = input.preprocessing.height = 96;
    plan.version = version->id;
    plan.featureSet = sets->front().id;
    plan.spec = {{input, ConvBlock{.filters = 24, .kernel = 3, .stride = 2},
                  ConvBlock{.filters = 32, .kernel = 3, .stride = 2}, PoolingBlock{}, DenseBlock{},
                  ActivationBlock{}, TargetBlock{}}};
    const auto made = createExperiment(project, plan);
    return made ? Result<ExperimentId>(made->id) : failureOf(made);
}

/// Logits that go with the answers, but not always.
ScoreTable madeTable(const Snapshot& snapshot)
{
    ScoreTable table;
    table.samples = snapshot.samples;
    table.labels = static_cast<int>(snapshot.labels.size());
    Random random(7);
    for (std::size_t row = 0; row < snapshot.samples.size(); ++row)
        for (const Annotation answer : snapshot.annotations.row(row)) {
            const double noise = random.uniform() + random.uniform() + random.uniform() - 1.5;
            const double middle = answer == Annotation::Present ? 0.8 : -0.8;
            table.logits.push_back(static_cast<float>(middle + 2 * noise));
        }
    return table;
}

Result<void> giveScores(Project& project, DatasetId dataset, ExperimentId id)
{
    const auto made = experiment(project, id);
    const auto snapshot = currentSnapshot(project, dataset);
    if (!made || !snapshot)
        return made ? failureOf(snapshot) : failureOf(made);
    CheckpointFile weights;
    weights.epoch = 1;
    weights.path = project.runFolder(id) + QStringLiteral("/epoch-0001.safetensors");
    weights.sha256 = QByteArray(64, 'a');
    QDir().mkpath(project.runFolder(id));
    QFile file(weights.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(file.errorString());
    const auto best = recordCheckpoint(project, id, CheckpointKind::Best, weights);
    if (!best)
        return failureOf(best);
    if (const auto kept = storeScores(project, {*best, made->version, Subset::Validation},
                                      madeTable(*snapshot));
        !kept)
        return kept;
    return setExperimentState(project, id, ExperimentState::Finished, {});
}

Result<DatasetId> addLargeDataset(Project& project)
{
    ImportPlan plan = tests::madePlan(largeCount, largeLabels, 1);
    for (PlannedSample& sample : plan.samples)
        sample.subset = Subset::Validation;
    const auto made = importNew(project, QStringLiteral("large"), plan, Keeping::Copy);
    if (!made)
        return failureOf(made);
    const auto snapshot = currentSnapshot(project, made->dataset);
    if (!snapshot)
        return failureOf(snapshot);
    if (const auto given = giveImages(project, snapshot->samples); !given)
        return failureOf(given);
    return made->dataset;
}

} // namespace

Result<void> makeLargeProject(const QString& folder)
{
    if (const auto before = Project::open(folder, Access::ReadOnly);
        before && scoredExperiment(*before))
        return {};
    tests::MadeProject landscapes;
    landscapes.images = 200;
    landscapes.epochs = 0;
    if (const QString problem = tests::makeProject(folder, landscapes); !problem.isEmpty())
        return failure(problem);
    auto project = Project::open(folder, Access::ReadWrite);
    if (!project)
        return failureOf(project);
    const auto dataset = addLargeDataset(*project);
    if (!dataset)
        return failureOf(dataset);
    ExperimentPlan plan;
    plan.name = scoredName();
    const auto made = experimentOn(*project, *dataset, plan);
    return made ? giveScores(*project, *dataset, *made) : failureOf(made);
}

Result<ExperimentId> scoredExperiment(const Project& project)
{
    const auto all = experiments(project);
    if (!all)
        return failureOf(all);
    for (const Experiment& each : *all)
        if (each.name == scoredName() && each.state == ExperimentState::Finished)
            return each.id;
    return failure(QStringLiteral("The project was not made to the end; choose another folder."));
}

Result<ExperimentId> longExperiment(Project& project)
{
    const auto known = datasets(project);
    if (!known)
        return failureOf(known);
    ExperimentPlan plan;
    plan.settings.epochs = 10'000;
    plan.settings.batchSize = 16;
    plan.settings.precision = Precision::F32;
    return experimentOn(project, known->front().id, plan);
}

} // namespace labelwright::benchmarks
