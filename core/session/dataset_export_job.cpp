#include "core/session/dataset_export_job.h"

#include "core/dataset/dataset_writer.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/sample_reader.h"
#include "core/project/snapshot.h"
#include "core/session/decision_job.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

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

/// What the steps of an export share.
struct ExportSource
{
    const Project& project;
    DatasetId dataset;
    std::vector<Sample> samples;
    std::vector<std::size_t> rows; ///< Places in `samples` of those that are written.
};

/// A sample that is not checked yet is tried: a damaged one must not make the export impossible,
/// and a source that is away must not make it incomplete.
Result<bool> canBeWritten(const Sample& sample, SampleReader& reader)
{
    if (sample.check != CheckState::Pending)
        return sample.check == CheckState::Ok;
    if (reader.read(sample.id))
        return true;
    if (const auto there = reader.openSource(sample.id); !there)
        return failureOf(there);
    return reader.read(sample.id).has_value();
}

Result<void> chooseRows(SampleReader& reader, ExportSource& source)
{
    for (std::size_t row = 0; row < source.samples.size(); ++row) {
        const auto writable = canBeWritten(source.samples[row], reader);
        if (!writable)
            return failureOf(writable);
        if (*writable)
            source.rows.push_back(row);
    }
    return {};
}

Result<void> addSamples(const ExportSource& source, DatasetWriteRequest& request)
{
    auto fields = fieldTable(source.project, source.dataset);
    if (!fields)
        return failureOf(fields);
    request.fieldColumns = fields->columns;
    bool grouped = false;
    for (const std::size_t row : source.rows) {
        const Sample& sample = source.samples[row];
        request.samples.push_back(
            {sample.name, sample.subset, sample.group, std::move(fields->rows[row])});
        grouped = grouped || !sample.group.isEmpty();
    }
    if (grouped)
        request.groupColumn = groupColumnOf(source.project, source.dataset);
    return {};
}

Result<void> addAnnotations(const ExportSource& source, DatasetWriteRequest& request)
{
    const auto snapshot = currentSnapshot(source.project, source.dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    const auto names = labelNames(source.project, snapshot->labels);
    if (!names)
        return failureOf(names);
    request.labels = *names;
    request.annotations = LabelMatrix(0, snapshot->labels.size());
    for (const std::size_t row : source.rows)
        request.annotations.append(snapshot->annotations.row(row));
    return {};
}

/// Rows of samples that belong to no subset keep NaN, which is written as a blank.
Result<void> addScores(const ExportSource& source, const CheckpointChoice& choice,
                       DatasetWriteRequest& request, const ProgressCallback& progress,
                       std::stop_token stop)
{
    const auto chosen = chosenCheckpoint(source.project, choice);
    if (!chosen)
        return failureOf(chosen);
    const auto width = static_cast<std::size_t>(chosen->labels.size());
    request.scoreLabels = chosen->labels;
    request.scores.assign(source.rows.size() * width, std::numeric_limits<float>::quiet_NaN());
    QHash<qint64, std::size_t> rowOf;
    for (std::size_t row = 0; row < source.rows.size(); ++row)
        rowOf.insert(source.samples[source.rows[row]].id.value, row);
    for (const Subset subset : allSubsets) {
        const auto table = scoresOf(source.project, chosen->experiment, chosen->checkpoint, subset,
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

Result<DatasetExport> exportDataset(const Project& project, DatasetId dataset,
                                    const QString& zipPath,
                                    const std::optional<CheckpointChoice>& scoredBy,
                                    const ProgressCallback& progress, std::stop_token stop)
{
    auto all = samples(project, dataset);
    const auto locations = sampleLocations(project, dataset);
    if (!all || !locations)
        return all ? failureOf(locations) : failureOf(all);
    ExportSource source{project, dataset, *std::move(all), {}};
    SampleReader reader(*locations);
    if (const auto chosen = chooseRows(reader, source); !chosen)
        return failureOf(chosen);
    DatasetWriteRequest request;
    if (const auto added = addSamples(source, request); !added)
        return failureOf(added);
    if (const auto added = addAnnotations(source, request); !added)
        return failureOf(added);
    if (scoredBy)
        if (const auto added = addScores(source, *scoredBy, request, progress, stop); !added)
            return failureOf(added);
    request.readImage = [&](std::size_t row) -> Result<QByteArray> {
        const auto stored = reader.read(source.samples[source.rows[row]].id);
        return stored ? Result<QByteArray>(stored->bytes) : failureOf(stored);
    };
    if (const auto written = writeDataset(zipPath, request, progress, stop); !written)
        return failureOf(written);
    return DatasetExport{std::ssize(source.rows),
                         std::ssize(source.samples) - std::ssize(source.rows)};
}

} // namespace labelwright
