#pragma once

#include "core/evaluation/calibration.h"

#include <span>

namespace labelwright {

/// A logit and the probability that its fit should give.
struct PlattPoint
{
    double logit = 0;
    double target = 0;
};

/// Scale and offset that minimise the crossentropy of sigmoid(scale · logit + offset) against the
/// targets, from the given start: Newton's method with backtracking of Lin, Lin and Weng, "A note on
/// Platt's probabilistic outputs for support vector machines" (2007), appendix.
LabelCalibration fitPlatt(std::span<const PlattPoint> points, double startOffset);

/// The scale in [0.05, 20] that minimises the same with offset 0: a safeguarded Newton search for
/// the zero of the derivative, which rises with the scale.
double fitScale(std::span<const PlattPoint> points);

} // namespace labelwright
