#include "core/session/served_models.h"

#include "core/project/deployment_access.h"
#include "core/session/deployment_job.h"
#include "tests/core/session/deployed_project.h"

#include <QCryptographicHash>
#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace labelwright::tests {

namespace {

using testing::IsEmpty;
using testing::Not;

class ServedModelsTest : public DeployedProjectTest
{
protected:
    void SetUp() override
    {
        DeployedProjectTest::SetUp();
        other = deploy(smallSpec(Fit::Letterbox));
    }

    std::vector<EndpointModel> refresh() { return valueOf(models.refresh(project)); }
    void enable(DeploymentId id, bool isOn = true)
    {
        ASSERT_TRUE(setDeploymentEnabled(project, id, isOn));
    }
    void spoilWeights(const Deployment& deployment)
    {
        QFile file(deployment.weightsPath);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("no weights");
    }

    Deployment other;
    ServedModels models;
};

} // namespace

TEST_F(ServedModelsTest, OffersWhatTheDeploymentIs)
{
    enable(deployed.id);
    ASSERT_TRUE(setDeploymentNames(project, deployed.id, "photo", {"a", "b"}));
    ASSERT_TRUE(setDeploymentPublic(project, other.id, true));
    ASSERT_TRUE(setDeploymentKeepsRequests(project, other.id, true));
    const auto all = refresh();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, deployed.id.value);
    EXPECT_EQ(all[0].title, deployed.name);
    EXPECT_EQ(all[0].version, QString::fromLatin1(deployed.sha256).left(12));
    EXPECT_EQ(all[0].inputName, "photo");
    EXPECT_EQ(all[0].outputNames, (QStringList{"a", "b"}));
    EXPECT_TRUE(all[0].enabled);
    EXPECT_FALSE(all[0].isPublic);
    EXPECT_FALSE(all[0].keepsRequests);
    ASSERT_TRUE(all[0].service);
    EXPECT_EQ(all[0].service->model().weightsPath, deployed.weightsPath);
    EXPECT_FALSE(all[1].enabled);
    EXPECT_TRUE(all[1].isPublic);
    EXPECT_TRUE(all[1].keepsRequests);
    EXPECT_FALSE(all[1].service) << "nothing is loaded for a disabled one";
    EXPECT_NE(all[0].name, all[1].name) << "URLs are told apart where titles are not";
    EXPECT_THAT(models.problems(), IsEmpty());
}

TEST_F(ServedModelsTest, ServiceStaysWhileEnabledAndGoesAfterwards)
{
    enable(deployed.id);
    std::weak_ptr<const PredictionService> first = refresh()[0].service;
    ASSERT_TRUE(setDeploymentNames(project, deployed.id, "photo", {"a", "b"}));
    EXPECT_EQ(refresh()[0].service, first.lock()) << "names do not load it anew";
    enable(other.id);
    EXPECT_EQ(refresh()[0].service, first.lock());
    enable(deployed.id, false);
    EXPECT_FALSE(refresh()[0].service);
    EXPECT_TRUE(first.expired()) << "its memory is given back";
    enable(deployed.id);
    EXPECT_TRUE(refresh()[0].service);
    enable(other.id, false);
    ASSERT_TRUE(deleteDeployment(project, other.id));
    EXPECT_EQ(refresh().size(), 1U);
}

TEST_F(ServedModelsTest, OnlyValidTokensLetIn)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const IssuedToken good = valueOf(issueToken(project, deployed.id, {}, now.addDays(1)));
    const IssuedToken revoked = valueOf(issueToken(project, deployed.id, {}, std::nullopt));
    valueOf(issueToken(project, deployed.id, {}, now.addMSecs(1500)));
    valueOf(issueToken(project, other.id, {}, std::nullopt));
    EXPECT_EQ(refresh()[0].tokens.size(), 3U);
    ASSERT_TRUE(revokeToken(project, revoked.token.id));
    std::this_thread::sleep_for(std::chrono::milliseconds(
        std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(now.addMSecs(1600)))));
    const auto left = refresh()[0].tokens;
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].sha256,
              QCryptographicHash::hash(good.secret.toUtf8(), QCryptographicHash::Sha256));
    EXPECT_EQ(left[0].expires, good.token.expires);
}

TEST_F(ServedModelsTest, OneThatCannotBeLoadedDoesNotStopTheOthers)
{
    enable(deployed.id);
    enable(other.id);
    spoilWeights(deployed);
    for (int round = 0; round < 2; ++round) {
        const auto all = refresh();
        EXPECT_TRUE(all[0].enabled);
        EXPECT_FALSE(all[0].service);
        EXPECT_TRUE(all[1].service);
        ASSERT_EQ(models.problems().size(), 1U);
        EXPECT_EQ(models.problems()[0].deployment, deployed.id);
        EXPECT_EQ(models.problems()[0].title, deployed.name);
        EXPECT_THAT(models.problems()[0].sentence.toStdString(), Not(IsEmpty()));
    }
    enable(deployed.id, false);
    refresh();
    EXPECT_THAT(models.problems(), IsEmpty());
}

TEST_F(ServedModelsTest, ServicesMayComeFromElsewhere)
{
    enable(deployed.id);
    enable(other.id);
    const auto held = std::make_shared<const PredictionService>(
        valueOf(PredictionService::open(servedModel(deployed))));
    ServedModels given({}, [&](const Deployment& one) {
        return one.id == deployed.id ? held : InferenceQueue::Service();
    });
    const auto all = valueOf(given.refresh(project));
    EXPECT_EQ(all[0].service, held);
    EXPECT_FALSE(all[1].service) << "still warming up there";
    EXPECT_THAT(given.problems(), IsEmpty());
}

TEST_F(ServedModelsTest, OffersOnlyTheChosenOnes)
{
    enable(deployed.id);
    enable(other.id);
    ServedModels chosen({other.id});
    const auto offered = valueOf(chosen.refresh(project));
    ASSERT_EQ(offered.size(), 1U);
    EXPECT_EQ(offered[0].id, other.id.value);
}

TEST_F(ServedModelsTest, StoppingIsNoProblemOfADeployment)
{
    enable(deployed.id);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = models.refresh(project, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(isCancelled(stopped.error()));
    EXPECT_TRUE(refresh()[0].service);
}

TEST_F(ServedModelsTest, TheSameOfferIsKnownAsSuch)
{
    enable(deployed.id);
    const auto first = refresh();
    EXPECT_TRUE(isSameOffer(first, refresh()));
    const IssuedToken token = valueOf(issueToken(project, deployed.id, {}, std::nullopt));
    const auto withToken = refresh();
    EXPECT_FALSE(isSameOffer(first, withToken));
    ASSERT_TRUE(revokeToken(project, token.token.id));
    EXPECT_TRUE(isSameOffer(first, refresh()));
    ASSERT_TRUE(renameDeployment(project, deployed.id, "another"));
    EXPECT_FALSE(isSameOffer(first, refresh()));
    enable(other.id);
    EXPECT_FALSE(isSameOffer(first, refresh()));
}

} // namespace labelwright::tests
