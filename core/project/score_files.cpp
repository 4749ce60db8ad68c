#include "core/project/score_files.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"

#include <QDir>
#include <QtEndian>

namespace labelwright {

namespace {

// Layout, little-endian: mark, SHA-256 of what follows (32 bytes), columns (u32), sample ids
// (u64 count), logits (u64 count), then the ids (i64 each) and the logits (f32 each).
constexpr char mark[] = "LWSCORE1";
constexpr qsizetype markBytes = 8;
constexpr qsizetype digestBytes = 32;
constexpr qsizetype headBytes = 4 + 8 + 8;

QByteArray packTable(const ScoreTable& table)
{
    const auto ids = static_cast<qsizetype>(table.samples.size());
    const auto logits = static_cast<qsizetype>(table.logits.size());
    QByteArray bytes(headBytes + ids * 8 + logits * 4, Qt::Uninitialized);
    char* to = bytes.data();
    qToLittleEndian(static_cast<quint32>(table.labels), to);
    qToLittleEndian(static_cast<quint64>(ids), to + 4);
    qToLittleEndian(static_cast<quint64>(logits), to + 12);
    to += headBytes;
    for (const SampleId id : table.samples) {
        qToLittleEndian(id.value, to);
        to += 8;
    }
    if (logits > 0)
        qToLittleEndian<float>(table.logits.data(), logits, to);
    return bytes;
}

std::optional<ScoreTable> unpackTable(const QByteArray& bytes)
{
    if (bytes.size() < headBytes)
        return std::nullopt;
    const char* from = bytes.constData();
    const auto ids = qFromLittleEndian<quint64>(from + 4);
    const auto logits = qFromLittleEndian<quint64>(from + 12);
    const auto room = static_cast<quint64>(bytes.size() - headBytes);
    if (ids > room / 8 || logits > room / 4 || ids * 8 + logits * 4 != room)
        return std::nullopt;
    ScoreTable table;
    table.labels = static_cast<int>(qFromLittleEndian<quint32>(from));
    table.samples.resize(ids);
    table.logits.resize(logits);
    from += headBytes;
    for (SampleId& id : table.samples) {
        id.value = qFromLittleEndian<qint64>(from);
        from += 8;
    }
    if (logits > 0)
        qFromLittleEndian<float>(from, static_cast<qsizetype>(logits), table.logits.data());
    return table;
}

} // namespace

Result<void> writeScoreFile(const QString& path, const ScoreTable& table)
{
    const QByteArray content = packTable(table);
    return writeFileAtomically(path, QByteArray(mark, markBytes)
                                         + QByteArray::fromHex(sha256(content)) + content);
}

Result<ScoreTable> readScoreFile(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    const QByteArray content = bytes->mid(markBytes + digestBytes);
    const QByteArray digest = bytes->mid(markBytes, digestBytes);
    if (bytes->startsWith(mark) && QByteArray::fromHex(sha256(content)) == digest)
        if (std::optional<ScoreTable> table = unpackTable(content))
            return std::move(*table);
    return failure(QStringLiteral("The scores in %1 are damaged; compute them again.").arg(path));
}

void removeScores(const Project& project, CheckpointId checkpoint)
{
    QDir folder(project.scoresFolder());
    const QStringList names = folder.entryList(
        {QStringLiteral("%1-*.scores").arg(checkpoint.value)}, QDir::Files);
    for (const QString& name : names)
        folder.remove(name);
}

} // namespace labelwright
