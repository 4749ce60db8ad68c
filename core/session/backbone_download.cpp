#include "core/session/backbone_download.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/nn/backbone_store.h"
#include "core/session/file_transfer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace labelwright {

namespace {

/// What is downloaded and how it is judged.
struct Wanted
{
    QUrl url;
    QString fileName;
    QByteArray hashPrefix; ///< Lower case.
};

/// The digits that torchvision puts in a weights file's name; empty where there are none.
QByteArray hashPrefixOf(const QString& fileName)
{
    static const QRegularExpression pattern("-([0-9a-fA-F]{8,64})\\.(pth|safetensors)$");
    return pattern.match(fileName).captured(1).toLower().toLatin1();
}

QUrl addressOf(const BackboneAddress& address, const QUrl& published)
{
    if (address.url.isEmpty())
        return published;
    QUrl url(address.url, QUrl::StrictMode);
    if (url.path().endsWith(".pth") || url.path().endsWith(".safetensors"))
        return url;
    url.setPath(url.path() + (url.path().endsWith('/') ? "" : "/") + published.fileName());
    return url;
}

Result<Wanted> wantedFile(const QString& name, const BackboneAddress& address)
{
    const auto published = downloadUrl(name);
    if (!published)
        return failureOf(published);
    Wanted wanted;
    wanted.url = addressOf(address, QUrl(published->url));
    wanted.fileName = wanted.url.fileName();
    wanted.hashPrefix = hashPrefixOf(wanted.fileName);
    if (!wanted.url.isValid() || wanted.url.host().isEmpty())
        return failure(
            QString("\"%1\" is no address; give one like https://host/folder.").arg(address.url));
    if (!mayBeFetched(wanted.url))
        return failure(QString("%1 is not an https address.").arg(wanted.url.toDisplayString()));
    if (wanted.hashPrefix.isEmpty() || backboneOfFileName(wanted.fileName) != name)
        return failure(
            QString("The file name \"%1\" is not that of %2's weights; it should be like "
                    "%2-0123abcd.pth.")
                .arg(wanted.fileName, name));
    return wanted;
}

Result<bool> fitsItsName(const QString& path, const Wanted& wanted)
{
    const auto digest = sha256OfFile(path);
    if (!digest)
        return failureOf(digest);
    return digest->startsWith(wanted.hashPrefix);
}

/// Refuses what was received when its digest or its tensors are not those of the backbone.
Result<void> checkReceived(const QString& path, const QString& name, const Wanted& wanted)
{
    const auto fits = fitsItsName(path, wanted);
    if (!fits)
        return failureOf(fits);
    if (!*fits)
        return failure(
            QString("%1 arrived damaged or changed (its SHA-256 does not begin with %2) and "
                    "was deleted; try again.")
                .arg(wanted.fileName, QString::fromLatin1(wanted.hashPrefix)));
    return checkBackboneWeights(name, path);
}

/// Moves a checked file to its place in one step.
Result<QString> putInPlace(const QString& received, const QString& target)
{
    if (QFile::exists(target) && !QFile::remove(target))
        return failure(QString("%1 cannot be replaced.").arg(target));
    if (!QFile::rename(received, target))
        return failure(QString("%1 cannot be written.").arg(target));
    return target;
}

} // namespace

Result<QString> downloadBackbone(const QString& name, const BackboneAddress& address,
                                 const QString& targetFolder, const ProgressCallback& progress,
                                 std::stop_token stop)
{
    const auto wanted = wantedFile(name, address);
    if (!wanted)
        return failureOf(wanted);
    const QDir folder(targetFolder);
    const QString target = folder.absoluteFilePath(wanted->fileName);
    if (QFile::exists(target) && fitsItsName(target, *wanted).value_or(false))
        return target;
    // A folder of its own, so that the file keeps the ending by which it is read for the check.
    const QString partial = folder.absoluteFilePath("partial");
    if (!QDir().mkpath(partial))
        return failure(QString("Nothing can be written in %1.").arg(targetFolder));
    const QString received = partial + '/' + wanted->fileName;
    const TransferRequest request{wanted->url, received, "Downloading " + wanted->fileName,
                                  address.timeout};
    if (const auto done = fetchFile(request, progress, stop); !done)
        return failureOf(done);
    if (const auto checked = checkReceived(received, name, *wanted); !checked) {
        forgetTransfer(received);
        return failureOf(checked);
    }
    const auto placed = putInPlace(received, target);
    if (placed) {
        forgetTransfer(received);
        QDir().rmdir(partial);
    }
    return placed;
}

} // namespace labelwright
