#include "core/session/dataset_export_job.h"

#include "core/dataset/dataset_writer.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/sample_reader.h"
#include "core/project/snapshot.h"
#include "core/session/decision_job.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>

namespace labelwright {

namespace {

/// As the first index that had one called it.
QString groupColumnOf(const Project& project, DatasetId dataset)
{
    if (const auto records = importRecords(project, dataset))
        for (const ImportRecord& record : *records)
            if (!record.groupColumn.isEmpty())
                return record.groupColumn;
    return QStringLiteral("group");
}

Result<void> addSamples(const Project& project, DatasetId dataset, DatasetWriteRequest& request)
{
    const auto all = samples(project, dataset);
    auto fields = fieldTable(project, dataset);
    if (!all || !fields)
        return all ? failureOf(fields) : failureOf(all);
    request.fieldColumns = fields->columns;
    bool grouped = false;
    for (std::size_t row = 0; row < all->size(); ++row) {
        const Sample& sample = all->at(row);
        request.samples.push_back(
            {sample.name, sample.subset, sample.group, std::move(fields->rows[row])});
        grouped = grouped || !sample.group.isEmpty();
    }
    if (grouped)
        request.groupColumn = groupColumnOf(project, dataset);
    return {};
}

Result<void> addAnnotations(const Project& project, DatasetId dataset, DatasetWriteRequest& request)
{
    auto snapshot = currentSnapshot(project, dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    const auto names = labelNames(project, snapshot->labels);
    if (!names)
        return failureOf(names);
    request.labels = *names;
    request.annotations = std::move(snapshot->annotations);
    return {};
}

/// Rows of samples that belong to no subset keep NaN, which is written as a blank.
Result<void> addScores(const Project& project, const CheckpointChoice& choice,
                       const std::vector<SampleId>& rows, DatasetWriteRequest& request,
                       const ProgressCallback& progress, std::stop_token stop)
{
    const auto chosen = chosenCheckpoint(project, choice);
    if (!chosen)
        return failureOf(chosen);
    const auto width = static_cast<std::size_t>(chosen->labels.size());
    request.scoreLabels = chosen->labels;
    request.scores.assign(rows.size() * width, std::numeric_limits<float>::quiet_NaN());
    QHash<qint64, std::size_t> rowOf;
    for (std::size_t row = 0; row < rows.size(); ++row)
        rowOf.insert(rows[row].value, row);
    for (const Subset subset : allSubsets) {
        const auto table = scoresOf(project, chosen->experiment, chosen->checkpoint, subset,
                                    progress, stop);
        if (!table)
            return failureOf(table);
        const auto scores = calibratedScores(table->logits, calibrationsOf(chosen->decisions),
                                             width);
        for (std::size_t i = 0; i < table->samples.size(); ++i) {
            const auto row = rowOf.constFind(table->samples[i].value);
            if (row != rowOf.constEnd())
                std::copy_n(scores.begin() + static_cast<std::ptrdiff_t>(i * width), width,
                            request.scores.begin() + static_cast<std::ptrdiff_t>(*row * width));
        }
    }
    return {};
}

} // namespace

Result<void> exportDataset(const Project& project, DatasetId dataset, const QString& zipPath,
                           const std::optional<CheckpointChoice>& scoredBy,
                           const ProgressCallback& progress, std::stop_token stop)
{
    DatasetWriteRequest request;
    if (const auto added = addSamples(project, dataset, request); !added)
        return added;
    if (const auto added = addAnnotations(project, dataset, request); !added)
        return added;
    const auto all = samples(project, dataset);
    const auto locations = sampleLocations(project, dataset);
    if (!all || !locations)
        return all ? failureOf(locations) : failureOf(all);
    std::vector<SampleId> rows;
    for (const Sample& sample : *all)
        rows.push_back(sample.id);
    if (scoredBy)
        if (const auto added = addScores(project, *scoredBy, rows, request, progress, stop); !added)
            return added;
    SampleReader reader(*locations);
    request.readImage = [&](std::size_t row) -> Result<QByteArray> {
        const auto stored = reader.read(rows[row]);
        return stored ? Result<QByteArray>(stored->bytes) : failureOf(stored);
    };
    return writeDataset(zipPath, request, progress, stop);
}

} // namespace labelwright
