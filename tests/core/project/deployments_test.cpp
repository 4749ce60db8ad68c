#include "core/project/deployments.h"

#include "core/base/digest.h"
#include "core/base/random.h"
#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "tests/core/project/deployment_fixture.h"
#include "tests/core/project/helper_process.h"
#include "tests/core/project/made_weights.h"
#include "tests/core/project/value_of.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class DeploymentsTest : public DeploymentFixture
{
};

} // namespace

TEST_F(DeploymentsTest, ComesBackAsItWasMade)
{
    const DeploymentId id = make().id;
    reopen();
    const std::vector<Deployment> all = valueOf(deployments(*project));
    ASSERT_EQ(all.size(), 1U);
    const Deployment& one = all.front();
    EXPECT_EQ(one.id, id);
    EXPECT_EQ(one.name, QStringLiteral("first")) << "the experiment's name";
    EXPECT_EQ(one.experimentName, QStringLiteral("first"));
    EXPECT_EQ(one.kind, CheckpointKind::Best);
    EXPECT_EQ(one.epoch, 1);
    EXPECT_FALSE(one.enabled);
    EXPECT_EQ(one.spec, smallSpec());
    EXPECT_EQ(one.labels, (QStringList{"label 0", "label 1", "label 2"}));
    EXPECT_EQ(one.decisions, valueOf(decisions(*project, checkpoint)).labels);
    EXPECT_EQ(one.inputName, QStringLiteral("image"));
    EXPECT_EQ(one.outputNames, one.labels);
    EXPECT_TRUE(one.weightsPath.startsWith(folder() + QStringLiteral("/deployments/")));
    EXPECT_EQ(*sha256OfFile(one.weightsPath), one.sha256);
    EXPECT_TRUE(canBeOpened(one.weightsPath, one.spec, labelCount));
}

TEST_F(DeploymentsTest, NothingThatHappensLaterReachesIt)
{
    const Deployment made = make();
    DecisionSet other = valueOf(decisions(*project, checkpoint));
    other.labels[1].threshold = 0.875F;
    expectDone(storeDecisions(*project, checkpoint, other));
    expectDone(renameLabel(*project, experiment.labels[0], QStringLiteral("renamed")));
    expectDone(renameExperiment(*project, experiment.id, QStringLiteral("another")));
    record(2);
    expectDone(deleteExperiment(*project, experiment.id));
    EXPECT_FALSE(QFile::exists(weights)) << "the experiment's own files are gone";
    reopen();
    const Deployment kept = valueOf(deployment(*project, made.id));
    EXPECT_EQ(kept.decisions, made.decisions);
    EXPECT_EQ(kept.labels, made.labels);
    EXPECT_EQ(kept.experiment, experiment.id);
    EXPECT_EQ(kept.experimentName, QStringLiteral("first"));
    EXPECT_EQ(*sha256OfFile(kept.weightsPath), made.sha256);
    EXPECT_TRUE(canBeOpened(kept.weightsPath, kept.spec, labelCount));
}

TEST_F(DeploymentsTest, EnabledIsRememberedAndGuardsAgainstDeleting)
{
    const Deployment made = make();
    expectDone(setDeploymentEnabled(*project, made.id, true));
    reopen();
    EXPECT_TRUE(valueOf(deployment(*project, made.id)).enabled);
    EXPECT_THAT(summaryOf(deleteDeployment(*project, made.id)), HasSubstr("disable it first"));
    EXPECT_TRUE(QFile::exists(made.weightsPath));
    expectDone(setDeploymentEnabled(*project, made.id, false));
    expectDone(deleteDeployment(*project, made.id));
    EXPECT_TRUE(filesOnDisk().isEmpty());
    EXPECT_THAT(summaryOf(deployment(*project, made.id)), HasSubstr("does not exist any more"));
    EXPECT_THAT(summaryOf(deleteDeployment(*project, made.id)), HasSubstr("does not exist"));
    EXPECT_THAT(summaryOf(setDeploymentEnabled(*project, made.id, true)),
                HasSubstr("does not exist"));
    EXPECT_GT(make().id, made.id) << "ids are never reused";
}

