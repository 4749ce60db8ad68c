#include "core/imaging/preprocessing.h"

#include "tests/core/imaging/image_files.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

Preprocessing sized(int width, int height, Fit fit = Fit::Stretch, ColorMode color = ColorMode::Rgb)
{
    Preprocessing result;
    result.width = width;
    result.height = height;
    result.fit = fit;
    result.color = color;
    return result;
}

/// Left half black, right half white.
Pixels halves(int width, int height)
{
    Pixels pixels{width, height, 1, {}};
    for (int i = 0; i < width * height; ++i)
        pixels.data.push_back(i % width < width / 2 ? 0 : 255);
    return pixels;
}

constexpr std::array<std::array<int, 3>, 5> pythonCases{{ // Width, height, grey.
    {224, 224, 0}, {160, 96, 0}, {400, 300, 0}, {300, 300, 0}, {128, 128, 1}}};

/// What the exported bundles' Python way makes of each file in each of `pythonCases`, one after the
/// other; nothing when it fails.
std::optional<QByteArray> preparedByPython(const QStringList& paths)
{
    QString script = QString(R"(
import sys, cv2, numpy
for path in sys.argv[1:]:
    data = numpy.fromfile(path, numpy.uint8)
    for width, height, grey in CASES:
        image = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE if grey else cv2.IMREAD_COLOR)
        if not grey:
            image = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        shrinks = width <= image.shape[1] and height <= image.shape[0]
        image = cv2.resize(image, (width, height),
                           interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
        sys.stdout.buffer.write(image.tobytes())
)");
    QString cases;
    for (const auto& row : pythonCases)
        cases += QString("(%1,%2,%3),").arg(row[0]).arg(row[1]).arg(row[2]);
    script.replace(QString("CASES"), cases);
    QProcess python;
    python.start(QString("/usr/bin/python3"), QStringList{QString("-c"), script} + paths);
    if (!python.waitForFinished(300'000) || python.exitCode() != 0)
        return std::nullopt;
    return python.readAllStandardOutput();
}

bool hasPythonOpenCv()
{
    return QProcess::execute(QString("/usr/bin/python3"), {QString("-c"), QString("import cv2")})
           == 0;
}

} // namespace

TEST(Preprocessing, StretchesTheWholeImage)
{
    const Pixels result = fitToInput(halves(100, 40), sized(20, 20));
    EXPECT_EQ(result.width, 20);
    EXPECT_EQ(result.height, 20);
    EXPECT_EQ(result.data.at(0), 0);
    EXPECT_EQ(result.data.at(9), 0);
    EXPECT_EQ(result.data.at(10), 255);
    EXPECT_EQ(result.data.at(19), 255);
}

TEST(Preprocessing, CropsTheMiddle)
{
    Pixels image = halves(100, 20);
    for (int y = 0; y < 20; ++y)
        image.data.at(static_cast<std::size_t>(y * 100)) = 255; // Outside the crop.
    const Pixels result = fitToInput(image, sized(20, 20, Fit::CenterCrop));
    EXPECT_EQ(result.data.at(0), 0);
    EXPECT_EQ(result.data.at(9), 0);
    EXPECT_EQ(result.data.at(10), 255);
}

TEST(Preprocessing, LetterboxesWithBlack)
{
    const Pixels white{100, 50, 1, std::vector<std::uint8_t>(5000, 255)};
    const Pixels result = fitToInput(white, sized(20, 20, Fit::Letterbox));
    for (int y = 0; y < 20; ++y)
        EXPECT_EQ(result.data.at(static_cast<std::size_t>(y * 20 + 7)), y >= 5 && y < 15 ? 255 : 0)
            << y;
}

TEST(Preprocessing, KeepsExtremeShapesWithinTheInput)
{
    for (const Fit fit : {Fit::Stretch, Fit::CenterCrop, Fit::Letterbox})
        for (const auto& [width, height] : {std::pair{1, 3000}, {3000, 1}, {1, 1}, {7, 4000}}) {
            const Pixels image{width, height, 3,
                               std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3),
                                                         9)};
            EXPECT_EQ(fitToInput(image, sized(64, 32, fit)).data.size(), 64u * 32 * 3);
        }
}

