#pragma once

#include "core/base/ids.h"

#include <QCache>
#include <QPixmap>
#include <QRect>

class QPainter;
class QPalette;

namespace labelwright {

class Thumbnails;

/// Whether a sample's image can be used.
enum class ImageState { Usable, Broken };

/// Draws thumbnails into rectangles: in proportion and centred, a placeholder while it is being
/// loaded, a crossed picture where the image cannot be read.
class ThumbnailPainter
{
public:
    explicit ThumbnailPainter(const Thumbnails& thumbnails);

    void paint(QPainter& painter, const QRect& area, SampleId sample, ImageState state,
               const QPalette& palette);

    /// Scaled pictures are made anew, as after another screen's scale.
    void clear() { m_scaled.clear(); }

private:
    [[nodiscard]] const QPixmap* scaled(SampleId sample, const QSize& size, double ratio);

    const Thumbnails& m_thumbnails;
    QCache<qint64, QPixmap> m_scaled; ///< Cost: kilobytes.
};

} // namespace labelwright
