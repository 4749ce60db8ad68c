#include "core/dataset/same_images.h"

#include "core/base/digest.h"

#include <QHash>

#include <map>
#include <numeric>
#include <utility>

namespace labelwright {

Result<std::vector<std::size_t>> firstWithSameBytes(const PlanContext& context,
                                                    const std::vector<std::size_t>& files)
{
    std::vector<std::size_t> first(files.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    std::map<std::pair<qint64, quint32>, std::vector<std::size_t>> candidates;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const SourceEntry& entry = context.source.entries()[files[i]];
        candidates[{entry.bytes, entry.crc32.value_or(0)}].push_back(i);
    }
    std::size_t done = 0;
    for (const auto& [key, same] : candidates) {
        QHash<QByteArray, std::size_t> byDigest;
        for (const std::size_t i : same) {
            if (context.stop.stop_requested())
                return tl::unexpected(cancelledError());
            if (context.progress && done++ % 256 == 0)
                context.progress({QStringLiteral("Comparing images"), static_cast<qint64>(done),
                                  static_cast<qint64>(files.size())});
            if (same.size() == 1)
                continue;
            const auto bytes = context.source.read(context.source.entries()[files[i]].path);
            if (!bytes)
                continue;
            const QByteArray digest = sha256(*bytes);
            if (!byDigest.contains(digest))
                byDigest.insert(digest, i);
            first[i] = byDigest.value(digest);
        }
    }
    return first;
}

} // namespace labelwright
