#include "tests/core/imaging/image_files.h"

#include <QBuffer>
#include <QImageWriter>

#include <cstdlib>

namespace labelwright::tests {

QImage testPicture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, (x + 2 * y) * 80 / width));
    return image;
}

QByteArray encodedByQt(const QImage& image, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray jpegWithOrientation(const QImage& image, int orientation)
{
    QByteArray exif = QByteArray::fromHex("45786966000049492a0008000000010012010300010000000000"
                                          "000000000000");
    exif[24] = static_cast<char>(orientation);
    QByteArray segment = QByteArray::fromHex("ffe10000") + exif;
    segment[3] = static_cast<char>(exif.size() + 2);
    return encodedByQt(image, "jpg", 95).insert(2, segment);
}

QByteArray smallGif(bool isTransparent)
{
    const QByteArray header = "GIF89a" + QByteArray::fromHex("04000300910000");
    const QByteArray palette = QByteArray::fromHex("ff00000000ff00ff00ffffff");
    const QByteArray control = QByteArray::fromHex(isTransparent ? "21f9040105000200"
                                                                 : "21f9040005000200");
    const QByteArray frame = QByteArray::fromHex("2c000000000400030000");
    // LZW with 2-bit roots: 12 codes of 3 bits, a clear code (4) before every second one so that
    // codes stay 3 bits wide, and the end code (5).
    const auto pixels = [](int color, int last) {
        QByteArray bits;
        const auto put = [&bits](int code) {
            for (int i = 0; i < 3; ++i)
                bits += static_cast<char>(code >> i & 1);
        };
        for (int i = 0; i < 12; ++i) {
            if (i % 2 == 0)
                put(4);
            put(i == 11 ? last : color);
        }
        put(5);
        QByteArray packed((bits.size() + 7) / 8, '\0');
        for (qsizetype i = 0; i < bits.size(); ++i)
            packed[i / 8] = static_cast<char>(packed[i / 8] | bits[i] << i % 8);
        return QByteArray(1, 2) + static_cast<char>(packed.size()) + packed + QByteArray(1, '\0');
    };
    return header + palette + control + frame + pixels(0, isTransparent ? 2 : 0)
           + QByteArray::fromHex("21f9040005000000") + frame + pixels(1, 1) + ";";
}

double meanDifference(const Pixels& a, const Pixels& b)
{
    if (a.width != b.width || a.height != b.height || a.channels != b.channels)
        return 255;
    double sum = 0;
    for (std::size_t i = 0; i < a.data.size(); ++i)
        sum += std::abs(a.data[i] - b.data[i]);
    return sum / static_cast<double>(a.data.size());
}

Pixels toRgb(const QImage& image)
{
    Pixels pixels{image.width(), image.height(), 3, {}};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb color = image.pixel(x, y);
            for (const int value : {qRed(color), qGreen(color), qBlue(color)})
                pixels.data.push_back(static_cast<std::uint8_t>(value));
        }
    return pixels;
}

} // namespace labelwright::tests
