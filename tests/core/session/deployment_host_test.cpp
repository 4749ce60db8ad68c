#include "core/session/deployment_host.h"

#include "core/session/deployment_job.h"
#include "core/session/workspace.h"
#include "tests/core/session/deployed_project.h"
#include "tests/core/session/event_wait.h"

#include <QFile>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

class DeploymentHostTest : public DeployedProjectTest
{
protected:
    void SetUp() override
    {
        DeployedProjectTest::SetUp();
        id = deployed.id;
        project = valueOf(Project::create(path(QStringLiteral("another")))); // Lets the lock go.
        open();
    }

    void open()
    {
        workspace.reset();
        workspace = valueOf(Workspace::open(projectFolder()));
    }

    [[nodiscard]] DeploymentHost& host() const { return workspace->deployments(); }

    bool waitFor(DeploymentState state)
    {
        return waitUntil([&] { return host().state(id) == state; });
    }

    void enable() { ASSERT_TRUE(host().setEnabled(id, true)); }

    std::unique_ptr<Workspace> workspace;
    DeploymentId id;
};

} // namespace

TEST_F(DeploymentHostTest, EnabledItIsWarmAndAnswersAsTheModelDoes)
{
    EXPECT_EQ(host().state(id), DeploymentState::Disabled);
    EXPECT_EQ(host().service(id), nullptr);
    enable();
    EXPECT_EQ(host().state(id), DeploymentState::Warming);
    ASSERT_TRUE(waitFor(DeploymentState::Ready));
    const auto service = host().service(id);
    ASSERT_NE(service, nullptr);
    const QByteArray image = blocksImage(5);
    const auto direct = valueOf(PredictionService::open(servedModel(deployed)));
    EXPECT_EQ(valueOf(service->predict({&image, 1}).front()),
              valueOf(direct.predict({&image, 1}).front()));
}

TEST_F(DeploymentHostTest, StateSurvivesARestart)
{
    enable();
    open(); // While it warms up.
    EXPECT_EQ(host().state(id), DeploymentState::Warming);
    ASSERT_TRUE(waitFor(DeploymentState::Ready));
    ASSERT_TRUE(host().setEnabled(id, false));
    EXPECT_EQ(host().state(id), DeploymentState::Disabled);
    EXPECT_EQ(host().service(id), nullptr);
    open();
    EXPECT_EQ(host().state(id), DeploymentState::Disabled);
}

TEST_F(DeploymentHostTest, DisabledWhileWarmingItStaysDisabled)
{
    enable();
    ASSERT_TRUE(host().setEnabled(id, false));
    ASSERT_TRUE(waitUntil([&] { return workspace->jobs().running().empty(); }));
    EXPECT_EQ(host().state(id), DeploymentState::Disabled);
    enable();
    enable();
    EXPECT_TRUE(waitFor(DeploymentState::Ready));
}

TEST_F(DeploymentHostTest, SaysWhyItFailed)
{
    ASSERT_TRUE(QFile::remove(deployed.weightsPath));
    enable();
    ASSERT_TRUE(waitFor(DeploymentState::Failed));
    EXPECT_THAT(host().problem(id).toStdString(), testing::HasSubstr("no weights file"));
    EXPECT_EQ(host().service(id), nullptr);
}

TEST_F(DeploymentHostTest, OnlyADisabledOneIsRemoved)
{
    int changes = 0;
    QObject::connect(&host(), &DeploymentHost::changed, [&] { ++changes; });
    enable();
    ASSERT_TRUE(waitFor(DeploymentState::Ready));
    EXPECT_THAT(summaryOf(host().remove(id)), testing::HasSubstr("disable it first"));
    ASSERT_TRUE(host().setEnabled(id, false));
    ASSERT_TRUE(host().remove(id));
    EXPECT_GE(changes, 4);
    EXPECT_TRUE(valueOf(deployments(workspace->project())).empty());
    EXPECT_FALSE(QFile::exists(deployed.weightsPath));
    EXPECT_FALSE(host().setEnabled(id, true));
}

} // namespace labelwright::tests
