#include "core/session/inspection.h"

#include "core/evaluation/curves.h"
#include "core/project/labels.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace labelwright {

namespace {

constexpr int histogramBins = 50;

template <class T>
std::vector<T> column(std::span<const T> matrix, std::size_t labels, std::size_t label)
{
    std::vector<T> values;
    values.reserve(matrix.size() / labels);
    for (std::size_t i = label; i < matrix.size(); i += labels)
        values.push_back(matrix[i]);
    return values;
}

void addCurves(LabelInspection& inspection)
{
    const SortedScores& sorted = inspection.sorted;
    const auto positives = static_cast<double>(sorted.positives());
    const auto negatives = static_cast<double>(sorted.negatives());
    for (std::size_t step = 0; step <= sorted.steps(); ++step) {
        const ConfusionCounts counts = sorted.atStep(step);
        const auto hits = static_cast<double>(counts.truePositive);
        if (positives > 0 && negatives > 0)
            inspection.roc.emplace_back(static_cast<double>(counts.falsePositive) / negatives,
                                        hits / positives);
        if (positives > 0)
            inspection.precisionRecall.emplace_back(hits / positives,
                                                    step == 0 ? 1 : precisionOf(counts));
    }
    inspection.rocAuc = rocAuc(sorted);
    inspection.averagePrecision = averagePrecision(sorted);
}

CalibrationFigures calibrationOf(std::span<const float> scores, std::span<const Annotation> truth)
{
    CalibrationFigures figures;
    figures.bins = reliabilityBins(scores, truth);
    figures.error = expectedCalibrationError(figures.bins);
    figures.brier = brierScore(scores, truth);
    return figures;
}

float mistake(float score, Annotation truth)
{
    switch (truth) {
    case Annotation::Present: return 1 - score;
    case Annotation::Absent: return score;
    case Annotation::Unknown: break;
    }
    return -1;
}

template <class Key>
std::vector<std::uint32_t> rowsFalling(std::size_t count, const Key& key)
{
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return key(a) > key(b);
    });
    return rows;
}

} // namespace

std::optional<MatrixField> fieldOf(float score, Annotation truth, float threshold)
{
    const bool predicted = score >= threshold;
    switch (truth) {
    case Annotation::Present:
        return predicted ? MatrixField::TruePositive : MatrixField::FalseNegative;
    case Annotation::Absent:
        return predicted ? MatrixField::FalsePositive : MatrixField::TrueNegative;
    case Annotation::Unknown: break;
    }
    return std::nullopt;
}

std::int64_t countIn(const ConfusionCounts& counts, MatrixField field)
{
    switch (field) {
    case MatrixField::TruePositive: return counts.truePositive;
    case MatrixField::FalseNegative: return counts.falseNegative;
    case MatrixField::FalsePositive: return counts.falsePositive;
    case MatrixField::TrueNegative: break;
    }
    return counts.trueNegative;
}

LabelInspection inspectLabel(std::span<const float> scores, std::span<const Annotation> truth,
                             std::size_t labels, std::size_t label,
                             std::span<const float> uncalibrated)
{
    assert(scores.size() == truth.size() && label < labels);
    LabelInspection inspection;
    inspection.label = label;
    inspection.scores = column(scores, labels, label);
    inspection.truth = column(truth, labels, label);
    inspection.sorted = SortedScores(inspection.scores, inspection.truth);
    addCurves(inspection);
    inspection.histogram = scoreHistogram(inspection.scores, inspection.truth, histogramBins);
    inspection.calibrated = calibrationOf(inspection.scores, inspection.truth);
    if (!uncalibrated.empty())
        inspection.uncalibrated = calibrationOf(column(uncalibrated, labels, label),
                                                inspection.truth);
    inspection.byScore = rowsFalling(inspection.scores.size(),
                                     [&](std::uint32_t row) { return inspection.scores[row]; });
    inspection.byMistake = rowsFalling(inspection.scores.size(), [&](std::uint32_t row) {
        return mistake(inspection.scores[row], inspection.truth[row]);
    });
    return inspection;
}

std::vector<ConfusionCounts> countsPerLabel(std::span<const float> scores,
                                            std::span<const Annotation> truth,
                                            std::span<const float> thresholds)
{
    assert(scores.size() == truth.size());
    std::vector<ConfusionCounts> counts(thresholds.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::size_t label = i % thresholds.size();
        const auto field = fieldOf(scores[i], truth[i], thresholds[label]);
        if (!field)
            continue;
        switch (*field) {
        case MatrixField::TruePositive: ++counts[label].truePositive; break;
        case MatrixField::FalseNegative: ++counts[label].falseNegative; break;
        case MatrixField::FalsePositive: ++counts[label].falsePositive; break;
        case MatrixField::TrueNegative: ++counts[label].trueNegative; break;
        }
    }
    return counts;
}

Result<ValidationRows> validationRows(const Project& project, const Experiment& experiment)
{
    const auto snapshot = version(project, experiment.version).and_then([&](const Version& v) {
        return snapshotAt(project, v, Proposals::Ignore);
    });
    if (!snapshot)
        return failureOf(snapshot);
    auto names = labelNames(project, experiment.labels);
    if (!names)
        return failureOf(names);
    const LabelMatrix truth = columnsOf(*snapshot, experiment.labels);
    ValidationRows rows;
    rows.labels = *std::move(names);
    for (const std::uint32_t row : usableRows(*snapshot, Subset::Validation)) {
        rows.samples.push_back(snapshot->samples[row]);
        const auto cells = truth.row(row);
        rows.truth.insert(rows.truth.end(), cells.begin(), cells.end());
    }
    return rows;
}

} // namespace labelwright
