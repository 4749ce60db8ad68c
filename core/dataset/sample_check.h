#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace labelwright {

/// What a full look at one sample's bytes tells: phase two of an import.
struct SampleCheck
{
    QByteArray digest; ///< SHA-256, 64 hexadecimal digits.
    qint64 bytes = 0;
    int width = 0;              ///< Pixels, after EXIF orientation; 0 when unreadable.
    int height = 0;             ///< Pixels, after EXIF orientation; 0 when unreadable.
    quint64 perceptualHash = 0; ///< 0 when unreadable.
    QString problem;            ///< One sentence when the image cannot be used; else empty.
};

/// Digests and decodes an image file's bytes. Safe to call from many threads.
SampleCheck checkSample(const QByteArray& bytes);

} // namespace labelwright
