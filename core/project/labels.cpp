#include "core/project/labels.h"

#include "core/project/dataset_rows.h"
#include "core/project/label_rows.h"
#include "core/project/log_store.h"
#include "core/project/names.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <algorithm>

namespace labelwright {

namespace {

QString readFailed()
{
    return QStringLiteral("The labels cannot be read");
}

Error missingError()
{
    return {QStringLiteral("The label does not exist any more; list the labels again."), {}};
}

Result<QString> freeName(Database& database, DatasetId dataset, const QString& name, LabelId self)
{
    Result<QString> usable = usableName(name, QStringLiteral("label"));
    if (!usable)
        return usable;
    Statement taken(database,
                    "SELECT archived FROM labels WHERE dataset = ?1 AND name = ?2 AND id <> ?3");
    taken.with(dataset, *usable, self);
    if (!taken.next())
        return usable;
    if (taken.integer(0) != 0)
        return failure(QStringLiteral("There is an archived label '%1'; restore it or choose "
                                      "another name.")
                           .arg(*usable));
    return failure(QStringLiteral("There is already a label '%1'; choose another name.")
                       .arg(*usable));
}

Result<DatasetId> datasetOf(Database& database, LabelId id)
{
    Statement row(database, "SELECT dataset FROM labels WHERE id = ?1");
    row.with(id);
    if (!row.next())
        return tl::unexpected<Error>(missingError());
    return row.id<DatasetId>(0);
}

Result<void> setLive(Project& project, LabelId id, bool live, const QString& failed,
                     const QString& source)
{
    return editing(project, failed, [&](ProjectStorage& storage) -> Result<void> {
        Database& database = storage.database;
        const Result<DatasetId> dataset = datasetOf(database, id);
        if (!dataset)
            return failureOf(dataset);
        Statement(database, "UPDATE labels SET archived = ?2 WHERE id = ?1 AND archived <> ?2")
            .run(id, !live);
        if (database.changes() > 0)
            logLabels(database, *dataset, std::span(&id, 1), live, source);
        return {};
    });
}

} // namespace

std::vector<Label> selectLabels(Database& database, DatasetId dataset)
{
    Statement rows(database, "SELECT id, name, archived FROM labels WHERE dataset = ?1 "
                             "ORDER BY place, id");
    rows.with(dataset);
    std::vector<Label> found;
    while (rows.next())
        found.push_back({rows.id<LabelId>(0), rows.text(1), static_cast<int>(found.size()),
                         rows.integer(2) != 0});
    return found;
}

Result<LabelId> insertLabel(Database& database, DatasetId dataset, const QString& name)
{
    const Result<QString> usable = freeName(database, dataset, name, {});
    if (!usable)
        return failureOf(usable);
    Statement(database, "INSERT INTO labels (dataset, place, name) VALUES (?1, (SELECT "
                        "ifnull(max(place) + 1, 0) FROM labels WHERE dataset = ?1), ?2)")
        .run(dataset, *usable);
    return LabelId{database.lastInsertId()};
}

Result<std::vector<Label>> labels(const Project& project, DatasetId dataset)
{
    return reading(project, readFailed(),
                   [&](ProjectStorage& storage) -> Result<std::vector<Label>> {
        return selectLabels(storage.database, dataset);
    });
}

Result<QStringList> labelNames(const Project& project, std::span<const LabelId> ids)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<QStringList> {
        Statement row(storage.database, "SELECT name FROM labels WHERE id = ?1");
        QStringList names;
        for (const LabelId id : ids) {
            row.with(id);
            if (!row.next())
                return tl::unexpected<Error>(missingError());
            names += row.text(0);
        }
        return names;
    });
}

Result<LabelId> addLabel(Project& project, DatasetId dataset, const QString& name)
{
    return editing(project, QStringLiteral("The label cannot be added"),
                   [&](ProjectStorage& storage) -> Result<LabelId> {
        if (const auto exists = requireDataset(storage.database, dataset); !exists)
            return failureOf(exists);
        const Result<LabelId> id = insertLabel(storage.database, dataset, name);
        if (id)
            logLabels(storage.database, dataset, std::span(&*id, 1), true,
                      QStringLiteral("label '%1' added").arg(name.trimmed()));
        return id;
    });
}

Result<void> renameLabel(Project& project, LabelId id, const QString& name)
{
    return editing(project, QStringLiteral("The label cannot be renamed"),
                   [&](ProjectStorage& storage) -> Result<void> {
        const Result<DatasetId> dataset = datasetOf(storage.database, id);
        if (!dataset)
            return failureOf(dataset);
        const Result<QString> usable = freeName(storage.database, *dataset, name, id);
        if (!usable)
            return failureOf(usable);
        Statement(storage.database, "UPDATE labels SET name = ?2 WHERE id = ?1").run(id, *usable);
        return {};
    });
}

Result<void> archiveLabel(Project& project, LabelId id)
{
    return setLive(project, id, false, QStringLiteral("The label cannot be archived"),
                   QStringLiteral("label archived"));
}

Result<void> restoreLabel(Project& project, LabelId id)
{
    return setLive(project, id, true, QStringLiteral("The label cannot be restored"),
                   QStringLiteral("label restored"));
}

Result<void> orderLabels(Project& project, DatasetId dataset, std::span<const LabelId> ids)
{
    return editing(project, QStringLiteral("The labels cannot be put in order"),
                   [&](ProjectStorage& storage) -> Result<void> {
        std::vector<LabelId> known;
        for (const Label& label : selectLabels(storage.database, dataset))
            known.push_back(label.id);
        if (!std::is_permutation(known.begin(), known.end(), ids.begin(), ids.end()))
            return failure(QStringLiteral("The new order of the labels must name each label of the "
                                          "dataset once."));
        Statement place(storage.database, "UPDATE labels SET place = ?2 WHERE id = ?1");
        for (std::size_t i = 0; i < ids.size(); ++i)
            place.run(ids[i], i);
        return {};
    });
}

} // namespace labelwright
