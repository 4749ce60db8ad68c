#include "core/imaging/landscape_scene.h"

#include "core/imaging/scene_canvas.h"
#include "core/imaging/scene_finish.h"
#include "core/imaging/scene_objects.h"
#include "core/imaging/scene_terrain.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace labelwright {

namespace {

/// What a scene is to show, drawn before anything is painted; the order of `landscapeLabels`.
struct Content
{
    bool sky = false;
    bool water = false;
    bool mountain = false;
    bool tree = false;
    bool church = false;
    bool people = false;
    bool sun = false;
    bool snow = false;

    [[nodiscard]] std::vector<bool> labels() const
    {
        return {sky, water, mountain, tree, church, people, sun, snow};
    }
};

Content drawContent(Random& random)
{
    Content content;
    content.sky = random.chance(0.6);
    content.water = random.chance(0.42);
    content.mountain = random.chance(0.36);
    content.tree = random.chance(0.52);
    content.church = random.chance(0.25);
    content.people = random.chance(0.32);
    content.sun = content.sky && random.chance(0.45);
    content.snow = random.chance(0.2);
    return content;
}

using PaintThing = void (*)(SceneCanvas&, QPointF, double);

/// Something that stands on land or swims; painted from back to front.
struct Thing
{
    PaintThing paint = nullptr;
    QPointF foot;
    double height = 0;
    double widthShare = 1; ///< Width by height, for keeping things apart.

    [[nodiscard]] QRectF box() const
    {
        const double width = height * widthShare;
        return {foot.x() - width / 2, foot.y() - height, width, height};
    }
};

/// Builds one scene: first where land and water lie, then what stands where, then the painting.
class SceneBuilder
{
public:
    SceneBuilder(SceneCanvas& canvas, const Content& content)
        : m_canvas(canvas)
        , m_random(canvas.random)
        , m_content(content)
    {}

    /// Paints the scene and returns what it shows.
    Content build()
    {
        layOutBands();
        paintBackground();
        placeThings();
        std::stable_sort(m_things.begin(), m_things.end(), [](const Thing& a, const Thing& b) {
            return a.foot.y() < b.foot.y();
        });
        for (const Thing& thing : m_things)
            thing.paint(m_canvas, thing.foot, thing.height);
        if (m_content.snow)
            paintSnowfall(m_canvas);
        return m_content;
    }

private:
    void layOutBands()
    {
        m_horizon = m_content.sky ? m_random.uniform(52, 92) : -20;
        const int count = m_content.sky ? drawInt(m_random, 1, 3) : drawInt(m_random, 2, 4);
        const int bands = std::max(count, m_content.water ? 2 : 1);
        const int water = m_content.water ? drawInt(m_random, 0, bands - 1) : -1;
        const double height = (sceneSide - std::max(m_horizon, 0.0)) / bands;
        for (int i = 0; i < bands; ++i) {
            SceneBand band;
            band.isWater = i == water;
            band.top = i == 0 ? m_horizon : std::max(m_horizon, 0.0) + i * height
                                                + m_random.uniform(-0.12, 0.12) * height;
            const bool isShore = i > 0 || !band.isWater;
            if (isShore) {
                const double tilt = m_content.sky ? 0.06 : 0.15;
                band.slope = m_random.uniform(-tilt, tilt);
                band.top -= band.slope * sceneSide / 2;
                band.waveHeight = m_random.uniform(0.5, 4);
                band.waveLength = m_random.uniform(50, 200);
                band.wavePhase = m_random.uniform(0, 6.3);
            }
            band.color = band.isWater ? m_canvas.palette.water
                                      : m_canvas.palette.grounds.at(static_cast<std::size_t>(i % 4));
            m_bands.push_back(band);
        }
    }

    void paintBackground()
    {
        if (m_content.sky) {
            paintSky(m_canvas, m_horizon);
            placeInSky();
            if (m_random.chance(0.45))
                paintHills(m_canvas, m_horizon + 4);
            if (m_content.mountain)
                paintMountains(m_canvas, m_horizon + 4, m_sun);
            if (m_random.chance(0.35))
                paintHaze(m_canvas.painter, m_random, m_horizon, m_canvas.palette.skyBottom);
        }
        for (const SceneBand& band : m_bands)
            paintBand(m_canvas, band);
    }

    /// A sun, or a disc that is none.
    void placeInSky()
    {
        const double radius = m_random.uniform(7, 12);
        const double lowest = std::min(m_horizon - 30, 48.0);
        const QPointF spot{m_random.uniform(22, sceneSide - 22), m_random.uniform(18, lowest)};
        const QPointF reach{radius * 2, radius * 2};
        if (m_content.sun) {
            paintSun(m_canvas, spot, radius);
            m_sun = QRectF(spot - reach, spot + reach);
        } else if (m_random.chance(0.5)) {
            paintDisc(m_canvas, spot, radius);
        }
    }

    /// Index of the band seen at a point; −1 in the sky.
    [[nodiscard]] int bandAt(QPointF point) const
    {
        for (int i = static_cast<int>(m_bands.size()) - 1; i >= 0; --i)
            if (point.y() >= m_bands[static_cast<std::size_t>(i)].topAt(point.x()))
                return i;
        return -1;
    }

