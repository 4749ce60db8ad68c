#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace labelwright {

struct Deployment;

/// Where the weights of a deployment lie in a project folder.
QString deploymentWeights(const QString& projectFolder, DeploymentId id);

void removeDeploymentFiles(const QString& projectFolder, DeploymentId id);

/// A copy of a checkpoint's files on its way to become a deployment's: first in a temporary folder
/// beside its place, then under the deployment's id. Whatever is not kept is removed with this
/// object; what a killed process left is removed by the next one.
class DeploymentFiles
{
public:
    /// Copies weights and their description. Fails when they are gone, when their SHA-256 is not the
    /// recorded one, and when they do not make the network of the draft's spec and labels.
    static Result<DeploymentFiles> stage(const QString& projectFolder, const QString& weightsPath,
                                         const Deployment& draft);

    DeploymentFiles(DeploymentFiles&&) noexcept = default;
    ~DeploymentFiles();

    /// Moves the copy to its place. `id` is new: what lies there was left by a killed process.
    Result<void> publish(DeploymentId id);

    /// The deployment is recorded: its files stay.
    void keep() { m_published.clear(); }

private:
    DeploymentFiles(QString folder, std::unique_ptr<QTemporaryDir> staged);

    QString m_folder; ///< Of all deployments.
    std::unique_ptr<QTemporaryDir> m_staged;
    QString m_published; ///< Not kept yet.
};

} // namespace labelwright
