#pragma once

#include "core/base/annotation.h"

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

} // namespace labelwright
