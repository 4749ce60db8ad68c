#include "core/session/transfer_part.h"

#include "core/base/atomic_file.h"
#include "core/session/file_transfer.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace labelwright {

namespace {

QString notePath(const QString& path)
{
    return path + QStringLiteral(".json");
}

} // namespace

TransferPart readPart(const QString& path, const QUrl& url)
{
    const auto note = readFile(notePath(path));
    if (!note || !QFileInfo::exists(path))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(*note).object();
    if (object["url"].toString() != url.toString(QUrl::FullyEncoded))
        return {};
    TransferPart part;
    part.size = QFileInfo(path).size();
    part.total = object["total"].toInteger(-1);
    part.validator = object["validator"].toString().toLatin1();
    const bool isKnown = part.total > 0 || !part.validator.isEmpty();
    const bool isTooLong = part.total > 0 && part.size > part.total;
    return isKnown && !isTooLong ? part : TransferPart();
}

Result<void> rememberPart(const QString& path, const QUrl& url, const TransferPart& part)
{
    const QJsonObject note{{"url", url.toString(QUrl::FullyEncoded)},
                           {"total", part.total},
                           {"validator", QString::fromLatin1(part.validator)}};
    return writeFileAtomically(notePath(path), QJsonDocument(note).toJson());
}

void forgetTransfer(const QString& path)
{
    QFile::remove(path);
    QFile::remove(notePath(path));
}

} // namespace labelwright
