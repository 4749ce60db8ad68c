#pragma once

#include "core/base/random.h"
#include "core/imaging/sample_image.h"

#include <QStringList>

namespace labelwright {

/// sky, water, mountain, tree, church, people, sun, snow.
QStringList landscapeLabels();

/// Draws one RGB landscape of side × side pixels; several of `landscapeLabels` may hold. Labels show
/// in shapes and textures: colours, brightness and positions are drawn independently of them, and
/// most scenes hold distractors (lamps, silos, bushes, posts, clouds) that mean no label. The same
/// generator state gives the same picture on one machine. Needs no application object and no
/// display.
SampleImage drawLandscape(Random& random, int side = 160);

} // namespace labelwright
