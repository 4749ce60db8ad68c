#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/source.h"
#include "core/project/samples.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// Where one image lies.
struct SampleLocation
{
    SampleId id;
    Keeping keeping = Keeping::Copy;
    bool checked = false; ///< Its digest, size and copy are known.
    qint64 import = 0;
    qint64 bytes = 0;
    qint64 modified = 0;
    QByteArray sha256; ///< 32 bytes; empty while unchecked.
    QString suffix;
    QString entry; ///< In the source it was imported from.
};

/// The locations of a dataset's samples. Safe to use by several threads.
struct SampleLocations
{
    QString originals;                   ///< Folder of the copies.
    std::vector<SampleLocation> samples; ///< By rising id.
    std::unordered_map<qint64, QString> sources; ///< Paths by import.

    /// Nothing when the id is unknown.
    [[nodiscard]] const SampleLocation* find(SampleId id) const;

    /// A reader of an import's source for the calling thread alone. A source is opened once and
    /// cloned from then on.
    Result<std::unique_ptr<ImageSource>> openImport(qint64 import) const;

private:
    mutable std::mutex m_mutex;
    mutable std::unordered_map<qint64, std::unique_ptr<ImageSource>> m_opened;
};

} // namespace labelwright
