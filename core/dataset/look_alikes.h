#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <span>
#include <vector>

namespace labelwright {

/// Numbers the groups of samples that have to stay in one subset: those with equal digests, with
/// perceptual hashes that differ in at most `maxDistance` bits, or with equal group keys, directly
/// or through others. Group numbers are 0, 1, … in the order of their first samples.
///
/// Each span has one entry per sample or is empty (that kind of link is not used); an empty digest
/// or key and the hash 0 link nothing. Hashes that hold no information (fewer than 8 bits set or
/// clear, as flat images have) link nothing. A chain of near-identical images that would hold more
/// than a tenth of all samples (and more than 50) is cut back to equal hashes, and where these are
/// as many, to equal bytes: such hashes say only that all images are of one kind.
///
/// Sub-quadratic: of maxDistance + 1 parts of two near hashes at least one is equal (Norouzi,
/// Punjani and Fleet 2012, "Fast Search in Hamming Space with Multi-Index Hashing").
std::vector<std::uint32_t> linkSamples(std::span<const QByteArray> digests,
                                       std::span<const quint64> hashes,
                                       std::span<const QString> groupKeys, int maxDistance);

} // namespace labelwright
