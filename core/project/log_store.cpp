#include "core/project/log_store.h"

#include "core/project/log_content.h"
#include "core/project/statement.h"

#include <QDateTime>

namespace labelwright {

qint64 appendEntry(Database& database, const NewEntry& entry)
{
    Statement(database, "INSERT INTO log (dataset, time, kind, who, source, cells, content) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .run(entry.dataset, currentTime(), static_cast<int>(entry.kind),
             static_cast<int>(entry.who), entry.source, entry.cells, entry.content);
    return database.lastInsertId();
}

qint64 lastPosition(Database& database, DatasetId dataset)
{
    Statement last(database, "SELECT max(position) FROM log WHERE dataset = ?1");
    last.with(dataset);
    return last.next() ? last.integer(0) : 0;
}

qint64 logLabels(Database& database, DatasetId dataset, std::span<const LabelId> labels, bool live,
                 const QString& source)
{
    std::vector<LabelEvent> events;
    for (const LabelId label : labels)
        events.emplace_back(label, live);
    return appendEntry(database, {dataset, LogKind::Labels, Annotator::Human, source,
                                  static_cast<qint64>(labels.size()), packLabels(events)});
}

qint64 currentTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace labelwright
