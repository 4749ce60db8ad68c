#include "core/report/chart_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace labelwright {

namespace {

/// The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is at least `raw`.
double niceStep(double raw, bool wholeNumbers)
{
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        const bool whole = std::abs(step - std::round(step)) < 1e-9;
        if (step >= raw * (1 - 1e-9) && (!wholeNumbers || whole))
            return wholeNumbers ? std::max(1.0, step) : step;
    }
    return wholeNumbers ? std::max(1.0, std::ceil(raw)) : 10 * power;
}

/// Where one bucket's outline lies.
struct Bucket
{
    std::size_t first = 0;
    std::size_t lowest = 0;
    std::size_t highest = 0;
    std::size_t last = 0;
};

void appendBucket(const Bucket& bucket, std::span<const QPointF> points, std::vector<QPointF>& out)
{
    std::array<std::size_t, 4> indices{bucket.first, bucket.lowest, bucket.highest, bucket.last};
    std::sort(indices.begin(), indices.end());
    const auto end = std::unique(indices.begin(), indices.end());
    for (auto i = indices.begin(); i != end; ++i)
        out.push_back(points[*i]);
}

} // namespace

std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t maxPoints)
{
    if (points.size() <= maxPoints)
        return {points.begin(), points.end()};
    const std::size_t buckets = std::max<std::size_t>(1, maxPoints / 4);
    const double from = points.front().x();
    const double width = std::max(points.back().x() - from, 1e-300) / double(buckets);
    const auto bucketOf = [&](std::size_t i) {
        return std::min(buckets - 1, std::size_t(std::max(0.0, (points[i].x() - from) / width)));
    };
    std::vector<QPointF> out;
    Bucket bucket;
    for (std::size_t i = 1; i <= points.size(); ++i) {
        if (i == points.size() || bucketOf(i) != bucketOf(bucket.first)) {
            appendBucket(bucket, points, out);
            bucket = {i, i, i, i};
            continue;
        }
        if (points[i].y() < points[bucket.lowest].y())
            bucket.lowest = i;
        if (points[i].y() > points[bucket.highest].y())
            bucket.highest = i;
        bucket.last = i;
    }
    return out;
}

std::vector<double> niceTicks(double minimum, double maximum, int count, bool wholeNumbers)
{
    const double size = std::max(std::abs(minimum), std::abs(maximum));
    if (!(maximum - minimum > 1e-9 * size)) {
        const double room = wholeNumbers ? 1 : std::max(std::abs(minimum) * 0.1, 1e-6);
        minimum -= wholeNumbers ? 0 : room;
        maximum = minimum + 2 * room;
    }
    const double step = niceStep((maximum - minimum) / std::max(1, count), wholeNumbers);
    const double first = std::floor(minimum / step + 1e-9);
    const double last = std::ceil(maximum / step - 1e-9);
    std::vector<double> ticks;
    for (int i = 0; i <= int(last - first); ++i)
        ticks.push_back((first + i) * step);
    return ticks;
}

std::vector<QString> tickTexts(std::span<const double> ticks)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    int decimals = 0;
    for (double scaled = step;
         decimals < 8 && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled; scaled *= 10)
        ++decimals;
    const bool huge = !ticks.empty() && std::abs(ticks.back()) >= 1e6;
    std::vector<QString> texts;
    for (const double tick : ticks)
        texts.push_back(huge || decimals == 8 ? QString::number(tick, 'g', 3)
                                              : QString::number(tick + 0.0, 'f', decimals));
    return texts;
}

} // namespace labelwright
