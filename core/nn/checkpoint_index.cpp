#include "core/nn/checkpoint_index.h"

#include "core/base/atomic_file.h"
#include "core/model/model_json.h"
#include "core/nn/checkpoint_json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace labelwright {

namespace {

constexpr int formatVersion = 1;

QString indexPath(const QString& folder) { return QDir(folder).filePath(QStringLiteral("run.json")); }

QJsonObject toJson(const RunIndex& index)
{
    QJsonArray history;
    for (const EpochReport& report : index.history)
        history.append(reportToJson(report));
    QJsonObject object{{QStringLiteral("format"), formatVersion},
                       {QStringLiteral("facts"), factsToJson(index.facts)},
                       {QStringLiteral("fingerprint"), QString::fromLatin1(index.fingerprint)},
                       {QStringLiteral("backboneSha256"), QString::fromLatin1(index.backboneSha256)},
                       {QStringLiteral("history"), history},
                       {QStringLiteral("state"), QFileInfo(index.statePath).fileName()}};
    if (index.last)
        object[QStringLiteral("last")] = checkpointToJson(*index.last);
    if (index.best)
        object[QStringLiteral("best")] = checkpointToJson(*index.best);
    return object;
}

RunIndex indexFromJson(const QJsonObject& object, const QString& folder)
{
    RunIndex index;
    index.facts = factsFromJson(object[QStringLiteral("facts")].toObject());
    index.fingerprint = object[QStringLiteral("fingerprint")].toString().toLatin1();
    index.backboneSha256 = object[QStringLiteral("backboneSha256")].toString().toLatin1();
    for (const QJsonValue& report : object[QStringLiteral("history")].toArray())
        index.history.push_back(reportFromJson(report.toObject()));
    if (object.contains(QStringLiteral("last")))
        index.last = checkpointFromJson(object[QStringLiteral("last")].toObject(), folder);
    if (object.contains(QStringLiteral("best")))
        index.best = checkpointFromJson(object[QStringLiteral("best")].toObject(), folder);
    const QString state = object[QStringLiteral("state")].toString();
    if (!state.isEmpty())
        index.statePath = QDir(folder).absoluteFilePath(state);
    return index;
}

QStringList namesIn(const RunIndex& index)
{
    QStringList names;
    for (const auto& file : {index.last, index.best})
        if (file)
            names << QFileInfo(file->path).completeBaseName();
    if (!index.statePath.isEmpty())
        names << QFileInfo(index.statePath).completeBaseName();
    return names;
}

template <class T>
void addBytes(QCryptographicHash& hash, const std::vector<T>& values)
{
    hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(values.data()),
                                         static_cast<qsizetype>(values.size() * sizeof(T))));
    hash.addData(QByteArray::number(static_cast<qulonglong>(values.size())));
}

} // namespace

Result<std::optional<RunIndex>> readRunIndex(const QString& runFolder)
{
    const QString path = indexPath(runFolder);
    if (!QFileInfo::exists(path))
        return std::optional<RunIndex>();
    const auto bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (document.object()[QStringLiteral("format")].toInt() != formatVersion)
        return failure(QStringLiteral("The run's state %1 is damaged or from another version; start "
                                      "a new run.")
                           .arg(path));
    return std::optional(indexFromJson(document.object(), runFolder));
}

Result<void> writeRunIndex(const QString& runFolder, const RunIndex& index)
{
    const auto written =
        writeFileAtomically(indexPath(runFolder),
                            QJsonDocument(toJson(index)).toJson(QJsonDocument::Compact));
    if (written)
        removeUnnamedFiles(runFolder, index);
    return written;
}

void removeUnnamedFiles(const QString& runFolder, const RunIndex& index)
{
    QDir folder(runFolder);
    const QStringList named = namesIn(index);
    // QSaveFile's temporary files carry a suffix behind the name.
    const QStringList ours{QStringLiteral("epoch-*"), QStringLiteral("state-*"),
                           QStringLiteral("run.json.*")};
    for (const QFileInfo& file : folder.entryInfoList(ours, QDir::Files))
        if (!named.contains(file.completeBaseName()))
            folder.remove(file.fileName());
}

QByteArray runFingerprint(const ModelSpec& spec, const RunSettings& settings,
                          const TrainingData& data)
{
    RunSettings lasting = settings;
    const RunSettings defaults;
    lasting.epochs = defaults.epochs;
    lasting.patience = defaults.patience;
    lasting.threads = defaults.threads;
    lasting.precision = defaults.precision;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QJsonDocument(toJson(spec)).toJson(QJsonDocument::Compact));
    hash.addData(QJsonDocument(toJson(lasting)).toJson(QJsonDocument::Compact));
    hash.addData(QByteArray::number(data.labels.size()));
    addBytes(hash, data.truth);
    addBytes(hash, data.training);
    addBytes(hash, data.validation);
    return hash.result().toHex();
}

} // namespace labelwright
