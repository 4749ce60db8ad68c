#include "tests/core/deployment/random_model.h"

#include "core/base/random.h"
#include "core/nn/network_plan.h"
#include "core/nn/spec_plan.h"
#include "core/nn/weights_file.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <cmath>
#include <cstring>

namespace labelwright::tests {

namespace {

ModelSpec specOf(const QString& backbone, const Preprocessing& preprocessing)
{
    ModelSpec spec;
    spec.blocks.emplace_back(InputBlock{preprocessing, {}});
    if (backbone.isEmpty()) {
        spec.blocks.emplace_back(ConvBlock{8, 3, 2, true});
        spec.blocks.emplace_back(ResidualBlock{16, 2});
    } else {
        spec.blocks.emplace_back(BackboneBlock{backbone, false, false, 0});
    }
    spec.blocks.emplace_back(PoolingBlock{PoolingKind::GlobalAverage});
    spec.blocks.emplace_back(DenseBlock{0});
    spec.blocks.emplace_back(ActivationBlock{ActivationKind::Sigmoid});
    spec.blocks.emplace_back(TargetBlock{});
    return spec;
}

float valueFor(const PlanParameter& parameter, bool isHead, Random& random)
{
    const auto uniform = [&] { return float(random.uniform() * 2 - 1); };
    if (parameter.role == ParameterRole::RunningVar)
        return 1 + 0.5F * uniform();
    if (parameter.role != ParameterRole::Weight)
        return 0.1F * uniform();
    if (parameter.shape.size() == 1)
        return 1 + 0.2F * uniform();
    double inputs = 1;
    for (std::size_t i = 1; i < parameter.shape.size(); ++i)
        inputs *= double(parameter.shape[i]);
    return uniform() * float((isHead ? 6.0 : 2.4) / std::sqrt(inputs));
}

WeightTensor randomTensor(const PlanParameter& parameter, bool isHead, Random& random)
{
    std::size_t count = 1;
    for (const std::int64_t side : parameter.shape)
        count *= std::size_t(side);
    if (parameter.role == ParameterRole::BatchCount)
        return {parameter.name, WeightType::I64, parameter.shape, QByteArray(8, '\0')};
    std::vector<float> values(count);
    for (float& value : values)
        value = valueFor(parameter, isHead, random);
    QByteArray bytes(qsizetype(count * sizeof(float)), Qt::Uninitialized);
    std::memcpy(bytes.data(), values.data(), std::size_t(bytes.size()));
    return {parameter.name, WeightType::F32, parameter.shape, bytes};
}

QImage scene(int width, int height, int seed)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(seed * 67 % 360, 90 + seed * 31 % 150, 60 + seed * 47 % 190));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 12; ++i) {
        const int k = seed * 13 + i * 29;
        painter.setBrush(QColor::fromHsv(k * 41 % 360, 255, 40 + k * 17 % 215));
        painter.drawEllipse(QPointF(k * 37 % width, k * 53 % height), 3 + k % (width / 3 + 1),
                            3 + k * 7 % (height / 3 + 1));
    }
    painter.end();
    return image;
}

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, 92) ? bytes : QByteArray();
}

/// The JPEG with an EXIF block that says how to turn it.
QByteArray withOrientation(QByteArray jpeg, int orientation)
{
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += char(orientation);
    exif += QByteArray("\0\0\0\0\0\0", 6);
    const auto length = exif.size() + 2;
    return jpeg.insert(2, QByteArray("\xff\xe1") + char(length >> 8) + char(length & 255) + exif);
}

QImage withAlpha(QImage image)
{
    image.convertTo(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            QColor color = image.pixelColor(x, y);
            color.setAlpha((x * 5 + y * 3) % 256);
            image.setPixelColor(x, y, color);
        }
    return image;
}

} // namespace

ServedModel randomModel(const QString& folder, const QString& backbone, ColorMode color, Fit fit)
{
    Preprocessing preprocessing;
    preprocessing.width = 96;
    preprocessing.height = 64;
    preprocessing.color = color;
    preprocessing.fit = fit;
    ServedModel model;
    model.spec = specOf(backbone, preprocessing);
    model.labels = QStringList{"sky", "water", "a \"quoted\" label", QString::fromUtf8("Bäume")};
    model.weightsPath = folder + "/best.safetensors";
    model.calibration = {{0.8F, 0.2F}, {1.3F, -0.4F}, {1, 0}, {0.5F, 0.1F}};
    model.thresholds = {0.5F, 0.3F, 0.62F, 0.45F};
    Random random(7);
    std::vector<WeightTensor> tensors;
    const auto parameters = parametersOf(planNetwork(model.spec, int(model.labels.size())));
    const int head = parameters.back().op;
    for (const PlanParameter& parameter : parameters)
        tensors.push_back(randomTensor(parameter, parameter.op == head, random));
    if (!writeCheckpoint(model.weightsPath, tensors, {}))
        model.weightsPath.clear();
    return model;
}

std::vector<NamedImage> jpegs(int count)
{
    std::vector<NamedImage> images;
    for (int i = 0; i < count; ++i)
        images.push_back({QString("photo %1.jpg").arg(i),
                          encoded(scene(40 + i * 53 % 400, 30 + i * 71 % 300, i), "jpg")});
    return images;
}

std::vector<NamedImage> imagesOfAllKinds()
{
    const QImage picture = scene(150, 90, 3);
    std::vector<NamedImage> images{
        {"colour.jpg", encoded(picture, "jpg")},
        {"grey.jpg", encoded(picture.convertToFormat(QImage::Format_Grayscale8), "jpg")},
        {"small.jpg", encoded(scene(20, 15, 4), "jpg")},
        {"wide.jpg", encoded(scene(400, 20, 5), "jpg")},
        {"alpha.png", encoded(withAlpha(picture), "png")},
        {"deep.png", encoded(picture.convertToFormat(QImage::Format_RGBX64), "png")},
        {"grey.png", encoded(picture.convertToFormat(QImage::Format_Grayscale8), "png")},
        {"deep grey.png", encoded(picture.convertToFormat(QImage::Format_Grayscale16), "png")},
        {"palette.png", encoded(picture.convertToFormat(QImage::Format_Indexed8), "png")},
        {"plain.bmp", encoded(picture, "bmp")},
    };
    for (int orientation = 1; orientation <= 8; ++orientation)
        images.push_back({QString("turned %1.jpg").arg(orientation),
                          withOrientation(encoded(scene(130, 70, 8), "jpg"), orientation)});
    for (const char* format : {"webp", "tiff"})
        if (QImageWriter::supportedImageFormats().contains(format))
            images.push_back({QString("plain.") + format, encoded(picture, format)});
    return images;
}

} // namespace labelwright::tests