TEST(Preprocessing, EqualsPythonOpenCvByteForByte)
{
    if (!hasPythonOpenCv())
        GTEST_SKIP() << "python3-opencv is not installed";
    const QTemporaryDir folder;
    const QImage picture = testPicture(317, 243);
    const std::array<std::pair<const char*, QByteArray>, 6> files{{
        {"photo.jpg", encodedByQt(picture, "jpg", 85)},
        {"turned.jpg", jpegWithOrientation(picture, 6)},
        {"mirrored.jpg", jpegWithOrientation(picture, 7)},
        {"grey.jpg", encodedByQt(picture.convertToFormat(QImage::Format_Grayscale8), "jpg", 90)},
        {"drawing.png", encodedByQt(picture, "png")},
        {"palette.png", encodedByQt(picture.convertToFormat(QImage::Format_Indexed8), "png")},
    }};
    QStringList paths;
    for (const auto& [name, bytes] : files) {
        paths << folder.filePath(QString(name));
        QFile file(paths.last());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const auto expected = preparedByPython(paths);
    ASSERT_TRUE(expected);
    qsizetype at = 0;
    for (const auto& [name, bytes] : files)
        for (const auto& [width, height, grey] : pythonCases) {
            const ColorMode color = grey != 0 ? ColorMode::Grey : ColorMode::Rgb;
            const auto prepared = prepareImage(bytes, sized(width, height, Fit::Stretch, color));
            ASSERT_TRUE(prepared);
            const QByteArray actual(reinterpret_cast<const char*>(prepared->data.data()),
                                    static_cast<qsizetype>(prepared->data.size()));
            EXPECT_TRUE(actual == expected->mid(at, actual.size())) << name << " at " << width;
            at += actual.size();
        }
    EXPECT_EQ(at, expected->size());
}

TEST(Preprocessing, PreparesLikeDecodingAndFitting)
{
    const QByteArray bytes = encodedByQt(testPicture(90, 70), "png");
    for (const Fit fit : {Fit::Stretch, Fit::CenterCrop, Fit::Letterbox}) {
        const Preprocessing input = sized(48, 32, fit);
        const auto prepared = prepareImage(bytes, input);
        ASSERT_TRUE(prepared);
        EXPECT_EQ(*prepared, fitToInput(toRgb(testPicture(90, 70)), input));
    }
}

TEST(Preprocessing, SurvivesJson)
{
    Preprocessing original = sized(716, 150, Fit::Letterbox, ColorMode::Grey);
    original.mean = {0.1F, 0.2F, 0.3F};
    const auto restored = preprocessingFromJson(toJson(original));
    ASSERT_TRUE(restored);
    EXPECT_EQ(*restored, original);
}

TEST(Preprocessing, RefusesBadJsonByName)
{
    const std::array<std::pair<const char*, QJsonValue>, 10> changes{{
        {"width", 7}, {"width", 4097}, {"width", 20.5}, {"height", QJsonValue::Undefined},
        {"color", QString("sepia")}, {"fit", QString("squeeze")}, {"fit", QJsonValue::Undefined},
        {"mean", QJsonArray{1, 2}}, {"stddev", QJsonArray{0, 1, 1}}, {"stddev", QString("1")},
    }};
    for (const auto& [name, value] : changes) {
        QJsonObject object = toJson(Preprocessing{});
        if (value.isUndefined())
            object.remove(QString(name));
        else
            object.insert(QString(name), value);
        const auto restored = preprocessingFromJson(object);
        ASSERT_FALSE(restored) << name;
        EXPECT_TRUE(restored.error().summary.contains(QString(name))) << name;
    }
}

TEST(Preprocessing, KeyFollowsThePixelsOnly)
{
    const Preprocessing base = sized(224, 224);
    Preprocessing normalised = base;
    normalised.mean = {0, 0, 0};
    EXPECT_EQ(pixelsKey(base).size(), 16);
    EXPECT_EQ(pixelsKey(base), pixelsKey(normalised));
    for (const Preprocessing& other :
         {sized(225, 224), sized(224, 225), sized(224, 224, Fit::Letterbox),
          sized(224, 224, Fit::Stretch, ColorMode::Grey)})
        EXPECT_NE(pixelsKey(base), pixelsKey(other));
}

} // namespace labelwright
