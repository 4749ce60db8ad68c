#include "core/session/split_job.h"

#include "core/dataset/look_alikes.h"
#include "core/project/datasets.h"
#include "core/project/imports.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace labelwright {

namespace {

using Members = std::vector<std::pair<SampleId, Subset>>;

/// The usable samples and their annotations, row by row.
struct UsableSamples
{
    std::vector<Sample> samples;
    LabelMatrix annotations;
    std::vector<std::optional<Subset>> subsets;
};

Result<UsableSamples> usableSamples(const Project& project, DatasetId dataset)
{
    auto all = samples(project, dataset);
    if (!all)
        return failureOf(all);
    const auto snapshot = currentSnapshot(project, dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    UsableSamples usable;
    usable.annotations = LabelMatrix(0, snapshot->labels.size());
    for (std::size_t row = 0; row < all->size(); ++row) {
        if (all->at(row).check == CheckState::Problem)
            continue;
        usable.annotations.append(snapshot->annotations.row(row));
        usable.subsets.push_back(all->at(row).subset);
        usable.samples.push_back(std::move(all->at(row)));
    }
    return usable;
}

std::vector<std::uint32_t> groupsOf(const std::vector<Sample>& samples, int lookAlikeDistance)
{
    std::vector<QByteArray> digests;
    std::vector<quint64> hashes;
    std::vector<QString> groups;
    for (const Sample& sample : samples) {
        digests.push_back(sample.sha256);
        hashes.push_back(sample.perceptualHash);
        groups.push_back(sample.group);
    }
    if (lookAlikeDistance < 0)
        hashes.clear();
    return linkSamples(digests, hashes, groups, std::max(0, lookAlikeDistance));
}

Result<Members> membersByChance(const UsableSamples& usable, const SplitOptions& options)
{
    const auto groups = groupsOf(usable.samples, options.lookAlikeDistance);
    SplitRequest request;
    request.annotations = &usable.annotations;
    request.shares = options.shares;
    request.seed = options.seed;
    request.stratification = options.stratification;
    request.groups = groups;
    if (options.resplit == Resplit::No)
        request.fixed = usable.subsets;
    const auto subsets = splitSamples(request);
    if (!subsets)
        return failureOf(subsets);
    Members members;
    for (std::size_t row = 0; row < usable.samples.size(); ++row)
        if (usable.subsets[row] != subsets->at(row))
            members.emplace_back(usable.samples[row].id, subsets->at(row));
    return members;
}

/// Names under which conditions find a sample's group: "group", and the columns it came from where
/// no other column is called so.
Result<QStringList> groupNames(const Project& project, DatasetId dataset,
                               const QStringList& columns)
{
    const auto imports = importRecords(project, dataset);
    if (!imports)
        return failureOf(imports);
    QStringList names{QStringLiteral("group")};
    for (const ImportRecord& record : *imports)
        if (!record.groupColumn.isEmpty() && !columns.contains(record.groupColumn)
            && !names.contains(record.groupColumn))
            names.append(record.groupColumn);
    return names;
}

/// What the rules say of each usable sample.
Result<std::vector<std::optional<Subset>>> subsetsOfRules(const Project& project, DatasetId dataset,
                                                          const UsableSamples& usable,
                                                          const std::vector<SubsetRule>& rules)
{
    const auto all = samples(project, dataset);
    auto fields = fieldTable(project, dataset);
    if (!all || !fields)
        return all ? failureOf(fields) : failureOf(all);
    const auto groups = groupNames(project, dataset, fields->columns);
    if (!groups)
        return failureOf(groups);
    fields->columns += QStringLiteral("name");
    fields->columns += *groups;
    std::vector<QStringList> rows;
    for (std::size_t row = 0; row < all->size() && rows.size() < usable.samples.size(); ++row) {
        if (all->at(row).id != usable.samples[rows.size()].id)
            continue;
        rows.push_back(std::move(fields->rows[row]));
        rows.back() += all->at(row).name;
        rows.back() += QStringList(groups->size(), all->at(row).group);
    }
    return subsetsByRules(fields->columns, rows, rules);
}

/// Takes out the samples that do not fulfil the condition.
Result<void> applyFilter(const Project& project, DatasetId dataset, UsableSamples& usable,
                         const SubsetCondition& condition)
{
    const auto fulfilled =
        subsetsOfRules(project, dataset, usable, {{condition, Subset::Training}});
    if (!fulfilled)
        return failureOf(fulfilled);
    UsableSamples kept;
    kept.annotations = LabelMatrix(0, usable.annotations.labels());
    for (std::size_t row = 0; row < usable.samples.size(); ++row) {
        if (!fulfilled->at(row))
            continue;
        kept.annotations.append(usable.annotations.row(row));
        kept.subsets.push_back(usable.subsets[row]);
        kept.samples.push_back(std::move(usable.samples[row]));
    }
    if (kept.samples.empty())
        return failure(QStringLiteral("No image that can be used fulfils '%1'.")
                           .arg(toText(condition)));
    usable = std::move(kept);
    return {};
}

/// The samples that change, and how many could have but meet no rule.
struct Assignment
{
    Members members;
    qint64 unmatched = 0;
};

Result<Assignment> assignmentByRules(const Project& project, DatasetId dataset,
                                     const UsableSamples& usable, const SplitOptions& options)
{
    const auto subsets = subsetsOfRules(project, dataset, usable, options.rules);
    if (!subsets)
        return failureOf(subsets);
    Assignment assignment;
    for (std::size_t row = 0; row < usable.samples.size(); ++row) {
        if (options.resplit == Resplit::No && usable.subsets[row])
            continue;
        const std::optional<Subset> subset = subsets->at(row);
        assignment.unmatched += subset ? 0 : 1;
        if (subset && subset != usable.subsets[row])
            assignment.members.emplace_back(usable.samples[row].id, *subset);
    }
    return assignment;
}

Result<Assignment> assignmentOf(const Project& project, DatasetId dataset,
                                const UsableSamples& usable, const SplitOptions& options)
{
    if (!options.rules.empty())
        return assignmentByRules(project, dataset, usable, options);
    auto members = membersByChance(usable, options);
    if (!members)
        return failureOf(members);
    return Assignment{*std::move(members), 0};
}

bool isAnyFree(const UsableSamples& usable, Resplit resplit)
{
    return resplit == Resplit::Yes
           || std::ranges::any_of(usable.subsets, [](const auto& subset) { return !subset; });
}

SplitOutcome outcomeOf(const Assignment& assignment, const UsableSamples& usable)
{
    std::unordered_set<SampleId> had;
    for (std::size_t row = 0; row < usable.samples.size(); ++row)
        if (usable.subsets[row])
            had.insert(usable.samples[row].id);
    SplitOutcome outcome;
    outcome.unmatched = assignment.unmatched;
    for (const auto& [sample, subset] : assignment.members)
        ++(had.contains(sample) ? outcome.moved : outcome.assigned);
    return outcome;
}

} // namespace

Result<SplitOutcome> splitDataset(Project& project, DatasetId dataset, const SplitOptions& options)
{
    if (const auto known = labelwright::dataset(project, dataset); !known)
        return failureOf(known);
    auto usable = usableSamples(project, dataset);
    if (!usable)
        return failureOf(usable);
    if (options.filter)
        if (const auto kept = applyFilter(project, dataset, *usable, *options.filter); !kept)
            return failureOf(kept);
    if (options.nothingFree == NothingFree::Error && !isAnyFree(*usable, options.resplit))
        return failure(QStringLiteral("All samples belong to a subset already; use --resplit to "
                                      "distribute them anew."));
    const auto assignment = assignmentOf(project, dataset, *usable, options);
    if (!assignment)
        return failureOf(assignment);
    if (!assignment->members.empty())
        if (const auto stored = setSubsets(project, dataset, assignment->members, options.resplit,
                                           toJson(options));
            !stored)
            return failureOf(stored);
    return outcomeOf(*assignment, *usable);
}

Result<SubsetTable> subsetTable(const Project& project, DatasetId dataset)
{
    const auto snapshot = currentSnapshot(project, dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    return positivesPerSubset(snapshot->annotations, snapshot->subsets);
}

} // namespace labelwright
