#include "core/imaging/decode.h"

#include "tests/core/imaging/image_files.h"

#include <QColor>
#include <QTransform>

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

QRgb pixelAt(const Pixels& pixels, int x, int y)
{
    const auto at = static_cast<std::size_t>((y * pixels.width + x) * pixels.channels);
    return qRgb(pixels.data.at(at), pixels.data.at(at + 1), pixels.data.at(at + 2));
}

/// Half-transparent red on the left, opaque green on the right.
QImage pictureWithAlpha()
{
    QImage image(16, 16, QImage::Format_ARGB32);
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x)
            image.setPixelColor(x, y, x < 8 ? QColor(255, 0, 0, 128) : QColor(0, 255, 0));
    return image;
}

/// A file without loss, and how far its decoded values may lie from the picture's.
struct Kind
{
    const char* name;
    const char* format;
    QImage::Format pixelFormat;
    double tolerance;
};

class DecodeKinds : public testing::TestWithParam<Kind>
{};

class DecodeOrientations : public testing::TestWithParam<int>
{};

QImage turned(const QImage& stored, int orientation)
{
    const QTransform transpose(0, 1, 1, 0, 0, 0);
    switch (orientation) {
    case 2: return stored.mirrored(true, false);
    case 3: return stored.transformed(QTransform().rotate(180));
    case 4: return stored.mirrored(false, true);
    case 5: return stored.transformed(transpose);
    case 6: return stored.transformed(QTransform().rotate(90));
    case 7: return stored.transformed(transpose).transformed(QTransform().rotate(180));
    case 8: return stored.transformed(QTransform().rotate(270));
    default: return stored;
    }
}

} // namespace

TEST_P(DecodeKinds, GivesThePicturesColors)
{
    const QImage picture = testPicture(50, 40).convertToFormat(GetParam().pixelFormat);
    const QByteArray bytes = encodedByQt(picture, GetParam().format, 100);
    ASSERT_FALSE(bytes.isEmpty());

    const auto rgb = decodeImage(bytes, ColorMode::Rgb);
    ASSERT_TRUE(rgb) << qPrintable(rgb.error().summary + rgb.error().detail);
    EXPECT_LE(meanDifference(*rgb, toRgb(picture.convertToFormat(QImage::Format_RGB32))),
              GetParam().tolerance);

    const auto grey = decodeImage(bytes, ColorMode::Grey);
    ASSERT_TRUE(grey);
    const QRgb color = pixelAt(*rgb, 30, 20);
    EXPECT_EQ(grey->channels, 1);
    EXPECT_NEAR(grey->data.at(20 * 50 + 30),
                0.299 * qRed(color) + 0.587 * qGreen(color) + 0.114 * qBlue(color), 2);
}

TEST_P(DecodeKinds, IsRefusedWhenCutOff)
{
    const QImage picture = testPicture(50, 40).convertToFormat(GetParam().pixelFormat);
    const QByteArray bytes = encodedByQt(picture, GetParam().format, 100);
    for (const double share : {0.05, 0.3, 0.6, 0.9, 0.98}) {
        const auto length = static_cast<qsizetype>(static_cast<double>(bytes.size()) * share);
        const auto decoded = decodeImage(bytes.left(length), ColorMode::Rgb);
        EXPECT_FALSE(decoded) << "cut at " << share;
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, DecodeKinds,
    testing::Values(Kind{"Jpeg", "jpg", QImage::Format_RGB32, 2},
                    Kind{"GreyJpeg", "jpg", QImage::Format_Grayscale8, 2},
                    Kind{"Png", "png", QImage::Format_RGB32, 0},
                    Kind{"PalettePng", "png", QImage::Format_Indexed8, 0},
                    Kind{"OneBitPng", "png", QImage::Format_Mono, 0},
                    Kind{"GreyPng", "png", QImage::Format_Grayscale8, 0},
                    Kind{"Png16", "png", QImage::Format_RGBX64, 0},
                    Kind{"GreyPng16", "png", QImage::Format_Grayscale16, 1},
                    Kind{"Bmp", "bmp", QImage::Format_RGB32, 0},
                    Kind{"PaletteBmp", "bmp", QImage::Format_Indexed8, 0},
                    Kind{"WebP", "webp", QImage::Format_RGB32, 2},
                    Kind{"Tiff", "tiff", QImage::Format_RGB32, 0},
                    Kind{"GreyTiff", "tiff", QImage::Format_Grayscale8, 0},
                    Kind{"Tiff16", "tiff", QImage::Format_RGBX64, 0},
                    Kind{"PaletteTiff", "tiff", QImage::Format_Indexed8, 0}),
    [](const auto& kind) { return kind.param.name; });

TEST_P(DecodeOrientations, AreAppliedToPixelsAndHeader)
{
    const QImage stored = testPicture(48, 32);
    const QByteArray bytes = jpegWithOrientation(stored, GetParam());
    const auto header = readImageHeader(bytes);
    const auto decoded = decodeImage(bytes, ColorMode::Rgb);
    ASSERT_TRUE(header);
    ASSERT_TRUE(decoded);
    const QImage upright = turned(stored, GetParam());
    EXPECT_EQ(header->orientation, GetParam());
    EXPECT_EQ(header->width, upright.width());
    EXPECT_EQ(header->height, upright.height());
    EXPECT_LT(meanDifference(*decoded, toRgb(upright)), 3);
}

INSTANTIATE_TEST_SUITE_P(All, DecodeOrientations, testing::Range(1, 9));

TEST(Decode, LaysAlphaOverWhite)
{
    for (const char* format : {"png", "webp", "tiff"}) {
        const auto decoded = decodeImage(encodedByQt(pictureWithAlpha(), format, 100),
                                         ColorMode::Rgb);
        ASSERT_TRUE(decoded) << format;
        const QRgb left = pixelAt(*decoded, 3, 8);
        EXPECT_GE(qRed(left), 253) << format;
        EXPECT_NEAR(qGreen(left), 127, 2) << format;
        EXPECT_NEAR(qBlue(left), 127, 2) << format;
        EXPECT_NEAR(qGreen(pixelAt(*decoded, 12, 8)), 255, 2) << format;
    }
}

TEST(Decode, LaysSixteenBitAlphaOverWhite)
{
    const QImage deep = pictureWithAlpha().convertToFormat(QImage::Format_RGBA64);
    for (const char* format : {"png", "tiff"}) {
        const auto decoded = decodeImage(encodedByQt(deep, format, 100), ColorMode::Rgb);
        ASSERT_TRUE(decoded) << format;
        EXPECT_EQ(qRed(pixelAt(*decoded, 3, 8)), 255) << format;
        EXPECT_NEAR(qGreen(pixelAt(*decoded, 3, 8)), 127, 1) << format;
    }
}

TEST(Decode, RoundsSixteenBitsToTheNearestEight)
{
    QImage image(16, 16, QImage::Format_Grayscale16);
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x)
            reinterpret_cast<quint16*>(image.scanLine(y))[x] =
                static_cast<quint16>((y * 16 + x) * 257 - (x % 3) * 100 * (y > 0 ? 1 : 0));
    for (const char* format : {"png", "tiff"}) {
        const auto decoded = decodeImage(encodedByQt(image, format), ColorMode::Grey);
        ASSERT_TRUE(decoded) << format;
        for (int i = 16; i < 256; ++i)
            EXPECT_EQ(decoded->data.at(static_cast<std::size_t>(i)),
                      std::lround((i * 257 - (i % 16 % 3) * 100) / 257.0))
                << format << " " << i;
    }
}

