#include "core/deployment/bundle_place.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace labelwright {

namespace {

bool isEmptyFolder(const QString& path)
{
    return QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                              QDir::NoDotAndDotDot);
}

/// A bundle, or a model of a Triton repository.
bool isExport(const QString& folder)
{
    const QDir dir(folder);
    const bool isBundle =
        dir.exists("model.pt") && dir.exists("labels.json") && dir.exists("verification.json");
    return isBundle || dir.exists("config.pbtxt");
}

Result<void> checkTarget(const QString& target, bool asFile, Overwrite overwrite)
{
    const QFileInfo info(target);
    if (!info.exists() || (info.isDir() && !asFile && isEmptyFolder(target)))
        return {};
    if (info.isDir() == asFile)
        return failure(asFile ? QString("%1 is a folder; name a file.").arg(target)
                              : QString("%1 is a file; name a folder.").arg(target));
    if (overwrite == Overwrite::No)
        return failure(
            QString("%1 exists already; choose another place or allow overwriting.").arg(target));
    if (info.isDir() && !isExport(target))
        return failure(QString("The folder %1 holds other things than an export; choose another "
                               "place.")
                           .arg(target));
    return {};
}

} // namespace

BundlePlace::BundlePlace(QString target, bool asFile, Overwrite overwrite,
                         std::unique_ptr<QTemporaryDir> folder)
    : m_target(std::move(target))
    , m_asFile(asFile)
    , m_overwrite(overwrite)
    , m_folder(std::move(folder))
{
}

Result<BundlePlace> BundlePlace::open(const QString& target, bool asFile, Overwrite overwrite,
                                      const QString& beside)
{
    const QString path = QDir::cleanPath(QFileInfo(target).absoluteFilePath());
    if (const auto checked = checkTarget(path, asFile, overwrite); !checked)
        return failureOf(checked);
    const QString parent = QFileInfo(beside.isEmpty() ? path : beside).absolutePath();
    const QString refusal = QString("Nothing can be written in %1.").arg(parent);
    if (!QDir().mkpath(parent))
        return failure(refusal);
    auto folder = std::make_unique<QTemporaryDir>(parent + "/.labelwright-export-XXXXXX");
    if (!folder->isValid())
        return failure(refusal, folder->errorString());
    BundlePlace place(path, asFile, overwrite, std::move(folder));
    if (!asFile && !QDir().mkpath(place.staged()))
        return failure(refusal);
    return place;
}

QString BundlePlace::staged() const
{
    return m_folder->filePath(QStringLiteral("bundle"));
}

Result<QString> BundlePlace::workFolder() const
{
    const QString folder = m_folder->filePath(QStringLiteral("files"));
    if (!QDir().mkpath(folder))
        return failure(QString("Nothing can be written in %1.").arg(folder));
    return folder;
}

Result<void> BundlePlace::publish()
{
    if (const auto checked = checkTarget(m_target, m_asFile, m_overwrite); !checked)
        return checked;
    const QString old = m_folder->filePath(QStringLiteral("replaced"));
    const bool replaces = QFileInfo::exists(m_target);
    if (replaces && !QDir().rename(m_target, old))
        return failure(QString("%1 cannot be replaced.").arg(m_target));
    if (QDir().rename(staged(), m_target))
        return {};
    if (!replaces || QDir().rename(old, m_target))
        return failure(QString("%1 cannot be written.").arg(m_target));
    m_folder->setAutoRemove(false);
    return failure(QString("%1 cannot be written; what stood there is now %2.").arg(m_target, old));
}

} // namespace labelwright
