#pragma once

#include "core/base/random.h"

#include <QImage>
#include <QPainter>

namespace labelwright {

/// Changes a finished scene as light, weather and camera would, so that neither colour nor
/// brightness tells anything: colour cast, gamma, less saturation (down to grey or sepia),
/// vignette, slight blur and noise. `image` is RGB888.
void finishScene(QImage& image, Random& random);

/// A veil of haze over all that is painted so far, stronger towards `horizon`.
void paintHaze(QPainter& painter, Random& random, double horizon, const QColor& color);

} // namespace labelwright
