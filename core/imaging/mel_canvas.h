#pragma once

#include "core/base/random.h"
#include "core/imaging/pixels.h"

#include <vector>

namespace labelwright {

/// One tone with harmonics. Times are in frames, frequencies in hertz.
struct MelTone
{
    double start = 0;
    double length = 1;
    double frequency = 440;
    double endFrequency = 0; ///< Glides there in the first third; 0 stays.
    double power = 1;
    int harmonics = 1;
    double rolloff = 0.5;     ///< Power of each harmonic by that of the one below.
    double attack = 1;        ///< Frames until full power.
    double decay = 0;         ///< Share of power lost per frame.
    double vibrato = 0;       ///< Swing of the frequency, as a share.
    double vibratoPeriod = 4; ///< Frames.
    double formant = 0;       ///< Resonances that lift harmonics near them; 0 for none.
    double secondFormant = 0;
};

/// Power per mel band (0 … 6 kHz, rows, low at the top) and time frame (columns), to which sounds
/// are added.
class MelCanvas
{
public:
    MelCanvas(int width, int height);

    void addTone(const MelTone& tone);

    /// A click of noise over rows `firstRow` … `lastRow` - 1, loudest in their middle, that fades to
    /// −26 dB within `frames`.
    void addBurst(double start, int firstRow, int lastRow, double frames, double power);

    /// Decibels −80 … 0 below the loudest point as 0 … 255. `tilt` is added per row, in decibels;
    /// `random` gives the noise floor.
    [[nodiscard]] Pixels toPixels(double tilt, Random& random) const;

private:
    void addPower(double row, int column, double power);

    int m_width;
    int m_height;
    std::vector<double> m_power; ///< Row by row.
};

} // namespace labelwright