TEST(Decode, ReadsTheFirstFrameOfAGif)
{
    const auto header = readImageHeader(smallGif(false));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->formatName, QString("GIF"));
    const auto plain = decodeImage(smallGif(false), ColorMode::Rgb);
    ASSERT_TRUE(plain) << qPrintable(plain.error().summary + plain.error().detail);
    EXPECT_EQ(plain->width, 4);
    EXPECT_EQ(plain->height, 3);
    EXPECT_EQ(pixelAt(*plain, 0, 0), qRgb(255, 0, 0));
    EXPECT_EQ(pixelAt(*plain, 3, 2), qRgb(255, 0, 0));
    const auto transparent = decodeImage(smallGif(true), ColorMode::Rgb);
    ASSERT_TRUE(transparent);
    EXPECT_EQ(pixelAt(*transparent, 0, 0), qRgb(255, 0, 0));
    EXPECT_EQ(pixelAt(*transparent, 3, 2), qRgb(255, 255, 255));
}

TEST(Decode, RefusesAGifCutWithinItsFirstFrameOnly)
{
    const QByteArray gif = smallGif(false);
    EXPECT_FALSE(decodeImage(gif.left(42), ColorMode::Rgb));
    EXPECT_TRUE(decodeImage(gif.left(gif.size() - 6), ColorMode::Rgb));
}

TEST(Decode, RefusesWhatIsNoImageWithOneSentence)
{
    const QList<QByteArray> files{QByteArray(), QByteArray("hello, world"), QByteArray(5000, '\0'),
                                  QByteArray("\xff\xd8\xff"), QByteArray("\x89PNG\r\n\x1a\n"),
                                  QByteArray("GIF89a"), QByteArray("BM"), QByteArray("II*\0", 4),
                                  QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16)};
    for (const QByteArray& bytes : files) {
        const auto decoded = decodeImage(bytes, ColorMode::Rgb);
        ASSERT_FALSE(decoded) << bytes.left(12).toStdString();
        EXPECT_TRUE(decoded.error().summary.endsWith(u'.'));
    }
}

TEST(Decode, RefusesABombBeforeDecodingIt)
{
    QByteArray png = encodedByQt(testPicture(8, 8), "png");
    // The size is refused before the header's checksum, which is wrong now, is looked at.
    for (const int at : {16, 20}) { // Width and height in the header, now 60,000 each.
        png[at + 2] = static_cast<char>(0xea);
        png[at + 3] = static_cast<char>(0x60);
    }
    const auto decoded = decodeImage(png, ColorMode::Rgb);
    ASSERT_FALSE(decoded);
    EXPECT_TRUE(decoded.error().summary.contains(QString("60000")))
        << qPrintable(decoded.error().summary);
    EXPECT_FALSE(decodeImage(encodedByQt(testPicture(50, 40), "png"), ColorMode::Rgb,
                             {.maxPixels = 1999}));
    EXPECT_TRUE(decodeImage(encodedByQt(testPicture(50, 40), "png"), ColorMode::Rgb,
                            {.maxPixels = 2000}));
}

TEST(Decode, SurvivesDamageAnywhere)
{
    for (const char* format : {"jpg", "png", "webp", "bmp", "tiff"}) {
        const QByteArray good = encodedByQt(testPicture(24, 20), format, 90);
        for (qsizetype i = 0; i < good.size(); i += 7) {
            QByteArray bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x5a);
            const auto decoded = decodeImage(bad, ColorMode::Rgb, {.maxPixels = 1'000'000});
            EXPECT_TRUE(decoded ? !decoded->data.empty() : !decoded.error().summary.isEmpty());
        }
    }
}

} // namespace labelwright