TEST_F(DeploymentsTest, NamesTowardsCallersCanBeEdited)
{
    const Deployment made = make(QStringLiteral("  scenes "));
    EXPECT_EQ(made.name, QStringLiteral("scenes"));
    expectDone(renameDeployment(*project, made.id, QStringLiteral("outdoors")));
    expectDone(setDeploymentNames(*project, made.id, QStringLiteral("photo"),
                               {QStringLiteral("a"), QStringLiteral(" b "), QStringLiteral("c")}));
    reopen();
    const Deployment read = valueOf(deployment(*project, made.id));
    EXPECT_EQ(read.name, QStringLiteral("outdoors"));
    EXPECT_EQ(read.inputName, QStringLiteral("photo"));
    EXPECT_EQ(read.outputNames, (QStringList{"a", "b", "c"}));
    EXPECT_EQ(read.labels, made.labels);
    const auto refused = [&](const QString& input, const QStringList& outputs) {
        return summaryOf(setDeploymentNames(*project, made.id, input, outputs));
    };
    EXPECT_THAT(refused(QStringLiteral(" "), {"a", "b", "c"}), HasSubstr("must not be empty"));
    EXPECT_THAT(refused(QStringLiteral("i"), {"a", "", "c"}), HasSubstr("must not be empty"));
    EXPECT_THAT(refused(QStringLiteral("i"), {"a", "c", "c"}), HasSubstr("both be called 'c'"));
    EXPECT_THAT(refused(QStringLiteral("i"), {"a", "b"}), HasSubstr("has 3 outputs, not 2"));
    EXPECT_THAT(summaryOf(renameDeployment(*project, made.id, QString())),
                HasSubstr("must not be empty"));
    EXPECT_EQ(valueOf(deployment(*project, made.id)).outputNames, read.outputNames);
}

TEST_F(DeploymentsTest, DamagedOrMissingWeightsLeaveNothingBehind)
{
    QFile file(weights);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 1);
    file.write("!");
    file.close();
    EXPECT_THAT(summaryOf(createDeployment(*project, checkpoint, {})), HasSubstr("damaged"));
    ASSERT_TRUE(QFile::remove(weights));
    EXPECT_THAT(summaryOf(createDeployment(*project, checkpoint, {})), HasSubstr("newer ones"));
    record(2);
    EXPECT_THAT(summaryOf(createDeployment(*project, checkpoint, {})),
                HasSubstr("choose the checkpoint again"));
    EXPECT_TRUE(valueOf(deployments(*project)).empty());
    EXPECT_TRUE(filesOnDisk().isEmpty());
}

TEST_F(DeploymentsTest, DamagedDescriptionIsRefusedToo)
{
    QFile json(QString(weights).replace(QStringLiteral(".safetensors"), QStringLiteral(".json")));
    ASSERT_TRUE(json.open(QIODevice::WriteOnly | QIODevice::Truncate));
    json.write("{}");
    json.close();
    EXPECT_FALSE(createDeployment(*project, checkpoint, {}));
    EXPECT_TRUE(filesOnDisk().isEmpty());
}

TEST_F(DeploymentsTest, WhatAKilledProcessLeftIsClearedAway)
{
    const QString deployed = folder() + QStringLiteral("/deployments");
    ASSERT_TRUE(QDir().mkpath(deployed + QStringLiteral("/new-1-abcdef")));
    ASSERT_TRUE(QDir().mkpath(deployed + QStringLiteral("/1/rest")));
    const Deployment made = make();
    EXPECT_EQ(made.id, DeploymentId{1});
    EXPECT_EQ(filesOnDisk(), QStringList{"1"});
    EXPECT_FALSE(QFile::exists(deployed + QStringLiteral("/1/rest")));
}

TEST_F(DeploymentsTest, KilledHalfWayEachDeploymentIsWholeOrNotThere)
{
    project.reset();
    Random random(3);
    std::size_t promised = 0;
    for (int kill = 0; kill < 8; ++kill) {
        QProcess maker;
        startHelper(maker, {QStringLiteral("deploy"), folder()});
        ASSERT_EQ(nextLine(maker), QStringLiteral("ok"));
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(60'000)));
        maker.kill();
        maker.waitForFinished();
        promised += static_cast<std::size_t>(maker.readAll().count('\n'));
    }
    reopen();
    const std::vector<Deployment> all = valueOf(deployments(*project));
    EXPECT_GE(all.size(), promised);
    for (const Deployment& one : all) {
        EXPECT_EQ(*sha256OfFile(one.weightsPath), one.sha256);
        EXPECT_EQ(one.decisions.size(), std::size_t(labelCount));
    }
    make();
    for (const QString& name : filesOnDisk())
        EXPECT_FALSE(name.startsWith(QStringLiteral("new-"))) << name.toStdString();
}

TEST_F(DeploymentsTest, ReadOnlyProjectListsAndRefuses)
{
    const Deployment made = make();
    Project reader = valueOf(Project::open(folder(), Access::ReadOnly));
    EXPECT_EQ(valueOf(deployments(reader)).size(), 1U);
    EXPECT_FALSE(createDeployment(reader, checkpoint, {}));
    EXPECT_FALSE(setDeploymentEnabled(reader, made.id, true));
    EXPECT_FALSE(deleteDeployment(reader, made.id));
    EXPECT_TRUE(QFile::exists(made.weightsPath));
}

} // namespace labelwright::tests
