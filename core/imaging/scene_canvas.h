#pragma once

#include "core/base/random.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPointF>

#include <array>

namespace labelwright {

/// The colours of one scene, by what they are used for. None of them tells what is in the scene.
struct ScenePalette
{
    QColor skyTop;
    QColor skyBottom;
    std::array<QColor, 4> grounds;
    QColor water;
    QColor mountain;
    std::array<QColor, 3> foliage;
    std::array<QColor, 3> walls;
    std::array<QColor, 3> roofs;
    QColor light; ///< Clouds, sun, moon, lamps.
};

/// What the drawing functions of the sample scenes share. Coordinates are those of a picture of
/// 160 × 160 units, y downwards; the painter scales them to the picture's real size.
struct SceneCanvas
{
    QImage& image;
    QPainter& painter;
    Random& random;
    ScenePalette palette;
    bool isSnowy = false; ///< Snow lies on roofs, trees and peaks.
};

inline constexpr double sceneSide = 160;

/// Draws colours for one scene: either natural ones, each from a wide list of its own, or a few
/// harmonious ones dealt out by chance, as in a print.
ScenePalette drawPalette(Random& random);

/// `color` with its lightness changed by `amount` (−1 … 1).
QColor shaded(const QColor& color, double amount);

/// `color` made lighter or darker until it stands out against what is now painted at `where`.
QColor standingOut(const SceneCanvas& canvas, const QColor& color, QPointF where);

/// One of `choices` by chance.
template <class Choices>
const auto& oneOf(Random& random, const Choices& choices)
{
    return choices[static_cast<std::size_t>(random.below(std::size(choices)))];
}

/// Whole number in low … high.
inline int drawInt(Random& random, int low, int high)
{
    return low + static_cast<int>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

} // namespace labelwright
