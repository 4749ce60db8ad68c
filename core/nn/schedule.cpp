#include "core/nn/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace labelwright {

namespace {

/// From `start` (share 0) to `end` (share 1) along half a cosine.
double cosineBetween(double start, double end, double share)
{
    return end + (start - end) / 2 * (1 + std::cos(std::numbers::pi * share));
}

double cosineFactor(const Schedule& schedule, qint64 step)
{
    const auto total = static_cast<double>(schedule.steps);
    const double warmUp = std::floor(schedule.warmUpShare * total);
    const auto position = static_cast<double>(step);
    if (position < warmUp)
        return (position + 1) / warmUp;
    return cosineBetween(1, 0, std::min(1.0, (position - warmUp) / std::max(1.0, total - warmUp)));
}

double oneCycleFactor(const Schedule& schedule, qint64 step)
{
    constexpr double start = 1.0 / 25;
    constexpr double end = start / 1e4;
    const double peak = schedule.warmUpShare * static_cast<double>(schedule.steps) - 1;
    const double last = static_cast<double>(schedule.steps) - 1;
    const double position = std::min(static_cast<double>(step), last);
    if (position < peak)
        return cosineBetween(start, 1, position / peak);
    const double top = std::max(peak, 0.0);
    return last > top ? cosineBetween(1, end, (position - top) / (last - top)) : 1.0;
}

} // namespace

double rateFactor(const Schedule& schedule, qint64 step)
{
    switch (schedule.kind) {
    case ScheduleKind::Cosine: return cosineFactor(schedule, step);
    case ScheduleKind::OneCycle: return oneCycleFactor(schedule, step);
    case ScheduleKind::Constant: break;
    }
    return 1;
}

} // namespace labelwright
