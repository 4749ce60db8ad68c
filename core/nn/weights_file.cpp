#include "core/nn/weights_file.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/nn/pth_reader.h"
#include "core/nn/safetensors.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace labelwright {

namespace {

/// Far above any of the backbones; keeps a wrong file from filling the memory.
constexpr qint64 largestFile = qint64{1} << 31U;

QString factsPath(const QString& path)
{
    const QFileInfo info(path);
    return info.dir().filePath(info.completeBaseName() + QLatin1String(".json"));
}

/// What the JSON says of the weights file. Weights and JSON cannot be replaced in one step, so the
/// JSON, written first, also keeps what it said before: after a crash between the two writes the
/// old weights are still described.
struct Description
{
    QJsonObject current;
    QJsonObject previous;
};

QString digestOf(const QJsonObject& entry)
{
    return entry.value("sha256").toString();
}

Result<Description> readDescription(const QString& path)
{
    const QString file = factsPath(path);
    const Result<QByteArray> content = readFile(file);
    if (!content)
        return failureOf(content);
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    const Description description{object, object.value("previous").toObject()};
    if (digestOf(description.current).size() != 64)
        return failure(QString("The file %1 is damaged: it states no SHA-256.").arg(file));
    return description;
}

/// The entry that describes the file with this digest; empty when none does.
QJsonObject entryFor(const Description& description, const QByteArray& digest)
{
    const QString text = QString::fromLatin1(digest);
    for (const QJsonObject& entry : {description.current, description.previous})
        if (digestOf(entry) == text)
            return entry;
    return {};
}

/// What describes the weights that lie at `path` now; empty where there are none.
QJsonObject entryOnDisk(const QString& path)
{
    const Result<Description> before = readDescription(path);
    const Result<QByteArray> digest = sha256OfFile(path);
    if (!before || !digest)
        return {};
    QJsonObject entry = entryFor(*before, *digest);
    entry.remove("previous");
    return entry;
}

} // namespace

Result<QByteArray> readWholeWeights(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return failure(QString("There is no weights file %1.").arg(path));
    if (info.size() > largestFile)
        return failure(QString("The weights file %1 is larger than 2 GiB.").arg(info.fileName()));
    return readFile(path);
}

Result<std::vector<WeightTensor>> readTensors(const QString& path)
{
    const Result<QByteArray> content = readWholeWeights(path);
    return content ? parseTensors(*content, QFileInfo(path).fileName())
                   : Result<std::vector<WeightTensor>>(failureOf(content));
}

Result<std::vector<WeightTensor>> parseTensors(const QByteArray& content, const QString& fileName)
{
    if (fileName.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        return readSafetensors(content, fileName);
    if (fileName.endsWith(QLatin1String(".pth"), Qt::CaseInsensitive)
        || fileName.endsWith(QLatin1String(".pt"), Qt::CaseInsensitive))
        return readPth(content, fileName);
    return failure(QString("The file %1 is no weights file: its name must end in .pth or "
                           ".safetensors.").arg(fileName));
}

Result<QByteArray> writeCheckpoint(const QString& path, const std::vector<WeightTensor>& tensors,
                                   const QJsonObject& facts)
{
    const QByteArray bytes = writeSafetensors(tensors);
    const QByteArray digest = sha256(bytes);
    QJsonObject entry{{"format", 1},
                      {"file", QFileInfo(path).fileName()},
                      {"bytes", bytes.size()},
                      {"sha256", QString::fromLatin1(digest)},
                      {"facts", facts}};
    if (const QJsonObject previous = entryOnDisk(path); !previous.isEmpty())
        entry.insert("previous", previous);
    if (const auto written = writeFileAtomically(factsPath(path), QJsonDocument(entry).toJson());
        !written)
        return failureOf(written);
    if (const auto written = writeFileAtomically(path, bytes); !written)
        return failureOf(written);
    return digest;
}

Result<CheckpointContent> readCheckpoint(const QString& path)
{
    const Result<QByteArray> content = readWholeWeights(path);
    if (!content)
        return failureOf(content);
    const Result<Description> description = readDescription(path);
    if (!description)
        return failureOf(description);
    const QByteArray digest = sha256(*content);
    const QJsonObject entry = entryFor(*description, digest);
    if (entry.isEmpty())
        return failure(QString("The weights file %1 is damaged: its SHA-256 is not the one that was "
                               "recorded; use another checkpoint.").arg(path));
    Result<std::vector<WeightTensor>> tensors = readSafetensors(*content,
                                                                QFileInfo(path).fileName());
    if (!tensors)
        return failureOf(tensors);
    return CheckpointContent{std::move(*tensors), entry.value("facts").toObject(), digest};
}

} // namespace labelwright
