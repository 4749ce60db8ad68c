#include "core/dataset/folder_source.h"

#include "core/base/atomic_file.h"
#include "core/dataset/entry_names.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace labelwright {

namespace {

class FolderSource final : public ImageSource
{
public:
    using Entries = std::shared_ptr<const std::vector<SourceEntry>>;

    FolderSource(QString folder, Entries entries)
        : m_folder(std::move(folder))
        , m_entries(std::move(entries))
    {
    }

    [[nodiscard]] const std::vector<SourceEntry>& entries() const override { return *m_entries; }

    [[nodiscard]] Result<QByteArray> read(const QString& path) const override
    {
        const auto found = std::lower_bound(
            m_entries->begin(), m_entries->end(), path,
            [](const SourceEntry& entry, const QString& wanted) { return entry.path < wanted; });
        if (found == m_entries->end() || found->path != path)
            return failure(
                QStringLiteral("There is no file %1 in the folder %2.").arg(path, m_folder));
        return readFile(m_folder + u'/' + path);
    }

    [[nodiscard]] Result<std::unique_ptr<ImageSource>> clone() const override
    {
        return std::make_unique<FolderSource>(m_folder, m_entries);
    }

    [[nodiscard]] bool isArchive() const override { return false; }

private:
    QString m_folder;
    Entries m_entries;
};

} // namespace

Result<std::unique_ptr<ImageSource>> openFolderSource(const QString& folder,
                                                      const SourceLimits& limits)
{
    const QString root = QDir(folder).absolutePath();
    if (!QFileInfo(root).isReadable())
        return failure(
            QStringLiteral("The folder %1 cannot be read; check its permissions.").arg(folder));
    std::vector<SourceEntry> entries;
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    const qsizetype prefix = root.endsWith(u'/') ? root.size() : root.size() + 1;
    while (files.hasNext()) {
        QString path = files.next().mid(prefix);
        const qint64 bytes = files.fileInfo().size();
        if (isSystemFile(path) || bytes > limits.maxEntryBytes)
            continue;
        entries.push_back({std::move(path), bytes, std::nullopt});
        if (static_cast<qint64>(entries.size()) > limits.maxEntries)
            return failure(QStringLiteral("The folder %1 holds more than %2 files; name the "
                                          "dataset's own folder.")
                               .arg(folder)
                               .arg(limits.maxEntries));
    }
    std::sort(entries.begin(), entries.end(),
              [](const SourceEntry& a, const SourceEntry& b) { return a.path < b.path; });
    return std::make_unique<FolderSource>(
        root, std::make_shared<const std::vector<SourceEntry>>(std::move(entries)));
}

} // namespace labelwright
