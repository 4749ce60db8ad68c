#include "tests/core/session/deployed_project.h"

#include "core/project/experiments.h"
#include "core/project/feature_sets.h"
#include "core/project/versions.h"
#include "tests/core/project/made_weights.h"

namespace labelwright::tests {

namespace {

constexpr int images = 24;
constexpr int labels = 2;

} // namespace

void DeployedProjectTest::SetUp()
{
    const QString photos = source(QStringLiteral("photos"), index(images), images);
    dataset = valueOf(importDataset(project, request(photos))).dataset;
    deployed = deploy(smallSpec());
}

Deployment DeployedProjectTest::deploy(const ModelSpec& spec)
{
    ExperimentPlan plan;
    plan.version = valueOf(createVersion(project, dataset)).id;
    plan.featureSet = valueOf(featureSets(project, dataset)).front().id;
    plan.spec = spec;
    const Experiment made = valueOf(createExperiment(project, plan));
    CheckpointFile file;
    file.epoch = 3;
    file.path = project.runFolder(made.id) + QStringLiteral("/epoch-0003.safetensors");
    file.sha256 = writeMadeWeights(file.path, spec, labels);
    const CheckpointId best =
        valueOf(recordCheckpoint(project, made.id, CheckpointKind::Best, file));
    return valueOf(createDeployment(project, best, {}));
}

ModelSpec DeployedProjectTest::smallSpec(Fit fit)
{
    InputBlock input;
    input.preprocessing.width = 40;
    input.preprocessing.height = 24;
    input.preprocessing.fit = fit;
    return {{input, ConvBlock{4, 3, 2, true}, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
             TargetBlock{}}};
}

} // namespace labelwright::tests
