#pragma once

#include "core/base/random.h"
#include "core/imaging/sample_image.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

inline constexpr int spectrogramWidth = 716;  ///< Time frames: 30 s at 12 kHz, hop 500.
inline constexpr int spectrogramHeight = 150; ///< Mel bands up to 6 kHz.

/// calm, energetic, dark, bright, drums, bass, piano, strings, voice.
QStringList songLabels();

/// Draws `segments` parts of one made-up song as grey log-mel spectrograms (−80 … 0 dB as 0 … 255),
/// low frequencies at the top, time from left to right. Key, tempo, mood and instruments are the
/// song's own; `song` becomes the group of each part. An instrument that rests in a part is not
/// labelled there.
std::vector<SampleImage> drawSong(Random& random, const QString& song, int segments);

} // namespace labelwright
