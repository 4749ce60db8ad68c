#include "core/evaluation/calibration.h"

#include "core/base/parallel.h"
#include "core/evaluation/platt.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace labelwright {

namespace {

/// Known cells of one label, or of all.
struct KnownCells
{
    std::vector<PlattPoint> points; ///< Targets are 0 and 1.
    std::int64_t positives = 0;
    std::int64_t negatives = 0;
};

KnownCells knownCells(std::span<const float> logits, std::span<const Annotation> truth,
                      std::size_t first, std::size_t stride)
{
    KnownCells cells;
    for (std::size_t i = first; i < logits.size(); i += stride) {
        if (truth[i] == Annotation::Unknown || !std::isfinite(logits[i]))
            continue;
        const bool present = truth[i] == Annotation::Present;
        cells.points.push_back({logits[i], present ? 1.0 : 0.0});
        ++(present ? cells.positives : cells.negatives);
    }
    return cells;
}

/// Why a fit on these would not be trusted; empty when it would.
QString tooFew(const KnownCells& cells)
{
    const QString sentence = QStringLiteral("Only %1 known %2 (%3 are needed): the scores stay "
                                            "uncalibrated.");
    if (cells.positives < minimumForCalibration)
        return sentence.arg(cells.positives)
            .arg(QStringLiteral("positives"))
            .arg(minimumForCalibration);
    if (cells.negatives < minimumForCalibration)
        return sentence.arg(cells.negatives)
            .arg(QStringLiteral("negatives"))
            .arg(minimumForCalibration);
    return {};
}

LabelCalibrationFit fitLabel(KnownCells cells)
{
    LabelCalibrationFit fit;
    fit.reason = tooFew(cells);
    if (!fit.reason.isEmpty())
        return fit;
    const auto positives = static_cast<double>(cells.positives);
    const auto negatives = static_cast<double>(cells.negatives);
    for (PlattPoint& point : cells.points)
        point.target = point.target > 0 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
    const LabelCalibration line
        = fitPlatt(cells.points, std::log((positives + 1) / (negatives + 1)));
    fit.fitted = line.scale > 0 && std::isfinite(line.scale) && std::isfinite(line.offset);
    if (fit.fitted)
        fit.calibration = line;
    else
        fit.reason = QStringLiteral("Higher scores do not go with more positives: the scores stay "
                                    "uncalibrated.");
    return fit;
}

void fitTemperature(const KnownCells& cells, CalibrationFit& fit)
{
    LabelCalibrationFit shared;
    shared.reason = tooFew(cells);
    shared.fitted = shared.reason.isEmpty();
    if (shared.fitted)
        shared.calibration.scale = static_cast<float>(fitScale(cells.points));
    std::fill(fit.labels.begin(), fit.labels.end(), shared);
}

} // namespace

CalibrationFit fitCalibration(CalibrationKind kind, std::span<const float> logits,
                              std::span<const Annotation> truth, std::size_t labels)
{
    assert(logits.size() == truth.size());
    CalibrationFit fit;
    fit.kind = kind;
    fit.labels.resize(labels);
    if (kind == CalibrationKind::Temperature)
        fitTemperature(knownCells(logits, truth, 0, 1), fit);
    if (kind == CalibrationKind::Platt)
        parallelFor(labels, defaultThreadCount(), [&](int, std::size_t label) {
            fit.labels[label] = fitLabel(knownCells(logits, truth, label, labels));
        });
    return fit;
}

std::vector<LabelCalibration> calibrationsOf(const CalibrationFit& fit)
{
    std::vector<LabelCalibration> calibrations;
    calibrations.reserve(fit.labels.size());
    for (const LabelCalibrationFit& label : fit.labels)
        calibrations.push_back(label.calibration);
    return calibrations;
}

float calibratedScore(float logit, const LabelCalibration& calibration)
{
    return 1.0F / (1.0F + std::exp(-(calibration.scale * logit + calibration.offset)));
}

std::vector<float> calibratedScores(std::span<const float> logits,
                                    std::span<const LabelCalibration> calibration,
                                    std::size_t labels)
{
    assert(calibration.empty() || calibration.size() == labels);
    std::vector<float> scores(logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i)
        scores[i] = calibratedScore(logits[i], calibration.empty() ? LabelCalibration{}
                                                                   : calibration[i % labels]);
    return scores;
}

} // namespace labelwright
