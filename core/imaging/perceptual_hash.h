#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QtGlobal>

namespace labelwright {

/// Hamming distance up to which two images count as near-identical: re-encoded, rescaled or
/// slightly brightened copies stay at or below it, different pictures above it.
inline constexpr int nearIdenticalDistance = 4;

/// 64-bit perceptual hash of an image file's bytes: signs of the lowest frequencies of a 32 × 32
/// grey version (DCT), against their median (Zauner 2010, "Implementation and Benchmarking of
/// Perceptual Image Hash Functions"). Large JPEGs are decoded at reduced size. Fails like
/// `decodeImage`.
Result<quint64> perceptualHash(const QByteArray& encoded);

/// Number of bits in which two hashes differ, 0 … 64.
int hammingDistance(quint64 a, quint64 b);

} // namespace labelwright
