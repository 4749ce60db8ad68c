#include "tests/benchmarks/made_data.h"

#include "core/base/random.h"
#include "core/imaging/landscape_scene.h"
#include "core/nn/backbone_store.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace labelwright::benchmarks {

namespace {

class MadeImages : public PixelSource
{
public:
    explicit MadeImages(std::vector<Pixels> images) : m_images(std::move(images)) {}
    [[nodiscard]] std::size_t size() const override { return m_images.size(); }
    [[nodiscard]] PixelsView pixels(std::size_t index) const override { return m_images[index]; }

private:
    std::vector<Pixels> m_images;
};

} // namespace

Pixels madePicture(int side, std::uint64_t seed)
{
    Random random(seed);
    Pixels image = drawLandscape(random, side).image;
    for (std::uint8_t& value : image.data) {
        const int noisy = static_cast<int>(value) + static_cast<int>(random.below(13)) - 6;
        value = static_cast<std::uint8_t>(std::clamp(noisy, 0, 255));
    }
    return image;
}

QByteArray madeJpeg(int side)
{
    const Pixels pixels = madePicture(side);
    const QImage image(pixels.data.data(), side, side, side * 3, QImage::Format_RGB888);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    return image.save(&file, "JPG", 90) ? file.data() : QByteArray();
}

std::shared_ptr<const PixelSource> madeImages(int count, int side)
{
    std::vector<Pixels> images;
    for (int i = 0; i < count; ++i)
        images.push_back(madePicture(side, static_cast<std::uint64_t>(i)));
    return std::make_shared<MadeImages>(std::move(images));
}

std::vector<float> madeScores(std::size_t count)
{
    Random random(1);
    std::vector<float> scores(count);
    for (float& score : scores)
        score = static_cast<float>(random.uniform());
    return scores;
}

std::vector<Annotation> madeTruth(std::span<const float> scores)
{
    Random random(2);
    std::vector<Annotation> truth;
    truth.reserve(scores.size());
    for (const float score : scores) {
        const double share = static_cast<double>(score) * static_cast<double>(score);
        truth.push_back(random.chance(0.02)    ? Annotation::Unknown
                        : random.chance(share) ? Annotation::Present
                                               : Annotation::Absent);
    }
    return truth;
}

LabelMatrix madeLabels(std::size_t samples, std::size_t labels)
{
    Random random(3);
    LabelMatrix matrix(samples, labels);
    for (std::size_t row = 0; row < samples; ++row)
        for (std::size_t label = 0; label < labels; ++label) {
            const double share = std::max(0.01, 0.33 / static_cast<double>(label + 1));
            matrix.set(row, label, random.chance(share) ? Annotation::Present : Annotation::Absent);
        }
    return matrix;
}

QStringList labelNames(std::size_t count)
{
    QStringList names;
    for (std::size_t i = 0; i < count; ++i)
        names.append(QStringLiteral("label%1").arg(i));
    return names;
}

Backbone benchmarkBackbone()
{
    const QString folders = qEnvironmentVariable("LABELWRIGHT_BACKBONES");
    for (const BackboneWeights& found : findBackbones(folders.split(':', Qt::SkipEmptyParts)))
        if (found.name == QStringLiteral("mobilenet_v2"))
            return {found.name, found.path};
    return {QStringLiteral("mobilenet_v2"), {}};
}

ModelSpec fineTuneSpec(const Backbone& backbone, int side, int frozenStages)
{
    InputBlock input;
    input.preprocessing.width = side;
    input.preprocessing.height = side;
    input.augmentation.flipHorizontal = true;
    return {{input,
             BackboneBlock{.name = backbone.name,
                           .pretrained = !backbone.weights.isEmpty(),
                           .frozen = false,
                           .frozenStages = frozenStages},
             PoolingBlock{}, DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
}

} // namespace labelwright::benchmarks
