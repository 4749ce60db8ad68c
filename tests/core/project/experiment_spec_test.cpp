#include "core/project/experiment_spec.h"

#include "core/project/experiment_copy.h"
#include "core/project/experiments.h"
#include "core/project/feature_sets.h"
#include "core/project/imports.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class ExperimentSpecTest : public testing::Test
{
protected:
    ExperimentSpecTest() : project(*Project::create(m_folder.filePath(QStringLiteral("p"))))
    {
        const auto imported =
            importNew(project, QStringLiteral("photos"), madePlan(10, 3, 1), Keeping::Copy);
        dataset = imported->dataset;
        ExperimentPlan plan;
        plan.name = QStringLiteral("first");
        plan.version = createVersion(project, dataset)->id;
        plan.featureSet = featureSets(project, dataset)->front().id;
        plan.spec = {{InputBlock{}, PoolingBlock{}, DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
        plan.reasons = QJsonArray{QStringLiteral("because")};
        made = *createExperiment(project, plan);
    }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
    DatasetId dataset;
    Experiment made;
};

} // namespace

TEST_F(ExperimentSpecTest, StoresNetworkAndSettingsUntilTheFirstRun)
{
    ModelSpec spec = made.spec;
    spec.blocks.insert(spec.blocks.begin() + 2, DropoutBlock{0.5});
    RunSettings settings;
    settings.epochs = 3;
    ASSERT_TRUE(setExperimentDesign(project, made.id, spec, settings));
    EXPECT_EQ(experiment(project, made.id)->spec, spec);
    EXPECT_EQ(experiment(project, made.id)->settings, settings);

    ASSERT_TRUE(setExperimentState(project, made.id, ExperimentState::Stopped, {}));
    const auto refused = setExperimentDesign(project, made.id, made.spec, made.settings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().summary.toStdString(), HasSubstr("duplicate it"));
    EXPECT_EQ(experiment(project, made.id)->spec, spec);
}

TEST_F(ExperimentSpecTest, RefusesAnExperimentThatIsNotThere)
{
    EXPECT_FALSE(setExperimentDesign(project, ExperimentId{77}, made.spec, made.settings));
    EXPECT_FALSE(copyExperiment(project, ExperimentId{77}));
}

TEST_F(ExperimentSpecTest, ACopyHasEverythingButTheRun)
{
    ASSERT_TRUE(setExperimentState(project, made.id, ExperimentState::Failed, QStringLiteral("why")));
    const auto copy = copyExperiment(project, made.id);
    ASSERT_TRUE(copy);
    EXPECT_NE(copy->id, made.id);
    EXPECT_EQ(copy->name, QStringLiteral("copy of first"));
    EXPECT_EQ(copy->version, made.version);
    EXPECT_EQ(copy->labels, made.labels);
    EXPECT_EQ(copy->spec, made.spec);
    EXPECT_EQ(copy->reasons, made.reasons);
    EXPECT_EQ(copy->state, ExperimentState::Created);
    EXPECT_EQ(copy->stateReason, QString());
    EXPECT_EQ(copyExperiment(project, made.id, QStringLiteral(" mine "))->name,
              QStringLiteral("mine"));
}

} // namespace labelwright::tests
