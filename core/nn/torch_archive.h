#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace labelwright {

/// The entries of a zip as torch.save writes it: stored, not compressed. Refers to the bytes it was
/// made from, which must outlive it.
class TorchArchive
{
public:
    /// Reads the list of entries. Refuses, in one sentence that begins with `what` ("The file
    /// x.pth"), a truncated list, compressed or encrypted entries, double names and entries that
    /// reach outside the file.
    static Result<TorchArchive> open(QByteArrayView bytes, const QString& what);

    /// True when `bytes` begin like a zip.
    static bool isZip(QByteArrayView bytes);

    /// An entry's bytes by its name below the archive's one top folder ("data.pkl", "data/0");
    /// fails when it is missing or its CRC-32 is wrong.
    [[nodiscard]] Result<QByteArrayView> entry(const QByteArray& name) const;

    [[nodiscard]] bool contains(const QByteArray& name) const { return m_entries.contains(name); }

private:
    struct Entry
    {
        QByteArrayView bytes;
        quint32 crc = 0;
    };

    QString m_what;
    QHash<QByteArray, Entry> m_entries;

    friend class TorchArchiveReader;
};

} // namespace labelwright
