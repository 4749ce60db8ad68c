#include "core/session/split_job.h"

#include "core/dataset/look_alikes.h"
#include "core/project/datasets.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
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

QJsonObject rulesInWords(const SplitOptions& options)
{
    if (!options.rules.empty()) {
        QJsonArray rules;
        for (const SubsetRule& rule : options.rules)
            rules.append(QJsonObject{{"condition", toText(rule.condition)},
                                     {"subset", subsetName(rule.subset)}});
        return {{"method", "conditions"}, {"rules", rules}};
    }
    const bool pairs = options.stratification == Stratification::LabelPairs;
    return {{"method", pairs ? "iterative stratification of label pairs"
                             : "iterative stratification"},
            {"shares", QJsonArray{options.shares[0], options.shares[1], options.shares[2]}},
            {"seed", static_cast<qint64>(options.seed)}};
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

Result<Members> membersByRules(const Project& project, DatasetId dataset,
                               const UsableSamples& usable, const SplitOptions& options)
{
    const auto all = samples(project, dataset);
    auto fields = fieldTable(project, dataset);
    if (!all || !fields)
        return all ? failureOf(fields) : failureOf(all);
    fields->columns.append({"name", "group"});
    for (std::size_t row = 0; row < fields->rows.size(); ++row)
        fields->rows[row].append({all->at(row).name, all->at(row).group});
    const auto subsets = subsetsByRules(fields->columns, fields->rows, options.rules);
    if (!subsets)
        return failureOf(subsets);
    Members members;
    std::size_t next = 0;
    for (std::size_t row = 0; row < all->size() && next < usable.samples.size(); ++row) {
        if (all->at(row).id != usable.samples[next].id)
            continue;
        ++next;
        const std::optional<Subset> subset = subsets->at(row);
        const bool free = options.resplit == Resplit::Yes || !all->at(row).subset;
        if (subset && free && subset != all->at(row).subset)
            members.emplace_back(all->at(row).id, *subset);
    }
    return members;
}

} // namespace

Result<void> splitDataset(Project& project, DatasetId dataset, const SplitOptions& options)
{
    if (const auto known = labelwright::dataset(project, dataset); !known)
        return failureOf(known);
    const auto usable = usableSamples(project, dataset);
    if (!usable)
        return failureOf(usable);
    const auto members = options.rules.empty()
                             ? membersByChance(*usable, options)
                             : membersByRules(project, dataset, *usable, options);
    if (!members)
        return failureOf(members);
    if (members->empty())
        return {};
    return setSubsets(project, dataset, *members, options.resplit, rulesInWords(options));
}

Result<SubsetTable> subsetTable(const Project& project, DatasetId dataset)
{
    const auto snapshot = currentSnapshot(project, dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    return positivesPerSubset(snapshot->annotations, snapshot->subsets);
}

} // namespace labelwright
