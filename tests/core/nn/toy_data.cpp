#include "tests/core/nn/toy_data.h"

#include "core/base/random.h"

#include <algorithm>
#include <stdexcept>

namespace labelwright::tests {

namespace {

constexpr int side = 32; // The least that a backbone takes.

void fill(Pixels& image, int left, int top, int width, int height, int value)
{
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x)
            for (int c = 0; c < 3; ++c)
                image.data.at(static_cast<std::size_t>((y * side + x) * 3 + c)) =
                    static_cast<std::uint8_t>(value);
}

class BrokenSource : public PixelSource
{
public:
    BrokenSource(std::shared_ptr<const PixelSource> images, std::size_t broken)
        : m_images(std::move(images)), m_broken(broken)
    {}
    [[nodiscard]] std::size_t size() const override { return m_images->size(); }
    [[nodiscard]] PixelsView pixels(std::size_t index) const override
    {
        if (index == m_broken)
            throw std::runtime_error(brokenImageText().toStdString());
        return m_images->pixels(index);
    }

private:
    std::shared_ptr<const PixelSource> m_images;
    std::size_t m_broken;
};

Pixels draw(const std::array<bool, 3>& marks, Random& random)
{
    Pixels image{side, side, 3, std::vector<std::uint8_t>(side * side * 3)};
    for (std::uint8_t& value : image.data)
        value = static_cast<std::uint8_t>(90 + random.below(60));
    const auto place = [&](int size) {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(side - size)));
    };
    if (marks[0])
        fill(image, place(14), place(2), 14, 2, 220);
    if (marks[1])
        fill(image, place(2), place(14), 2, 14, 220);
    if (marks[2])
        fill(image, place(5), place(5), 5, 5, 20);
    return image;
}

} // namespace

TrainingData toyData(int images, std::uint64_t seed)
{
    TrainingData data;
    data.labels = {QStringLiteral("horizontal"), QStringLiteral("vertical"),
                   QStringLiteral("square")};
    std::vector<Pixels> drawn;
    for (int i = 0; i < images; ++i) {
        Random random(seed, static_cast<std::uint64_t>(i));
        const std::array<bool, 3> marks{random.chance(0.5), random.chance(0.4), random.chance(0.3)};
        drawn.push_back(draw(marks, random));
        for (const bool mark : marks)
            data.truth.push_back(mark ? Annotation::Present : Annotation::Absent);
        (4 * i < 3 * images ? data.training : data.validation)
            .push_back(static_cast<std::uint32_t>(i));
    }
    data.images = std::make_shared<MemorySource>(std::move(drawn));
    return data;
}

TrainingData withBrokenImage(TrainingData data, std::size_t broken)
{
    data.images = std::make_shared<BrokenSource>(data.images, broken);
    return data;
}

QString brokenImageText() { return QStringLiteral("this image is broken"); }

ModelSpec toySpec()
{
    InputBlock input;
    input.preprocessing.width = side;
    input.preprocessing.height = side;
    input.augmentation.flipHorizontal = true;
    input.augmentation.brightness = 0.1;
    return {{input, ConvBlock{8, 3, 1, true}, ResidualBlock{16, 2},
             PoolingBlock{PoolingKind::GlobalAverageMax}, DropoutBlock{0.1}, DenseBlock{0},
             ActivationBlock{ActivationKind::Sigmoid}, TargetBlock{}}};
}

RunSettings toySettings()
{
    RunSettings settings;
    settings.epochs = 4;
    settings.batchSize = 16;
    settings.learningRate = 0.01;
    settings.precision = Precision::F32;
    settings.threads = 1;
    return settings;
}

} // namespace labelwright::tests
