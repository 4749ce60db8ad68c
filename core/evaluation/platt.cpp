#include "core/evaluation/platt.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

double sigmoid(double z)
{
    return 1 / (1 + std::exp(-z));
}

/// log(1 + exp(z)) − target · z without overflow.
double crossentropy(double z, double target)
{
    return (z > 0 ? z : 0) + std::log1p(std::exp(-std::abs(z))) - target * z;
}

struct Line
{
    double scale = 0;
    double offset = 0;
};

double loss(std::span<const PlattPoint> points, Line line)
{
    double sum = 0;
    for (const PlattPoint& point : points)
        sum += crossentropy(line.scale * point.logit + line.offset, point.target);
    return sum;
}

/// First and second derivatives of the loss.
struct Slope
{
    Line gradient;
    double scaleScale = 1e-12; ///< Keeps the matrix invertible, as in the paper.
    double offsetOffset = 1e-12;
    double scaleOffset = 0;
};

Slope slopeAt(std::span<const PlattPoint> points, Line line)
{
    Slope slope;
    for (const PlattPoint& point : points) {
        const double p = sigmoid(line.scale * point.logit + line.offset);
        const double error = p - point.target;
        const double curvature = p * (1 - p);
        slope.gradient.scale += error * point.logit;
        slope.gradient.offset += error;
        slope.scaleScale += curvature * point.logit * point.logit;
        slope.offsetOffset += curvature;
        slope.scaleOffset += curvature * point.logit;
    }
    return slope;
}

Line newtonStep(const Slope& slope)
{
    const double determinant
        = slope.scaleScale * slope.offsetOffset - slope.scaleOffset * slope.scaleOffset;
    return {-(slope.offsetOffset * slope.gradient.scale
              - slope.scaleOffset * slope.gradient.offset)
                / determinant,
            -(slope.scaleScale * slope.gradient.offset
              - slope.scaleOffset * slope.gradient.scale)
                / determinant};
}

/// Goes along `step`, halved until the loss falls enough. False when no length does.
bool descend(std::span<const PlattPoint> points, const Slope& slope, Line step, Line& line,
             double& currentLoss)
{
    const double expected
        = slope.gradient.scale * step.scale + slope.gradient.offset * step.offset;
    for (double length = 1; length >= 1e-10; length /= 2) {
        const Line next{line.scale + length * step.scale, line.offset + length * step.offset};
        const double nextLoss = loss(points, next);
        if (nextLoss < currentLoss + 1e-4 * length * expected) {
            line = next;
            currentLoss = nextLoss;
            return true;
        }
    }
    return false;
}

} // namespace

LabelCalibration fitPlatt(std::span<const PlattPoint> points, double startOffset)
{
    constexpr int mostSteps = 100;
    const double tolerance = 1e-8 * static_cast<double>(std::max<std::size_t>(points.size(), 1));
    Line line{0, startOffset};
    double currentLoss = loss(points, line);
    for (int i = 0; i < mostSteps; ++i) {
        const Slope slope = slopeAt(points, line);
        if (std::abs(slope.gradient.scale) < tolerance
            && std::abs(slope.gradient.offset) < tolerance)
            break;
        if (!descend(points, slope, newtonStep(slope), line, currentLoss))
            break;
    }
    return {static_cast<float>(line.scale), static_cast<float>(line.offset)};
}

double fitScale(std::span<const PlattPoint> points)
{
    double low = 0.05;
    double high = 20;
    double scale = 1;
    for (int i = 0; i < 60 && high - low > 1e-9; ++i) {
        double gradient = 0;
        double curvature = 0;
        for (const PlattPoint& point : points) {
            const double p = sigmoid(scale * point.logit);
            gradient += (p - point.target) * point.logit;
            curvature += p * (1 - p) * point.logit * point.logit;
        }
        (gradient > 0 ? high : low) = scale;
        const double newton = curvature > 0 ? scale - gradient / curvature : low;
        const double next = newton > low && newton < high ? newton : (low + high) / 2;
        if (std::abs(next - scale) < 1e-9)
            break;
        scale = next;
    }
    return scale;
}

} // namespace labelwright
