#include "core/project/original_files.h"

#include "core/project/samples.h"
#include "core/project/statement.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace labelwright {

QString originalPath(const QByteArray& sha256, const QString& suffix)
{
    const QString name = QString::fromLatin1(sha256);
    const QString ending = suffix.isEmpty() ? QString() : u'.' + suffix;
    return name.left(2) + u'/' + name + ending;
}

QString cleanSuffix(const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    const bool usual = suffix.size() <= 5 && std::ranges::all_of(suffix, [](QChar letter) {
        return letter.unicode() < 128 && letter.isLetterOrNumber();
    });
    return usual ? suffix : QString();
}

std::vector<QString> copiesOnlyOf(Database& database, DatasetId dataset)
{
    Statement rows(database,
                   "SELECT DISTINCT sha256, suffix FROM samples AS own WHERE dataset = ?1 AND "
                   "keeping = ?2 AND state = 1 AND sha256 IS NOT NULL AND NOT EXISTS (SELECT 1 "
                   "FROM samples AS other WHERE other.sha256 = own.sha256 AND other.sha256 IS NOT "
                   "NULL AND other.suffix = own.suffix AND other.keeping = ?2 AND other.dataset <> "
                   "?1)");
    rows.with(dataset, static_cast<int>(Keeping::Copy));
    std::vector<QString> paths;
    while (rows.next())
        paths.push_back(originalPath(rows.blob(0).toHex(), rows.text(1)));
    return paths;
}

void flushToDisk(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::syncfs(descriptor);
    ::close(descriptor);
}

} // namespace labelwright
