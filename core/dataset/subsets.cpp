#include "core/dataset/subsets.h"

#include "core/dataset/label_evidence.h"
#include "core/dataset/stratification.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace labelwright {

namespace {

std::size_t indexOf(Subset subset)
{
    return static_cast<std::size_t>(subset);
}

Result<std::array<Share, 3>> wholeShares(const std::array<double, 3>& shares)
{
    const double sum = shares[0] + shares[1] + shares[2];
    const bool isUsable = std::all_of(shares.begin(), shares.end(), [](double share) {
        return std::isfinite(share) && share >= 0;
    });
    if (!isUsable || sum <= 0)
        return failure(
            QStringLiteral("The shares %1/%2/%3 cannot be used: give three numbers from 0 "
                           "on, at least one above 0.")
                .arg(shares[0])
                .arg(shares[1])
                .arg(shares[2]));
    std::array<Share, 3> whole{};
    for (std::size_t i = 0; i < shares.size(); ++i)
        whole[i] = std::llround(shares[i] / sum * shareUnit);
    *std::max_element(whole.begin(), whole.end()) +=
        shareUnit - std::accumulate(whole.begin(), whole.end(), Share{0});
    return whole;
}

Result<void> checkRequest(const SplitRequest& request)
{
    const std::size_t samples = request.annotations->samples();
    const bool fits = (request.groups.empty() || request.groups.size() == samples) &&
                      (request.fixed.empty() || request.fixed.size() == samples);
    if (!fits)
        return failure(QStringLiteral("Groups or fixed subsets do not belong to these samples."));
    return {};
}

/// The samples of each group, in the order of their first samples.
std::vector<std::vector<std::uint32_t>> membersOfGroups(const SplitRequest& request)
{
    std::vector<std::vector<std::uint32_t>> groups;
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (std::size_t i = 0; i < request.annotations->samples(); ++i) {
        const auto sample = static_cast<std::uint32_t>(i);
        const std::uint32_t key = request.groups.empty() ? sample : request.groups[i];
        const auto [place, isNew] = places.try_emplace(key, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(sample);
    }
    return groups;
}

/// The subset that has most of the group's fixed members, training before test where two have as
/// many; nothing when none is fixed.
std::optional<Subset> fixedSubset(const SplitRequest& request,
                                  const std::vector<std::uint32_t>& members)
{
    std::array<std::size_t, 3> counts{};
    if (!request.fixed.empty())
        for (const std::uint32_t sample : members)
            if (request.fixed[sample])
                ++counts[indexOf(*request.fixed[sample])];
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0)
        return std::nullopt;
    return allSubsets[static_cast<std::size_t>(most - counts.begin())];
}

MissingClass missingClass(const SubsetCell& cell)
{
    if (cell.positives == 0 && cell.negatives == 0)
        return MissingClass::Both;
    return cell.positives == 0 ? MissingClass::Positives : MissingClass::Negatives;
}

} // namespace

Result<std::vector<Subset>> splitSamples(const SplitRequest& request)
{
    const auto shares = wholeShares(request.shares);
    if (!shares)
        return failureOf(shares);
    if (const auto checked = checkRequest(request); !checked)
        return failureOf(checked);
    const LabelEvidence evidence(*request.annotations, request.stratification);
    IterativeStratification stratification(*shares, evidence.kinds());
    std::vector<Subset> subsets(request.annotations->samples(), Subset::Training);
    std::vector<std::vector<std::uint32_t>> freeGroups;
    std::vector<StratifiedUnit> units;
    for (std::vector<std::uint32_t>& members : membersOfGroups(request)) {
        const auto followed = fixedSubset(request, members);
        if (!followed) {
            units.push_back(evidence.unitOf(members));
            freeGroups.push_back(std::move(members));
            continue;
        }
        for (const std::uint32_t sample : members) {
            subsets[sample] = request.fixed[sample].value_or(*followed);
            stratification.addAssigned(evidence.unitOf({&sample, 1}), indexOf(subsets[sample]));
        }
    }
    const std::vector<std::uint8_t> parts = stratification.assign(units, request.seed);
    for (std::size_t i = 0; i < freeGroups.size(); ++i)
        for (const std::uint32_t sample : freeGroups[i])
            subsets[sample] = allSubsets[parts[i]];
    return subsets;
}

SubsetTable positivesPerSubset(const LabelMatrix& annotations,
                               std::span<const std::optional<Subset>> subsets)
{
    SubsetTable table;
    table.labels.resize(annotations.labels());
    for (std::size_t sample = 0; sample < annotations.samples(); ++sample) {
        if (!subsets[sample]) {
            ++table.withoutSubset;
            continue;
        }
        const std::size_t subset = indexOf(*subsets[sample]);
        ++table.samples[subset];
        const auto row = annotations.row(sample);
        for (std::size_t label = 0; label < row.size(); ++label) {
            SubsetCell& cell = table.labels[label][subset];
            ++(row[label] == Annotation::Present  ? cell.positives
               : row[label] == Annotation::Absent ? cell.negatives
                                                  : cell.unknown);
        }
    }
    for (std::size_t label = 0; label < table.labels.size(); ++label)
        for (const Subset subset : allSubsets) {
            const SubsetCell& cell = table.labels[label][indexOf(subset)];
            if (table.samples[indexOf(subset)] > 0 && (cell.positives == 0 || cell.negatives == 0))
                table.emptyCells.push_back({label, subset, missingClass(cell)});
        }
    return table;
}

QString emptyCellText(const EmptyCell& cell, const QString& labelName)
{
    const QString missing = cell.missing == MissingClass::Positives ? QStringLiteral("positives")
                            : cell.missing == MissingClass::Negatives
                                ? QStringLiteral("negatives")
                                : QStringLiteral("known annotations");
    return QStringLiteral("The label '%1' has no %2 in the %3 subset.")
        .arg(labelName, missing, subsetName(cell.subset));
}

} // namespace labelwright
