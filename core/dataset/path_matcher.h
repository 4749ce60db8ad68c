#pragma once

#include "core/dataset/source.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

/// The file that a path in an index means, and what had to be overlooked to find it.
struct PathMatch
{
    std::size_t entry = 0; ///< Index into the source's entries.
    bool separatorHealed = false;
    bool caseHealed = false;
    bool unicodeHealed = false;
    bool nameHealed = false;
};

/// Finds the files that an index names: as written, seen from the index's folder or from the top;
/// then with `\` for '/'; then without regard to case and Unicode form; then, for a path without an
/// image's extension, with any; then, for a bare file name or an absolute path, by the file name
/// alone in any folder. A path that fits several files equally well fits none. Not for sharing
/// between threads.
class PathMatcher
{
public:
    /// `folder` is the index's folder within the source: empty, or ending in '/'.
    PathMatcher(const std::vector<SourceEntry>& entries, QString folder);

    [[nodiscard]] std::optional<PathMatch> match(const QString& written) const;

private:
    using Map = QHash<QString, qint64>; ///< Key to entry, `several` when not unique.

    [[nodiscard]] std::optional<std::size_t> find(const Map& map, const QString& key) const;
    [[nodiscard]] std::optional<PathMatch> matchFolded(const QString& path, PathMatch match) const;
    [[nodiscard]] std::optional<PathMatch> matchName(const QString& path, PathMatch match) const;
    [[nodiscard]] const Map& foldedMap() const;
    [[nodiscard]] const Map& stemMap() const;
    [[nodiscard]] const Map& nameMap() const;
    [[nodiscard]] const Map& nameStemMap() const;

    const std::vector<SourceEntry>& m_entries;
    QString m_folder;
    Map m_exact;
    mutable Map m_folded; ///< Made when first needed, as are the next three.
    mutable Map m_stems;
    mutable Map m_names;
    mutable Map m_nameStems;
};

} // namespace labelwright
