#pragma once

#include "core/imaging/scene_canvas.h"

#include <QPainterPath>

namespace labelwright {

/// A strip of land or water: what lies below a wavy line, as far as the next strip leaves it free.
struct SceneBand
{
    bool isWater = false;
    double top = 0;       ///< Height of the line at the left edge.
    double slope = 0;     ///< Its fall per unit to the right.
    double waveHeight = 0;
    double waveLength = 60;
    double wavePhase = 0;
    QColor color;

    /// Height of the upper line at `x`.
    [[nodiscard]] double topAt(double x) const;
    /// Everything below the upper line.
    [[nodiscard]] QPainterPath below() const;
};

/// The sky over the whole picture: a gradient with, often, clouds, birds or stars.
void paintSky(SceneCanvas& canvas, double horizon);

/// A range of one to four peaks, each with a light and a dark side and ridges, standing on `base`.
/// Peaks stay below `sun` where they would hide most of it.
void paintMountains(SceneCanvas& canvas, double base, const QRectF& sun);

/// One peak; `x` and `base` are the middle of its foot.
void paintPeak(SceneCanvas& canvas, double x, double base, double height);

/// Soft hills without ridges behind the horizon: no mountains.
void paintHills(SceneCanvas& canvas, double base);

/// Land with one of several textures, or water with waves.
void paintBand(SceneCanvas& canvas, const SceneBand& band);

/// Fills `area` with water.
void paintWater(SceneCanvas& canvas, const QPainterPath& area, const QColor& color);

} // namespace labelwright
