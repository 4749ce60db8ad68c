#pragma once

#include <QPointF>
#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace labelwright {

/// At most `maxPoints` points with the same outline: of each run of points that share one bucket of
/// x the first, lowest, highest and last stay. Points must have rising or equal x. maxPoints ≥ 4.
std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t maxPoints);

/// Round numbers that cover [minimum, maximum] in about `count` steps of 1, 2, 2.5 or 5 times a
/// power of ten; the first is ≤ minimum and the last ≥ maximum.
std::vector<double> niceTicks(double minimum, double maximum, int count, bool wholeNumbers = false);

/// Tick values as texts with as many decimals as tell them apart.
std::vector<QString> tickTexts(std::span<const double> ticks);

} // namespace labelwright
