#include "tests/core/session/scored_experiment.h"

#include "core/project/feature_sets.h"
#include "core/project/scores.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"

namespace labelwright::tests {

DatasetId ScoredExperimentTest::halves(const QString& name, int perSubset,
                                       const std::vector<NamedBytes>& changed)
{
    QByteArray text = "image,water,sky,rare,subset\n";
    for (int i = 0; i < 2 * perSubset; ++i)
        text += QByteArray::number(i) + ".png," + (i % 2 == 0 ? "1,1," : "0,0,") +
                (i == 0 ? "1," : "0,") + (i < perSubset ? "validation\n" : "test\n");
    const QString folder = makeFolder(source(name, text, 2 * perSubset), changed);
    return valueOf(importDataset(project, request(folder))).dataset;
}

Experiment ScoredExperimentTest::scoredExperiment(DatasetId dataset)
{
    ExperimentPlan plan;
    plan.version = valueOf(createVersion(project, dataset)).id;
    plan.featureSet = valueOf(featureSets(project, dataset)).front().id;
    plan.spec = {{InputBlock{}, PoolingBlock{}, DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
    const Experiment made = valueOf(createExperiment(project, plan));
    addBest(made, 1);
    return made;
}

std::vector<float> ScoredExperimentTest::logitsOf(std::size_t number)
{
    const float spread = static_cast<float>(number % 10) / 10;
    const float sign = number % 2 == 0 ? 1.0F : -1.0F;
    return {1 + sign * (0.5F + spread), -sign * (0.5F + spread), spread};
}

CheckpointId ScoredExperimentTest::addBest(const Experiment& experiment, int epoch)
{
    const QString name = QStringLiteral("epoch-%1.safetensors").arg(epoch, 4, 10, QChar('0'));
    makeFolder(project.runFolder(experiment.id), {{name, "weights"}});
    CheckpointFile file;
    file.epoch = epoch;
    file.path = project.runFolder(experiment.id) + '/' + name;
    file.sha256 = QByteArray(64, static_cast<char>('a' + epoch));
    const CheckpointId best =
        valueOf(recordCheckpoint(project, experiment.id, CheckpointKind::Best, file));
    const Snapshot snapshot = valueOf(currentSnapshot(project, experiment.dataset));
    for (const Subset subset : allSubsets) {
        ScoreTable table;
        table.labels = 3;
        for (std::size_t row = 0; row < snapshot.samples.size(); ++row) {
            if (snapshot.subsets[row] != subset)
                continue;
            const std::vector<float> logits = logitsOf(row);
            table.samples.push_back(snapshot.samples[row]);
            table.logits.insert(table.logits.end(), logits.begin(), logits.end());
        }
        EXPECT_TRUE(storeScores(project, {best, experiment.version, subset}, table));
    }
    return best;
}

} // namespace labelwright::tests
