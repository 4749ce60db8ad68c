#include "core/project/snapshot.h"

#include "core/project/fold.h"
#include "core/project/log_store.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <algorithm>

namespace labelwright {

namespace {

QString readFailed()
{
    return QStringLiteral("The annotations cannot be read");
}

/// The newest state, carried on from what was read before.
const Fold& currentFold(ProjectStorage& storage, DatasetId dataset)
{
    Fold fresh(dataset);
    auto [place, added] = storage.folds.try_emplace(dataset.value, dataset);
    // A fold that fails half-way must not be carried on later.
    std::swap(fresh, place->second);
    fresh.advance(storage.database, lastPosition(storage.database, dataset));
    std::swap(fresh, place->second);
    return place->second;
}

std::vector<LabelId> liveLabels(Database& database, const Fold& fold, DatasetId dataset)
{
    std::vector<LabelId> labels;
    Statement rows(database, "SELECT id FROM labels WHERE dataset = ?1 ORDER BY place, id");
    rows.with(dataset);
    while (rows.next())
        if (fold.isLive(rows.id<LabelId>(0)))
            labels.push_back(rows.id<LabelId>(0));
    return labels;
}

/// Most samples are good: only the others are asked for.
std::vector<CheckState> checksOf(Database& database, const std::vector<SampleId>& samples,
                                 DatasetId dataset)
{
    std::vector<CheckState> checks(samples.size(), CheckState::Ok);
    const auto mark = [&](const char* sql, CheckState state) {
        Statement rows(database, sql);
        rows.with(dataset);
        auto place = samples.begin();
        while (rows.next()) {
            place = std::lower_bound(place, samples.end(), rows.id<SampleId>(0));
            if (place != samples.end() && *place == rows.id<SampleId>(0))
                checks[static_cast<std::size_t>(place - samples.begin())] = state;
        }
    };
    mark("SELECT id FROM samples WHERE dataset = ?1 AND state = 0 ORDER BY id",
         CheckState::Pending);
    mark("SELECT id FROM samples WHERE dataset = ?1 AND state = 2 ORDER BY id",
         CheckState::Problem);
    return checks;
}

Snapshot snapshotOf(Database& database, const Fold& fold, DatasetId dataset, Proposals proposals)
{
    Snapshot snapshot;
    snapshot.position = fold.position();
    snapshot.samples = fold.samples();
    snapshot.labels = liveLabels(database, fold, dataset);
    snapshot.subsets = fold.subsets();
    snapshot.checks = checksOf(database, snapshot.samples, dataset);
    snapshot.annotations = fold.matrix(snapshot.labels, proposals == Proposals::FillUnknown);
    return snapshot;
}

} // namespace

Result<Snapshot> currentSnapshot(const Project& project, DatasetId dataset, Proposals proposals)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<Snapshot> {
        return snapshotOf(storage.database, currentFold(storage, dataset), dataset, proposals);
    });
}

Result<Snapshot> snapshotAt(const Project& project, const Version& version, Proposals proposals)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<Snapshot> {
        if (version.position >= lastPosition(storage.database, version.dataset))
            return snapshotOf(storage.database, currentFold(storage, version.dataset),
                              version.dataset, proposals);
        Fold fold(version.dataset);
        fold.advance(storage.database, version.position);
        return snapshotOf(storage.database, fold, version.dataset, proposals);
    });
}

std::vector<std::uint32_t> usableRows(const Snapshot& snapshot, Subset subset)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < snapshot.samples.size(); ++row)
        if (snapshot.subsets[row] == subset && snapshot.checks[row] == CheckState::Ok)
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

LabelMatrix columnsOf(const Snapshot& snapshot, std::span<const LabelId> labels)
{
    LabelMatrix columns(snapshot.samples.size(), labels.size());
    for (std::size_t to = 0; to < labels.size(); ++to) {
        const auto found = std::ranges::find(snapshot.labels, labels[to]);
        if (found == snapshot.labels.end())
            continue;
        const auto from = static_cast<std::size_t>(found - snapshot.labels.begin());
        for (std::size_t row = 0; row < snapshot.samples.size(); ++row)
            columns.set(row, to, snapshot.annotations.at(row, from));
    }
    return columns;
}

} // namespace labelwright
