#include "core/session/experiment_copy.h"

#include "core/project/checkpoints.h"
#include "core/project/feature_sets.h"
#include "core/project/versions.h"
#include "tests/core/session/small_dataset.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class ExperimentCopyTest : public SmallDatasetTest
{
protected:
    ExperimentCopyTest()
    {
        const auto imported = importDataset(project, request(source("photos", index(12), 12)));
        ExperimentPlan plan;
        plan.name = "first";
        plan.version = createVersion(project, imported->dataset)->id;
        plan.featureSet = featureSets(project, imported->dataset)->front().id;
        plan.spec = {{InputBlock{}, BackboneBlock{.name = "mobilenet_v2"}, PoolingBlock{},
                      DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
        plan.settings.seed = 42;
        plan.settings.headFromEmbeddings = true;
        id = createExperiment(project, plan)->id;
    }

    void write(const QString& name)
    {
        QDir().mkpath(project.runFolder(id));
        QFile file(project.runFolder(id) + '/' + name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
    }

    void recordBest()
    {
        CheckpointFile best;
        best.epoch = 3;
        best.path = project.runFolder(id) + "/epoch-3.safetensors";
        best.sha256 = QByteArray(64, 'a');
        ASSERT_TRUE(recordCheckpoint(project, id, CheckpointKind::Best, best));
    }

    ExperimentId id;
};

} // namespace

TEST_F(ExperimentCopyTest, WithoutWeightsStartsAsTheOriginalDid)
{
    const auto copy = duplicateExperiment(project, id, CopiedWeights::None, "again");
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->experiment.name, QString("again"));
    EXPECT_EQ(copy->experiment.spec, experiment(project, id)->spec);
    EXPECT_EQ(copy->note, QString());
    EXPECT_EQ(startWeightsOf(project, copy->experiment.id), QString());
}

TEST_F(ExperimentCopyTest, WithWeightsKeepsThemAndThawsAFrozenBackbone)
{
    write("epoch-3.safetensors");
    write("epoch-3.json");
    recordBest();
    const auto copy = duplicateExperiment(project, id, CopiedWeights::Best);
    ASSERT_TRUE(copy) << copy.error().summary.toStdString();
    EXPECT_THAT(copy->note.toStdString(), HasSubstr("weights of epoch 3"));
    const Experiment stored = *experiment(project, copy->experiment.id);
    EXPECT_FALSE(find<BackboneBlock>(stored.spec)->frozen);
    EXPECT_GT(find<BackboneBlock>(stored.spec)->frozenStages, 0);
    EXPECT_FALSE(stored.settings.headFromEmbeddings);
    EXPECT_EQ(stored.settings.seed, 42U);
    ASSERT_TRUE(deleteExperiment(project, id));
    QFile kept(startWeightsOf(project, stored.id));
    ASSERT_TRUE(kept.open(QIODevice::ReadOnly)) << "the copy needs the original";
    EXPECT_EQ(kept.readAll(), QByteArray("epoch-3.safetensors"));
}

TEST_F(ExperimentCopyTest, LeavesNothingWhereTheWeightsAreMissing)
{
    EXPECT_FALSE(duplicateExperiment(project, id, CopiedWeights::Best)) << "there is no checkpoint";
    write("epoch-3.safetensors");
    recordBest();
    QDir(project.runFolder(id)).removeRecursively();
    EXPECT_FALSE(duplicateExperiment(project, id, CopiedWeights::Best));
    EXPECT_EQ(experiments(project)->size(), 1U);
}

} // namespace labelwright::tests
