#pragma once

#include "core/project/deployments.h"
#include "tests/core/session/small_dataset.h"

namespace labelwright::tests {

/// A test with a project of 24 images, an untrained experiment whose checkpoint has made weights,
/// and a deployment of it.
class DeployedProjectTest : public SmallDatasetTest
{
protected:
    void SetUp() override;

    /// Makes another experiment with that network and deploys it.
    Deployment deploy(const ModelSpec& spec);

    /// Convolution, global average, dense, on 40 × 24 pixels.
    static ModelSpec smallSpec(Fit fit = Fit::Stretch);

    [[nodiscard]] QString projectFolder() const { return path(QStringLiteral("project")); }

    DatasetId dataset;
    Deployment deployed;
};

} // namespace labelwright::tests
