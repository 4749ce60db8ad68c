#include "core/imaging/song_spectrogram.h"

#include "core/imaging/mel_canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace labelwright {

namespace {

enum class Energy { Calm, Medium, Energetic };
enum class Timbre { Dark, Neutral, Bright };
enum Instrument : std::size_t { Drums, Bass, Piano, Strings, Voice, InstrumentCount };

using Band = std::array<bool, InstrumentCount>;

/// What all parts of one song share.
struct Song
{
    Energy energy = Energy::Medium;
    Timbre timbre = Timbre::Neutral;
    Band band{};
    double beat = 12;     ///< Frames a beat.
    double root = 110;    ///< Hertz.
    bool isMinor = false;
    std::array<int, 4> chords{}; ///< Semitones above the root, one a bar.
};

constexpr double framesPerSecond = 24; // 12 kHz with a hop of 500 samples.

double pitch(double root, double semitones)
{
    return root * std::pow(2.0, semitones / 12);
}

Song drawSongSettings(Random& random)
{
    Song song;
    song.energy = static_cast<Energy>(random.below(3));
    song.timbre = static_cast<Timbre>(random.below(3));
    static constexpr std::array<double, 3> slowest{58, 88, 125};
    static constexpr std::array<double, 3> fastest{78, 112, 165};
    const auto energy = static_cast<std::size_t>(song.energy);
    const double tempo = random.uniform(slowest.at(energy), fastest.at(energy));
    song.beat = framesPerSecond * 60 / tempo;
    static constexpr Band unused{};
    static constexpr std::array<double, InstrumentCount> chances{0.5, 0.5, 0.45, 0.35, 0.35};
    while (song.band == unused)
        for (std::size_t i = 0; i < chances.size(); ++i)
            song.band.at(i) = random.chance(chances.at(i));
    song.root = pitch(110, random.uniform(0, 12));
    song.isMinor = random.chance(0.5);
    static constexpr std::array<int, 6> degrees{0, 5, 7, 9, 3, 8};
    for (int& chord : song.chords)
        chord = degrees.at(static_cast<std::size_t>(random.below(degrees.size())));
    return song;
}

int chordAt(const Song& song, double frame)
{
    const auto bar = static_cast<std::size_t>(frame / (song.beat * 4));
    return song.chords.at(bar % song.chords.size());
}

int chordTone(const Song& song, std::uint64_t index)
{
    const std::array<int, 4> tones{0, song.isMinor ? 3 : 4, 7, 12};
    return tones.at(index % tones.size());
}

double strengthOf(const Song& song)
{
    return song.energy == Energy::Calm ? 0.12 : song.energy == Energy::Medium ? 0.4 : 1.0;
}

void playDrums(MelCanvas& canvas, const Song& song, Random& random)
{
    const double offset = random.uniform(0, song.beat);
    const double step = song.energy == Energy::Calm ? song.beat : song.beat / 2;
    int count = 0;
    for (double frame = offset; frame < spectrogramWidth; frame += step, ++count) {
        const double strength = strengthOf(song) * random.uniform(0.6, 1);
        const int place = static_cast<int>(count * step / song.beat + 0.01) % 4;
        const bool isOnBeat = std::fmod(count * step / song.beat, 1.0) < 0.01;
        if (isOnBeat && place % 2 == 0)
            canvas.addBurst(frame, 0, 14, 5, strength);
        if (isOnBeat && place % 2 == 1)
            canvas.addBurst(frame, 15, 125, 4, strength * 0.25);
        if (random.chance(0.85))
            canvas.addBurst(frame, 100, 150, 2, strength * 0.08);
    }
}

void playBass(MelCanvas& canvas, const Song& song, Random& random)
{
    const double step = song.energy == Energy::Energetic ? song.beat / 2 : song.beat;
    for (double frame = 0; frame < spectrogramWidth; frame += step) {
        if (random.chance(0.15))
            continue;
        const double low = pitch(song.root / 2, chordAt(song, frame) - (random.chance(0.2) ? 5 : 0));
        canvas.addTone({.start = frame, .length = step * 0.85, .frequency = low,
                        .power = strengthOf(song), .harmonics = 3, .rolloff = 0.2,
                        .decay = 0.01});
    }
}

void playPiano(MelCanvas& canvas, const Song& song, Random& random)
{
    const double step = song.energy == Energy::Calm ? song.beat : song.beat / 2;
    for (double frame = 0; frame < spectrogramWidth; frame += step) {
        if (random.chance(0.25))
            continue;
        for (int voice = static_cast<int>(1 + random.below(3)); voice > 0; --voice) {
            const int tone = chordAt(song, frame) + chordTone(song, random.below(4));
            canvas.addTone({.start = frame, .length = 36, .frequency = pitch(song.root * 2, tone),
                            .power = strengthOf(song) * random.uniform(0.2, 0.5),
                            .harmonics = 7, .rolloff = 0.35, .decay = 0.16});
        }
    }
}

void playStrings(MelCanvas& canvas, const Song& song, Random& random)
{
    const double bar = song.beat * 4;
    for (double frame = 0; frame < spectrogramWidth; frame += bar)
        for (std::uint64_t voice = 0; voice < 3; ++voice) {
            const int tone = chordAt(song, frame + 1) + chordTone(song, voice);
            canvas.addTone({.start = frame, .length = bar * 0.98,
                            .frequency = pitch(song.root * 2, tone),
                            .power = strengthOf(song) * 0.25, .harmonics = 12, .rolloff = 0.6,
                            .attack = 10, .vibrato = 0.012, .vibratoPeriod = random.uniform(4, 5)});
        }
}

void playVoice(MelCanvas& canvas, const Song& song, Random& random)
{
    double frame = random.uniform(0, 60);
    double note = chordTone(song, random.below(4));
    while (frame < spectrogramWidth) {
        const double length = song.beat * random.uniform(0.5, 2.2);
        const double next = chordAt(song, frame) + chordTone(song, random.below(4));
        canvas.addTone({.start = frame, .length = length, .frequency = pitch(song.root * 2, note),
                        .endFrequency = pitch(song.root * 2, next),
                        .power = strengthOf(song) * 0.7, .harmonics = 14, .rolloff = 0.75,
                        .attack = 3, .vibrato = 0.03, .vibratoPeriod = random.uniform(3.4, 4.4),
                        .formant = random.uniform(500, 900),
                        .secondFormant = random.uniform(1100, 2400)});
        note = next;
        frame += length * 1.05 + (random.chance(0.25) ? song.beat * random.uniform(1, 4) : 0);
    }
}

/// The instruments heard in one part: each may rest, but not all.
Band drawPlaying(const Song& song, Random& random)
{
    static constexpr Band unused{};
    Band playing{};
    while (playing == unused)
        for (std::size_t i = 0; i < playing.size(); ++i)
            playing.at(i) = song.band.at(i) && random.chance(0.85);
    return playing;
}

SampleImage drawPart(const Song& song, Random& random)
{
    MelCanvas canvas(spectrogramWidth, spectrogramHeight);
    const Band playing = drawPlaying(song, random);
    static constexpr std::array<void (*)(MelCanvas&, const Song&, Random&), InstrumentCount> players{
        playDrums, playBass, playPiano, playStrings, playVoice};
    for (std::size_t i = 0; i < players.size(); ++i)
        if (playing.at(i))
            players.at(i)(canvas, song, random);
    const double tilt = song.timbre == Timbre::Dark ? -0.3 : song.timbre == Timbre::Bright ? 0.08 : -0.1;
    SampleImage part;
    part.image = canvas.toPixels(tilt, random);
    part.labels = {song.energy == Energy::Calm, song.energy == Energy::Energetic,
                   song.timbre == Timbre::Dark, song.timbre == Timbre::Bright};
    part.labels.insert(part.labels.end(), playing.begin(), playing.end());
    return part;
}

} // namespace

QStringList songLabels()
{
    return {QStringLiteral("calm"),   QStringLiteral("energetic"), QStringLiteral("dark"),
            QStringLiteral("bright"), QStringLiteral("drums"),     QStringLiteral("bass"),
            QStringLiteral("piano"),  QStringLiteral("strings"),   QStringLiteral("voice")};
}

std::vector<SampleImage> drawSong(Random& random, const QString& song, int segments)
{
    const Song settings = drawSongSettings(random);
    std::vector<SampleImage> parts;
    for (int i = 0; i < segments; ++i) {
        parts.push_back(drawPart(settings, random));
        parts.back().group = song;
    }
    return parts;
}

} // namespace labelwright
