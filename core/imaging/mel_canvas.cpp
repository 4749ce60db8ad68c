#include "core/imaging/mel_canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace labelwright {

namespace {

constexpr double highestFrequency = 6000;

/// O'Shaughnessy's mel scale, as in HTK.
double mel(double frequency)
{
    return 2595 * std::log10(1 + frequency / 700);
}

double frequencyAt(const MelTone& tone, double frame)
{
    const double glide = std::min(1.0, 3 * frame / tone.length);
    const double end = tone.endFrequency > 0 ? tone.endFrequency : tone.frequency;
    const double base = tone.frequency * std::pow(end / tone.frequency, glide);
    return base * (1 + tone.vibrato * std::sin(2 * std::numbers::pi * frame / tone.vibratoPeriod));
}

double resonance(const MelTone& tone, double frequency)
{
    if (tone.formant <= 0)
        return 1;
    const auto lift = [&](double center) {
        const double distance = (frequency - center) / (0.2 * center);
        return std::exp(-0.5 * distance * distance);
    };
    return 0.04 + lift(tone.formant) + 0.6 * lift(tone.secondFormant);
}

} // namespace

MelCanvas::MelCanvas(int width, int height)
    : m_width(width)
    , m_height(height)
    , m_power(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0.0)
{}

void MelCanvas::addPower(double row, int column, double power)
{
    constexpr double width = 0.7; // Rows: the leakage of the analysis window.
    const int middle = static_cast<int>(std::lround(row));
    for (int r = std::max(0, middle - 2); r <= std::min(m_height - 1, middle + 2); ++r) {
        const double distance = (r - row) / width;
        m_power[static_cast<std::size_t>(r) * static_cast<std::size_t>(m_width)
                + static_cast<std::size_t>(column)] += power * std::exp(-distance * distance);
    }
}

void MelCanvas::addTone(const MelTone& tone)
{
    const int first = std::max(0, static_cast<int>(tone.start));
    const int last = std::min(m_width, static_cast<int>(tone.start + tone.length));
    for (int column = first; column < last; ++column) {
        const double frame = std::max(0.0, column - tone.start);
        const double swell = std::min(1.0, (frame + 1) / tone.attack);
        const double envelope = swell * std::pow(1 - tone.decay, frame);
        const double frequency = frequencyAt(tone, frame);
        double power = tone.power * envelope;
        for (int harmonic = 1; harmonic <= tone.harmonics; ++harmonic) {
            const double height = frequency * harmonic;
            if (height >= highestFrequency)
                break;
            addPower(mel(height) / mel(highestFrequency) * m_height - 0.5, column,
                     power * resonance(tone, height));
            power *= tone.rolloff;
        }
    }
}

void MelCanvas::addBurst(double start, int firstRow, int lastRow, double frames, double power)
{
    const int first = std::max(0, static_cast<int>(start));
    const int last = std::min(m_width, static_cast<int>(start + frames * 3) + 1);
    for (int column = first; column < last; ++column) {
        const double fading = power * std::exp(-6.0 * (column - first) / frames);
        for (int row = std::max(0, firstRow); row < std::min(m_height, lastRow); ++row) {
            const double place = 2.0 * (row - firstRow) / (lastRow - firstRow) - 1;
            m_power[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width)
                    + static_cast<std::size_t>(column)] +=
                fading * std::exp(-4 * place * place);
        }
    }
}

Pixels MelCanvas::toPixels(double tilt, Random& random) const
{
    constexpr double range = 80; // Decibels.
    const double floorPower = std::pow(10.0, random.uniform(-6.8, -5.8));
    std::vector<double> levels(m_power.size());
    double loudest = -1000;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double row = static_cast<double>(i / static_cast<std::size_t>(m_width));
        // Noise power is spread exponentially, as in a real periodogram.
        const double noise = -std::log(1 - random.uniform());
        const double power = m_power[i] * (0.7 + 0.3 * noise) + floorPower * noise;
        levels[i] = 10 * std::log10(power + 1e-12) + tilt * row;
        loudest = std::max(loudest, levels[i]);
    }
    Pixels pixels{m_width, m_height, 1, std::vector<std::uint8_t>(levels.size())};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double level = std::clamp((levels[i] - loudest + range) / range, 0.0, 1.0);
        pixels.data[i] = static_cast<std::uint8_t>(std::lround(level * 255));
    }
    return pixels;
}

} // namespace labelwright