    /// Far things are smaller.
    [[nodiscard]] double nearness(double y) const
    {
        return m_content.sky ? 0.75 + 0.45 * (y - m_horizon) / (sceneSide - m_horizon) : 0.95;
    }

    /// Finds a place on land (or water) where it hides little of what is there, and is not hidden.
    bool place(PaintThing paint, double lowest, double highest, double widthShare,
               bool onWater = false)
    {
        for (int attempt = 0; attempt < 40; ++attempt) {
            const double size = m_random.uniform(lowest, highest);
            const QPointF foot{m_random.uniform(12, sceneSide - 12),
                               m_random.uniform(std::max(m_horizon + 2, size * 0.8),
                                                sceneSide - 2)};
            const int band = bandAt(foot);
            if (band < 0 || m_bands[static_cast<std::size_t>(band)].isWater != onWater)
                continue;
            const Thing thing{paint, foot, size * nearness(foot.y()), widthShare};
            if (isFree(thing)) {
                m_things.push_back(thing);
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool isFree(const Thing& thing) const
    {
        const QRectF box = thing.box();
        return std::none_of(m_things.begin(), m_things.end(), [&](const Thing& other) {
            const QRectF shared = box.intersected(other.box());
            const double smaller = std::min(box.width() * box.height(),
                                            other.box().width() * other.box().height());
            return shared.width() * shared.height() > 0.22 * smaller;
        });
    }

    /// True when at least one found a place.
    bool placeSeveral(PaintThing paint, int count, double lowest, double highest, double widthShare)
    {
        bool isAnyPlaced = false;
        for (int i = 0; i < count; ++i)
            isAnyPlaced = place(paint, lowest, highest, widthShare) || isAnyPlaced;
        return isAnyPlaced;
    }

    void placeThings()
    {
        // What finds no room is not in the picture and so no label of it.
        if (m_content.mountain && !m_content.sky)
            m_content.mountain =
                placeSeveral(paintStandingPeak, drawInt(m_random, 1, 3), 45, 75, 1.5);
        if (m_content.church)
            m_content.church = place(paintChurch, 80, 104, 0.8);
        if (m_content.people)
            m_content.people = placeSeveral(paintPerson, drawInt(m_random, 2, 5), 42, 60, 0.55);
        if (m_content.tree)
            m_content.tree = placeSeveral(paintTree, drawInt(m_random, 1, 6), 36, 66, 0.6);
        placeDistractors();
    }

    static void paintStandingPeak(SceneCanvas& canvas, QPointF foot, double height)
    {
        paintPeak(canvas, foot.x(), foot.y(), height);
    }

    void placeDistractors()
    {
        struct Kind
        {
            PaintThing paint;
            double chance;
            int most;
            double lowest;
            double highest;
            double widthShare;
        };
        static constexpr std::array<Kind, 7> kinds{{
            {paintHouse, 0.45, 3, 20, 34, 1.2},
            {paintTower, 0.3, 1, 40, 66, 0.35},
            {paintBush, 0.4, 3, 9, 18, 1.6},
            {paintRock, 0.3, 2, 7, 16, 2.0},
            {paintAnimal, 0.3, 3, 14, 22, 1.3},
            {paintFence, 0.2, 1, 8, 14, 4.0},
            {paintPost, 0.3, 2, 24, 44, 0.4},
        }};
        for (const Kind& kind : kinds)
            if (m_random.chance(kind.chance))
                placeSeveral(kind.paint, drawInt(m_random, 1, kind.most), kind.lowest, kind.highest,
                             kind.widthShare);
        if (m_content.water && m_random.chance(0.4))
            place(paintBoat, 16, 30, 0.9, true);
    }

    SceneCanvas& m_canvas;
    Random& m_random;
    Content m_content;
    double m_horizon = 0; ///< Above the picture where there is no sky.
    QRectF m_sun;         ///< With its rays; empty where there is none.
    std::vector<SceneBand> m_bands;
    std::vector<Thing> m_things;
};

Pixels copyOf(const QImage& image)
{
    Pixels pixels{image.width(), image.height(), 3, {}};
    const auto row = static_cast<std::size_t>(image.width()) * 3;
    pixels.data.resize(row * static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(pixels.data.data() + static_cast<std::size_t>(y) * row, image.constScanLine(y),
                    row);
    return pixels;
}

} // namespace

QStringList landscapeLabels()
{
    return {QStringLiteral("sky"),    QStringLiteral("water"),  QStringLiteral("mountain"),
            QStringLiteral("tree"),   QStringLiteral("church"), QStringLiteral("people"),
            QStringLiteral("sun"),    QStringLiteral("snow")};
}

SampleImage drawLandscape(Random& random, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    Content content = drawContent(random);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(side / sceneSide, side / sceneSide);
        SceneCanvas canvas{image, painter, random, drawPalette(random), content.snow};
        content = SceneBuilder(canvas, content).build();
    }
    image.convertTo(QImage::Format_RGB888);
    finishScene(image, random);
    return {copyOf(image), content.labels(), {}};
}

} // namespace labelwright
