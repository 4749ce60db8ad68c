#include "core/project/subsets.h"

#include "core/project/dataset_rows.h"
#include "core/project/log_content.h"
#include "core/project/log_store.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QJsonDocument>

#include <unordered_map>

namespace labelwright {

namespace {

constexpr int noSubset = -1;

/// The present subset of each sample of a dataset, noSubset where it has none.
std::unordered_map<SampleId, int> presentSubsets(Database& database, DatasetId dataset)
{
    std::unordered_map<SampleId, int> present;
    Statement rows(database, "SELECT id, ifnull(subset, -1) FROM samples WHERE +dataset = ?1");
    rows.with(dataset);
    while (rows.next())
        present.emplace(rows.id<SampleId>(0), static_cast<int>(rows.integer(1)));
    return present;
}

/// The members whose subset changes; fails when that is not allowed.
Result<std::vector<Membership>> changesOf(std::span<const Membership> members, Resplit resplit,
                                          const std::unordered_map<SampleId, int>& present)
{
    std::vector<Membership> changes;
    qint64 moved = 0;
    for (const auto& [sample, subset] : members) {
        const auto found = present.find(sample);
        if (found == present.end())
            return failure(QStringLiteral("The subsets cannot be stored: a sample does not belong "
                                          "to the dataset; open it again."));
        if (found->second == static_cast<int>(subset))
            continue;
        changes.emplace_back(sample, subset);
        moved += found->second != noSubset ? 1 : 0;
    }
    if (moved > 0 && resplit == Resplit::No)
        return failure(QStringLiteral("The subsets cannot be stored: %1 samples would leave the "
                                      "subset they are in; ask for a new split to allow it.")
                           .arg(moved));
    return changes;
}

void updateSamples(Database& database, const std::vector<Membership>& changes)
{
    Statement update(database, "UPDATE samples SET subset = ?2 WHERE id = ?1");
    for (const auto& [sample, subset] : changes)
        update.run(sample, static_cast<int>(subset));
}

} // namespace

Result<void> setSubsets(Project& project, DatasetId dataset,
                        std::span<const std::pair<SampleId, Subset>> members, Resplit resplit,
                        const QJsonObject& rules)
{
    return editing(project, QStringLiteral("The subsets cannot be stored"),
                   [&](ProjectStorage& storage) -> Result<void> {
        Database& database = storage.database;
        const auto changes = changesOf(members, resplit, presentSubsets(database, dataset));
        if (!changes)
            return failureOf(changes);
        const QString text = QString::fromUtf8(
            QJsonDocument(rules).toJson(QJsonDocument::Compact));
        Statement(database, "UPDATE datasets SET subset_rules = ?2 WHERE id = ?1")
            .run(dataset, text);
        if (changes->empty())
            return {};
        updateSamples(database, *changes);
        appendEntry(database, {dataset, LogKind::Subsets, Annotator::Human, text,
                               static_cast<qint64>(changes->size()), packSubsets(*changes)});
        return {};
    });
}

Result<SubsetRules> subsetRules(const Project& project, DatasetId dataset)
{
    return reading(project, QStringLiteral("The subsets cannot be read"),
                   [&](ProjectStorage& storage) -> Result<SubsetRules> {
        if (const auto exists = requireDataset(storage.database, dataset); !exists)
            return failureOf(exists);
        Statement row(storage.database, "SELECT subset_rules FROM datasets WHERE id = ?1");
        row.with(dataset);
        SubsetRules rules;
        if (row.next())
            rules.made = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
        rules.planned = rules.made.take(QStringLiteral("planned")).toObject();
        return rules;
    });
}

} // namespace labelwright
