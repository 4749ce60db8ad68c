#include "core/project/deployment_files.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/nn/predictor.h"
#include "core/project/deployments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace labelwright {

namespace {

QString folderOf(const QString& projectFolder)
{
    return projectFolder + QStringLiteral("/deployments");
}

QString weightsIn(const QString& folder)
{
    return folder + QStringLiteral("/weights.safetensors");
}

/// Staging folders carry the number of their process, of which only one writes at a time.
QString stagingPrefix()
{
    return QStringLiteral("new-%1-").arg(QCoreApplication::applicationPid());
}

void removeLeftovers(const QString& folder)
{
    const QStringList staged = QDir(folder).entryList({QStringLiteral("new-*")}, QDir::Dirs);
    for (const QString& name : staged)
        if (!name.startsWith(stagingPrefix()))
            QDir(folder + u'/' + name).removeRecursively();
}

/// The JSON of the same name that describes a weights file.
QString descriptionOf(const QString& weightsPath)
{
    const QFileInfo info(weightsPath);
    return info.dir().filePath(info.completeBaseName() + QStringLiteral(".json"));
}

Result<void> copyFile(const QString& from, const QString& to)
{
    const Result<QByteArray> content = readFile(from);
    return content ? writeFileAtomically(to, *content) : failureOf(content);
}

/// Reads once, so that what is checked is what is written.
Result<void> copyWeights(const QString& from, const QString& to, const QByteArray& digest)
{
    if (!QFileInfo::exists(from))
        return failure(QStringLiteral("The checkpoint's weights are not there any more: the run "
                                      "has newer ones; choose the checkpoint again."),
                       from);
    const Result<QByteArray> content = readFile(from);
    if (!content)
        return failureOf(content);
    if (sha256(*content) != digest)
        return failure(QStringLiteral("The checkpoint's weights are damaged: their SHA-256 is not "
                                      "the recorded one; train again or choose another "
                                      "checkpoint."),
                       from);
    return writeFileAtomically(to, *content);
}

} // namespace

QString deploymentWeights(const QString& projectFolder, DeploymentId id)
{
    return weightsIn(folderOf(projectFolder) + QStringLiteral("/%1").arg(id.value));
}

void removeDeploymentFiles(const QString& projectFolder, DeploymentId id)
{
    QDir(folderOf(projectFolder) + QStringLiteral("/%1").arg(id.value)).removeRecursively();
}

DeploymentFiles::DeploymentFiles(QString folder, std::unique_ptr<QTemporaryDir> staged)
    : m_folder(std::move(folder))
    , m_staged(std::move(staged))
{}

DeploymentFiles::~DeploymentFiles()
{
    if (!m_published.isEmpty())
        QDir(m_published).removeRecursively();
}

Result<DeploymentFiles> DeploymentFiles::stage(const QString& projectFolder,
                                               const QString& weightsPath, const Deployment& draft)
{
    const QString folder = folderOf(projectFolder);
    QDir().mkpath(folder);
    removeLeftovers(folder);
    auto staged = std::make_unique<QTemporaryDir>(folder + u'/' + stagingPrefix()
                                                  + QStringLiteral("XXXXXX"));
    if (!staged->isValid())
        return failure(QStringLiteral("The folder %1 cannot be written; check its permissions and "
                                      "the free disk space.")
                           .arg(folder),
                       staged->errorString());
    const QString weights = weightsIn(staged->path());
    if (const auto copied = copyWeights(weightsPath, weights, draft.sha256); !copied)
        return failureOf(copied);
    if (const auto copied = copyFile(descriptionOf(weightsPath), descriptionOf(weights)); !copied)
        return failureOf(copied);
    // A deployment that could never be enabled must not be made.
    const auto opened = Predictor::open(draft.spec, static_cast<int>(draft.labels.size()), weights,
                                        1);
    if (!opened)
        return failureOf(opened);
    return DeploymentFiles(folder, std::move(staged));
}

Result<void> DeploymentFiles::publish(DeploymentId id)
{
    const QString target = m_folder + QStringLiteral("/%1").arg(id.value);
    QDir(target).removeRecursively();
    if (!QDir().rename(m_staged->path(), target))
        return failure(QStringLiteral("The folder %1 cannot be made; check the permissions of the "
                                      "project's folder.")
                           .arg(target));
    m_staged->setAutoRemove(false);
    m_published = target;
    return {};
}

} // namespace labelwright
