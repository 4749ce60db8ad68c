#pragma once

#include "core/base/annotation.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace labelwright {

enum class CalibrationKind { None, Temperature, Platt };

/// Per label: score = sigmoid(scale · logit + offset). Scale 1 and offset 0 change nothing.
struct LabelCalibration
{
    float scale = 1;
    float offset = 0;
    friend bool operator==(const LabelCalibration&, const LabelCalibration&) = default;
};

/// Fewest known positives, and fewest known negatives, with which a calibration is fitted: the
/// two parameters of Platt's curve need about five events each.
inline constexpr std::int64_t minimumForCalibration = 10;

/// What a fit gave for one label.
struct LabelCalibrationFit
{
    LabelCalibration calibration;
    bool fitted = false; ///< False: the label keeps its uncalibrated scores.
    QString reason;      ///< Why it was not fitted; empty otherwise and for kind None.
};

/// A fit for all labels of a checkpoint.
struct CalibrationFit
{
    CalibrationKind kind = CalibrationKind::None;
    std::vector<LabelCalibrationFit> labels;
};

/// Fits on `logits` and `truth` of the validation subset, both samples × labels, row by row;
/// Unknown cells take no part. Temperature (Guo et al. 2017): one scale for all labels, within
/// [0.05, 20]. Platt: scale and offset per label, with the targets and Newton's method of Lin, Lin
/// and Weng (2007); a fit whose scale is not positive would turn the order round and is dropped.
CalibrationFit fitCalibration(CalibrationKind kind, std::span<const float> logits,
                              std::span<const Annotation> truth, std::size_t labels);

/// The labels' scales and offsets alone, as predictors and exports take them.
std::vector<LabelCalibration> calibrationsOf(const CalibrationFit& fit);

/// sigmoid(scale · logit + offset).
float calibratedScore(float logit, const LabelCalibration& calibration);

/// Scores of logits samples × labels; `calibration` has one entry per label or is empty (identity).
std::vector<float> calibratedScores(std::span<const float> logits,
                                    std::span<const LabelCalibration> calibration,
                                    std::size_t labels);

} // namespace labelwright
