#include "core/imaging/scene_finish.h"

#include "core/imaging/scene_canvas.h"

#include <QLinearGradient>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace labelwright {

namespace {

/// How one scene's colours are changed.
struct Look
{
    std::array<double, 3> gain{1, 1, 1};
    double gamma = 1;
    double saturation = 1;
    double vignette = 0;
    double noise = 0;
};

Look drawLook(Random& random)
{
    Look look;
    const double cast = random.chance(0.4) ? 0.3 : 0.1;
    for (double& gain : look.gain)
        gain = random.uniform(1 - cast, 1 + cast * 0.5);
    look.gamma = std::exp(random.uniform(-0.4, 0.4));
    look.saturation = random.uniform(0.55, 1.15);
    if (random.chance(0.15)) {
        look.saturation = 0; // Black and white, or sepia.
        look.gain = random.chance(0.5) ? std::array{1.0, 1.0, 1.0} : std::array{1.08, 0.97, 0.8};
    }
    look.vignette = random.chance(0.4) ? random.uniform(0.1, 0.35) : 0;
    look.noise = random.uniform(1, 7);
    return look;
}

/// Bends the gamma so that the middle grey neither drowns in black nor in white.
void exposeWell(Look& look, const QImage& image)
{
    const cv::Mat pixels(image.height(), image.width(), CV_8UC3,
                         const_cast<uchar*>(image.constBits()),
                         static_cast<std::size_t>(image.bytesPerLine()));
    const cv::Scalar mean = cv::mean(pixels);
    const double level = std::clamp((mean[0] + mean[1] + mean[2]) / (3 * 255), 0.02, 0.98);
    const double lowest = std::log(0.82) / std::log(level);  // Not brighter than 0.82,
    const double highest = std::log(0.24) / std::log(level); // not darker than 0.24.
    look.gamma = std::clamp(look.gamma, lowest, highest);
}

std::array<std::array<double, 256>, 3> toneCurves(const Look& look)
{
    std::array<std::array<double, 256>, 3> curves{};
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t value = 0; value < 256; ++value)
            curves.at(channel).at(value) =
                255 * std::pow(static_cast<double>(value) / 255, look.gamma) * look.gain.at(channel);
    return curves;
}

/// Sum of four uniform numbers: near enough to normal, and quick.
double grain(Random& random)
{
    const std::uint64_t bits = random.next();
    double sum = 0;
    for (int i = 0; i < 4; ++i)
        sum += static_cast<double>(bits >> (16 * i) & 0xffff) / 65536.0 - 0.5;
    return sum * 1.73;
}

} // namespace

void finishScene(QImage& image, Random& random)
{
    Look look = drawLook(random);
    exposeWell(look, image);
    const auto curves = toneCurves(look);
    if (random.chance(0.2)) {
        cv::Mat pixels(image.height(), image.width(), CV_8UC3, image.bits(),
                       static_cast<std::size_t>(image.bytesPerLine()));
        cv::GaussianBlur(pixels, pixels, cv::Size(3, 3), 0.6);
    }
    for (int y = 0; y < image.height(); ++y) {
        uchar* pixel = image.scanLine(y);
        const double fromMiddleY = 2.0 * y / image.height() - 1;
        for (int x = 0; x < image.width(); ++x, pixel += 3) {
            const double fromMiddleX = 2.0 * x / image.width() - 1;
            const double distance = fromMiddleX * fromMiddleX + fromMiddleY * fromMiddleY;
            const double darkening = 1 - look.vignette * distance / 2;
            const double grey = 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
            const double noise = look.noise * grain(random);
            for (std::size_t c = 0; c < 3; ++c) {
                const double mixed = grey + look.saturation * (pixel[c] - grey);
                const auto level = static_cast<std::size_t>(std::clamp(mixed, 0.0, 255.0));
                const double value = curves[c][level] * darkening + noise;
                pixel[c] = static_cast<uchar>(std::clamp(std::lround(value), 0L, 255L));
            }
        }
    }
}

void paintHaze(QPainter& painter, Random& random, double horizon, const QColor& color)
{
    const auto veil = [&](double alpha) {
        QColor result = color;
        result.setAlphaF(static_cast<float>(alpha));
        return result;
    };
    const double strength = random.uniform(0.08, 0.35);
    QLinearGradient gradient(0, horizon - 45, 0, horizon + 40);
    gradient.setColorAt(0, veil(0));
    gradient.setColorAt(0.5, veil(strength));
    gradient.setColorAt(1, veil(0));
    painter.fillRect(QRectF(-5, horizon - 45, sceneSide + 10, 85), gradient);
}

} // namespace labelwright
