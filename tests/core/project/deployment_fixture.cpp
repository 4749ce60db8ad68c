#include "tests/core/project/deployment_fixture.h"

#include "core/project/feature_sets.h"
#include "core/project/imports.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"
#include "tests/core/project/made_weights.h"
#include "tests/core/project/value_of.h"

#include <QDir>

namespace labelwright::tests {

ModelSpec DeploymentFixture::smallSpec()
{
    return {{InputBlock{}, ConvBlock{4, 3, 2, true}, PoolingBlock{}, DenseBlock{},
             ActivationBlock{}, TargetBlock{}}};
}

DeploymentFixture::DeploymentFixture()
    : project(std::make_unique<Project>(valueOf(Project::create(folder()))))
{
    const DatasetId dataset = valueOf(importNew(*project, QStringLiteral("photos"),
                                                madePlan(10, labelCount, 1), Keeping::Copy))
                                  .dataset;
    ExperimentPlan plan;
    plan.name = QStringLiteral("first");
    plan.version = valueOf(createVersion(*project, dataset)).id;
    plan.featureSet = valueOf(featureSets(*project, dataset)).front().id;
    plan.spec = smallSpec();
    experiment = valueOf(createExperiment(*project, plan));
    checkpoint = record(1);
    DecisionSet set = valueOf(decisions(*project, checkpoint));
    set.labels[1].threshold = 0.25F;
    set.labels[1].calibration = {0.75F, -0.125F};
    set.labels[2].note = QStringLiteral("too few");
    set.labels[2].attainable = false;
    expectDone(storeDecisions(*project, checkpoint, set));
}

void DeploymentFixture::expectDone(const Result<void>& done)
{
    ASSERT_TRUE(done) << done.error().summary.toStdString();
}

CheckpointId DeploymentFixture::record(int epoch)
{
    CheckpointFile file;
    file.epoch = epoch;
    file.path =
        project->runFolder(experiment.id) + QStringLiteral("/epoch-%1.safetensors").arg(epoch);
    file.sha256 = writeMadeWeights(file.path, smallSpec(), labelCount,
                                   static_cast<std::uint64_t>(epoch));
    weights = file.path;
    return valueOf(recordCheckpoint(*project, experiment.id, CheckpointKind::Best, file));
}

Deployment DeploymentFixture::make(const QString& name)
{
    return valueOf(createDeployment(*project, checkpoint, name));
}

void DeploymentFixture::reopen()
{
    project.reset();
    project = std::make_unique<Project>(valueOf(Project::open(folder(), Access::ReadWrite)));
}

QStringList DeploymentFixture::filesOnDisk() const
{
    return QDir(folder() + QStringLiteral("/deployments"))
        .entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

} // namespace labelwright::tests
