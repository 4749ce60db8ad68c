#pragma once

#include "core/imaging/scene_canvas.h"

namespace labelwright {

// Things with a label. `foot` is the middle of where they stand; sizes are heights in scene units.

void paintTree(SceneCanvas& canvas, QPointF foot, double height);
void paintChurch(SceneCanvas& canvas, QPointF foot, double height);
void paintPerson(SceneCanvas& canvas, QPointF foot, double height);
/// A disc with rays around it.
void paintSun(SceneCanvas& canvas, QPointF middle, double radius);
/// Flakes in the air over the whole picture.
void paintSnowfall(SceneCanvas& canvas);

// Things that resemble them and have no label.

void paintHouse(SceneCanvas& canvas, QPointF foot, double height);
/// A silo, a castle tower or a lighthouse: tall, without cross and spire.
void paintTower(SceneCanvas& canvas, QPointF foot, double height);
/// Leaves without a trunk.
void paintBush(SceneCanvas& canvas, QPointF foot, double height);
void paintRock(SceneCanvas& canvas, QPointF foot, double height);
/// Four legs and a long body.
void paintAnimal(SceneCanvas& canvas, QPointF foot, double height);
void paintFence(SceneCanvas& canvas, QPointF foot, double height);
/// A pole with a round lamp, or with a sign.
void paintPost(SceneCanvas& canvas, QPointF foot, double height);
/// A sailing boat.
void paintBoat(SceneCanvas& canvas, QPointF foot, double height);
/// A plain disc: a moon, or a balloon with a basket.
void paintDisc(SceneCanvas& canvas, QPointF middle, double radius);

} // namespace labelwright
