#include "core/project/feature_sets.h"

#include "core/project/dataset_rows.h"
#include "core/project/label_rows.h"
#include "core/project/names.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <algorithm>
#include <unordered_set>

namespace labelwright {

namespace {

QString readFailed()
{
    return QStringLiteral("The feature sets cannot be read");
}

std::vector<LabelId> activeLabels(Database& database, DatasetId dataset)
{
    std::vector<LabelId> ids;
    for (const Label& label : selectLabels(database, dataset))
        if (!label.archived)
            ids.push_back(label.id);
    return ids;
}

std::vector<LabelId> chosenLabels(Database& database, FeatureSetId id)
{
    Statement rows(database, "SELECT label FROM feature_set_labels JOIN labels ON labels.id = label "
                             "WHERE feature_set = ?1 AND archived = 0 "
                             "ORDER BY feature_set_labels.place");
    rows.with(id);
    std::vector<LabelId> ids;
    while (rows.next())
        ids.push_back(rows.id<LabelId>(0));
    return ids;
}

/// Fails unless the labels are active labels of the dataset, each once.
Result<void> checkChoice(Database& database, DatasetId dataset, std::span<const LabelId> labels)
{
    if (labels.empty())
        return failure(QStringLiteral("A feature set needs at least one label."));
    const std::vector<LabelId> active = activeLabels(database, dataset);
    const std::unordered_set<LabelId> known(active.begin(), active.end());
    std::unordered_set<LabelId> seen;
    for (const LabelId label : labels) {
        if (!known.contains(label))
            return failure(QStringLiteral("A label of the feature set does not belong to the "
                                          "dataset or is archived; list the labels again."));
        if (!seen.insert(label).second)
            return failure(QStringLiteral("A feature set can hold each label only once."));
    }
    return {};
}

Result<QString> freeName(Database& database, DatasetId dataset, const QString& name)
{
    Result<QString> usable = usableName(name, QStringLiteral("feature set"));
    if (!usable)
        return usable;
    Statement taken(database, "SELECT 1 FROM feature_sets WHERE dataset = ?1 AND name = ?2");
    taken.with(dataset, *usable);
    if (taken.next())
        return failure(QStringLiteral("There is already a feature set '%1'; choose another name.")
                           .arg(*usable));
    return usable;
}

} // namespace

QString allLabelsName()
{
    return QStringLiteral("all labels");
}

Result<FeatureSetId> addFeatureSet(Project& project, DatasetId dataset, const QString& name,
                                   std::span<const LabelId> labels)
{
    return editing(project, QStringLiteral("The feature set cannot be added"),
                   [&](ProjectStorage& storage) -> Result<FeatureSetId> {
        Database& database = storage.database;
        if (const auto exists = requireDataset(database, dataset); !exists)
            return failureOf(exists);
        const Result<QString> usable = freeName(database, dataset, name);
        if (!usable)
            return failureOf(usable);
        if (const auto fits = checkChoice(database, dataset, labels); !fits)
            return failureOf(fits);
        Statement(database,
                  "INSERT INTO feature_sets (dataset, name, everything) VALUES (?1, ?2, 0)")
            .run(dataset, *usable);
        const FeatureSetId id{database.lastInsertId()};
        Statement insert(database, "INSERT INTO feature_set_labels (feature_set, place, label) "
                                   "VALUES (?1, ?2, ?3)");
        for (std::size_t place = 0; place < labels.size(); ++place)
            insert.run(id, place, labels[place]);
        return id;
    });
}

Result<std::vector<FeatureSet>> featureSets(const Project& project, DatasetId dataset)
{
    return reading(project, readFailed(),
                   [&](ProjectStorage& storage) -> Result<std::vector<FeatureSet>> {
        Statement rows(storage.database, "SELECT id, name, everything FROM feature_sets WHERE "
                                         "dataset = ?1 ORDER BY everything DESC, id");
        rows.with(dataset);
        std::vector<FeatureSet> found;
        while (rows.next())
            found.push_back({rows.id<FeatureSetId>(0), dataset, rows.text(1), {},
                             rows.integer(2) != 0});
        for (FeatureSet& set : found)
            set.labels = set.everything ? activeLabels(storage.database, dataset)
                                        : chosenLabels(storage.database, set.id);
        return found;
    });
}

Result<FeatureSet> findFeatureSet(const Project& project, DatasetId dataset, const QString& name)
{
    Result<std::vector<FeatureSet>> all = featureSets(project, dataset);
    if (!all)
        return failureOf(all);
    QStringList names;
    for (FeatureSet& candidate : *all) {
        if (candidate.name == name.trimmed())
            return std::move(candidate);
        names += candidate.name;
    }
    return failure(QStringLiteral("There is no feature set '%1'; the dataset has %2.")
                       .arg(name, quotedList(names)));
}

Result<void> deleteFeatureSet(Project& project, FeatureSetId id)
{
    return editing(project, QStringLiteral("The feature set cannot be deleted"),
                   [&](ProjectStorage& storage) -> Result<void> {
        Statement(storage.database, "DELETE FROM feature_sets WHERE id = ?1 AND everything = 0")
            .run(id);
        if (storage.database.changes() == 0)
            return failure(QStringLiteral("The feature set '%1' always stays, and others can be "
                                          "deleted only once.")
                               .arg(allLabelsName()));
        return {};
    });
}

} // namespace labelwright
