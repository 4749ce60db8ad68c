#include "core/dataset/path_matcher.h"

#include "core/dataset/entry_names.h"

#include <QDir>

namespace labelwright {

namespace {

constexpr qint64 several = -1;

QString folded(const QString& path)
{
    return path.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString withoutExtension(const QString& path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') ? path.left(dot) : path;
}

QString fileName(const QString& path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isAbsolute(const QString& path)
{
    return path.startsWith(u'/') || (path.size() > 1 && path[1] == u':' && path[0].isLetter());
}

template <class Key>
QHash<QString, qint64> mapEntries(const std::vector<SourceEntry>& entries, const Key& key)
{
    QHash<QString, qint64> map;
    map.reserve(static_cast<qsizetype>(entries.size()));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const qsizetype before = map.size();
        qint64& value = map[key(entries[i].path)];
        value = map.size() == before ? several : static_cast<qint64>(i);
    }
    return map;
}

} // namespace

PathMatcher::PathMatcher(const std::vector<SourceEntry>& entries, QString folder)
    : m_entries(entries)
    , m_folder(std::move(folder))
    , m_exact(mapEntries(entries, [](const QString& path) { return path; }))
{
}

const PathMatcher::Map& PathMatcher::foldedMap() const
{
    if (m_folded.isEmpty())
        m_folded = mapEntries(m_entries, folded);
    return m_folded;
}

const PathMatcher::Map& PathMatcher::stemMap() const
{
    if (m_stems.isEmpty())
        m_stems = mapEntries(m_entries, [](const QString& path) {
            return isImageName(path) ? withoutExtension(folded(path)) : path + u'/';
        });
    return m_stems;
}

const PathMatcher::Map& PathMatcher::nameMap() const
{
    if (m_names.isEmpty())
        m_names = mapEntries(m_entries, [](const QString& path) { return folded(fileName(path)); });
    return m_names;
}

const PathMatcher::Map& PathMatcher::nameStemMap() const
{
    if (m_nameStems.isEmpty())
        m_nameStems = mapEntries(m_entries, [](const QString& path) {
            return isImageName(path) ? withoutExtension(folded(fileName(path))) : path + u'/';
        });
    return m_nameStems;
}

std::optional<std::size_t> PathMatcher::find(const Map& map, const QString& key) const
{
    const auto found = map.constFind(key);
    if (found == map.cend() || *found == several)
        return std::nullopt;
    return static_cast<std::size_t>(*found);
}

std::optional<PathMatch> PathMatcher::matchFolded(const QString& path, PathMatch match) const
{
    const auto entry = find(foldedMap(), folded(path));
    if (!entry)
        return std::nullopt;
    const auto composed = [](const QString& text) {
        return text.normalized(QString::NormalizationForm_C);
    };
    const QString& real = m_entries[*entry].path;
    match.entry = *entry;
    match.caseHealed = composed(real) != composed(path);
    match.unicodeHealed = real.toCaseFolded() != path.toCaseFolded();
    return match;
}

std::optional<PathMatch> PathMatcher::matchName(const QString& path, PathMatch match) const
{
    match.nameHealed = true;
    if (!isImageName(path))
        for (const QString& candidate : {m_folder + path, path})
            if (const auto entry = find(stemMap(), folded(candidate))) {
                match.entry = *entry;
                return match;
            }
    if (path.contains(u'/') && !isAbsolute(path))
        return std::nullopt;
    auto entry = find(nameMap(), folded(fileName(path)));
    if (!entry && !isImageName(path))
        entry = find(nameStemMap(), folded(fileName(path)));
    if (!entry)
        return std::nullopt;
    match.entry = *entry;
    return match;
}

std::optional<PathMatch> PathMatcher::match(const QString& written) const
{
    if (written.isEmpty())
        return std::nullopt;
    PathMatch match;
    QString path = written;
    if (path.contains(u'\\')) {
        path.replace(u'\\', u'/');
        match.separatorHealed = true;
    }
    if (path.startsWith(u'.') || path.contains(u"//") || path.contains(u"/."))
        path = QDir::cleanPath(path);
    for (const QString& candidate : {m_folder + path, path})
        if (const auto entry = find(m_exact, candidate)) {
            match.entry = *entry;
            return match;
        }
    for (const QString& candidate : {m_folder + path, path})
        if (const auto found = matchFolded(candidate, match))
            return found;
    return matchName(path, match);
}

} // namespace labelwright
