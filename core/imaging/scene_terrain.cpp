#include "core/imaging/scene_terrain.h"

#include <QLinearGradient>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace labelwright {

namespace {

/// `color` lighter by `amount`, or darker where it cannot become lighter, and the other way round.
QColor shadedVisibly(const QColor& color, double amount)
{
    const double lightness = static_cast<double>(color.lightnessF()) + amount;
    return shaded(color, lightness < 0.06 || lightness > 0.94 ? -amount : amount);
}

QPen roundPen(const QColor& color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void paintCloud(SceneCanvas& canvas, double x, double y, const QColor& color)
{
    Random& random = canvas.random;
    canvas.painter.setPen(Qt::NoPen);
    const double width = random.uniform(14, 44);
    const double height = width * random.uniform(0.15, 0.35);
    for (int puff = drawInt(random, 4, 9); puff > 0; --puff) {
        const double place = random.uniform(-1, 1);
        const double radius = height * (1.2 - std::abs(place)) * random.uniform(0.6, 1.1);
        canvas.painter.setBrush(shaded(color, random.uniform(-0.03, 0.03)));
        canvas.painter.drawEllipse(QPointF{x + place * width / 2, y - radius * 0.4}, radius * 1.3,
                                   radius);
    }
}

void paintBirds(SceneCanvas& canvas, double horizon)
{
    Random& random = canvas.random;
    canvas.painter.setBrush(Qt::NoBrush);
    for (int bird = drawInt(random, 2, 6); bird > 0; --bird) {
        const double x = random.uniform(8, sceneSide - 8);
        const double y = random.uniform(6, std::max(10.0, horizon - 10));
        const double wing = random.uniform(2, 4.5);
        canvas.painter.setPen(roundPen(standingOut(canvas, QColor(40, 40, 46), {x, y}), 1));
        QPainterPath path({x - wing, y - wing * 0.5});
        path.quadTo(x - wing * 0.4, y - wing * 0.7, x, y);
        path.quadTo(x + wing * 0.4, y - wing * 0.7, x + wing, y - wing * 0.5);
        canvas.painter.drawPath(path);
    }
}

void paintStars(SceneCanvas& canvas, double horizon)
{
    canvas.painter.setPen(Qt::NoPen);
    for (int star = drawInt(canvas.random, 12, 40); star > 0; --star) {
        canvas.painter.setBrush(QColor(255, 250, 235, drawInt(canvas.random, 120, 255)));
        const QPointF at{canvas.random.uniform(0, sceneSide), canvas.random.uniform(0, horizon)};
        canvas.painter.drawEllipse(at, 0.5, 0.5);
    }
}

/// A broken line from `from` to `to` whose inner points are moved sideways.
std::vector<QPointF> jagged(Random& random, QPointF from, QPointF to, int pieces, double roughness)
{
    std::vector<QPointF> points{from};
    const QPointF step = (to - from) / pieces;
    for (int i = 1; i < pieces; ++i) {
        const double aside = random.uniform(-roughness, roughness);
        const double along = random.uniform(-0.2, 0.2);
        points.push_back(from + step * (i + along) + QPointF{aside, 0});
    }
    points.push_back(to);
    return points;
}

QPolygonF closed(const std::vector<QPointF>& first, const std::vector<QPointF>& second)
{
    QPolygonF polygon;
    for (const QPointF& point : first)
        polygon << point;
    for (auto point = second.rbegin(); point != second.rend(); ++point)
        polygon << *point;
    return polygon;
}

void paintPeakSnow(SceneCanvas& canvas, const QPolygonF& outline, QPointF top, double height)
{
    Random& random = canvas.random;
    QPainterPath mountain;
    mountain.addPolygon(outline);
    mountain.closeSubpath();
    QPolygonF cap;
    const double depth = height * random.uniform(0.3, 0.5);
    cap << QPointF{top.x() - height, top.y() - 2};
    bool isLow = true;
    for (double x = -height; x <= height; x += height * random.uniform(0.08, 0.16)) {
        cap << QPointF{top.x() + x, top.y() + depth * (isLow ? 1.1 : 0.7)};
        isLow = !isLow;
    }
    cap << QPointF{top.x() + height, top.y() - 2};
    QPainterPath path;
    path.addPolygon(cap);
    canvas.painter.setBrush(QColor(244, 247, 252));
    canvas.painter.drawPath(path.intersected(mountain));
}

enum class Texture { Tufts, Dots, Furrows, Hatch, Flowers };

void paintTuft(SceneCanvas& canvas, QPointF at, double size)
{
    Random& random = canvas.random;
    for (int blade = 0; blade < 3; ++blade) {
        const double lean = random.uniform(-0.6, 0.6) * size;
        canvas.painter.drawLine(at, at + QPointF{lean, -size});
    }
}

void paintMark(SceneCanvas& canvas, Texture texture, QPointF at, double size, const QColor& color)
{
    Random& random = canvas.random;
    const QColor mark = shadedVisibly(color, random.chance(0.5) ? 0.12 : -0.12);
    canvas.painter.setPen(roundPen(mark, 0.9));
    switch (texture) {
    case Texture::Tufts: paintTuft(canvas, at, size * 1.6); break;
    case Texture::Dots:
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(mark);
        canvas.painter.drawEllipse(at, size * 0.6, size * 0.45);
        break;
    case Texture::Flowers:
        paintTuft(canvas, at, size);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(oneOf(random, canvas.palette.foliage));
        canvas.painter.drawEllipse(at - QPointF{0, size}, 1.1, 1.1);
        break;
    case Texture::Furrows:
    case Texture::Hatch: break; // Drawn as lines across the band.
    }
}

/// Lines across the whole band, steep enough not to look like waves.
void paintLines(SceneCanvas& canvas, double top, const QColor& color, bool isCrossed)
{
    Random& random = canvas.random;
    const double angle = random.uniform(0.6, 2.5);
    const double gap = random.uniform(4, 8);
    for (int pass = 0; pass < (isCrossed ? 2 : 1); ++pass) {
        const double turned = angle + pass * random.uniform(0.7, 1.1);
        const QPointF along{std::cos(turned) * 260, std::sin(turned) * 260};
        const QPointF across{-std::sin(turned), std::cos(turned)};
        const QPointF middle{sceneSide / 2, (top + sceneSide) / 2};
        canvas.painter.setPen(roundPen(shadedVisibly(color, pass == 0 ? -0.1 : 0.1), 1));
        for (double offset = -170; offset < 170; offset += gap * random.uniform(0.8, 1.2))
            canvas.painter.drawLine(middle + across * offset - along,
                                    middle + across * offset + along);
    }
}

void paintLand(SceneCanvas& canvas, const QPainterPath& area, double top, const QColor& color)
{
    Random& random = canvas.random;
    QLinearGradient gradient(0, top, 0, sceneSide);
    gradient.setColorAt(0, shaded(color, random.uniform(-0.05, 0.08)));
    gradient.setColorAt(1, shaded(color, random.uniform(-0.08, 0.05)));
    canvas.painter.fillPath(area, gradient);
    canvas.painter.save();
    canvas.painter.setClipPath(area);
    const auto texture = static_cast<Texture>(random.below(5));
    if (texture == Texture::Furrows || texture == Texture::Hatch) {
        paintLines(canvas, top, color, texture == Texture::Hatch);
    } else {
        const double extent = std::max(10.0, sceneSide - top);
        const int count = static_cast<int>(extent * random.uniform(1.2, 3.0));
        for (int i = 0; i < count; ++i) {
            const double y = random.uniform(top - 8, sceneSide + 4);
            const double size = 1.2 + 2.2 * std::clamp((y - top) / extent, 0.0, 1.0);
            paintMark(canvas, texture, {random.uniform(0, sceneSide), y}, size, color);
        }
    }
    canvas.painter.restore();
}

/// One crest: a short horizontal line that swings up and down.
void paintWave(SceneCanvas& canvas, QPointF from, double length, double swing)
{
    QPainterPath path(from);
    const int arcs = std::max(1, static_cast<int>(length / 6));
    const double step = length / arcs;
    for (int i = 0; i < arcs; ++i) {
        const double x = from.x() + i * step;
        path.quadTo(x + step / 2, from.y() - 2 * swing, x + step, from.y());
    }
    canvas.painter.drawPath(path);
}

} // namespace

double SceneBand::topAt(double x) const
{
    return top + slope * x
           + waveHeight * std::sin(2 * std::numbers::pi * x / waveLength + wavePhase);
}

QPainterPath SceneBand::below() const
{
    QPainterPath path({-5, sceneSide + 5});
    for (double x = -5; x <= sceneSide + 5; x += 5)
        path.lineTo(x, topAt(x));
    path.lineTo(sceneSide + 5, sceneSide + 5);
    path.closeSubpath();
    return path;
}

void paintSky(SceneCanvas& canvas, double horizon)
{
    Random& random = canvas.random;
    QLinearGradient gradient(0, 0, 0, horizon + 10);
    gradient.setColorAt(0, canvas.palette.skyTop);
    gradient.setColorAt(1, canvas.palette.skyBottom);
    canvas.painter.fillRect(QRectF(-5, -5, sceneSide + 10, sceneSide + 10), gradient);
    const bool isDark = canvas.palette.skyTop.lightnessF() < 0.3F;
    if (isDark && random.chance(0.5))
        paintStars(canvas, horizon);
    if (random.chance(0.6)) {
        const QColor color = random.chance(0.6) ? shaded(canvas.palette.skyBottom, 0.12)
                                                : shaded(canvas.palette.skyTop, -0.08);
        for (int cloud = drawInt(random, 1, 5); cloud > 0; --cloud)
            paintCloud(canvas, random.uniform(0, sceneSide), random.uniform(4, horizon * 0.75),
                       color);
    }
    if (random.chance(0.35))
        paintBirds(canvas, horizon);
}

void paintPeak(SceneCanvas& canvas, double x, double base, double height)
{
    Random& random = canvas.random;
    const double half = height * random.uniform(0.6, 0.95);
    const QPointF top{x + random.uniform(-0.15, 0.15) * half, base - height};
    const double rough = height * 0.05;
    const auto left = jagged(random, top, {x - half, base + 4}, drawInt(random, 4, 7), rough);
    const auto right = jagged(random, top, {x + half, base + 4}, drawInt(random, 4, 7), rough);
    const QPointF foot{x + random.uniform(-0.3, 0.3) * half, base + 4};
    const auto ridge = jagged(random, top, foot, drawInt(random, 4, 7), height * 0.09);
    const QColor color = shaded(canvas.palette.mountain, random.uniform(-0.06, 0.06));
    const double light = random.chance(0.5) ? 0.12 : -0.12;
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(shadedVisibly(color, light));
    canvas.painter.drawPolygon(closed(left, ridge));
    canvas.painter.setBrush(shadedVisibly(color, -light));
    canvas.painter.drawPolygon(closed(ridge, right));
    canvas.painter.setPen(roundPen(shadedVisibly(color, -0.24), 1));
    for (int crack = drawInt(random, 2, 5); crack > 0; --crack) {
        const QPointF& start = ridge[1 + static_cast<std::size_t>(random.below(ridge.size() - 2))];
        const double side = random.chance(0.5) ? 1 : -1;
        const double length = height * random.uniform(0.12, 0.3);
        canvas.painter.drawLine(start, start + QPointF{side * length * 0.6, length});
    }
    if (canvas.isSnowy) {
        canvas.painter.setPen(Qt::NoPen);
        paintPeakSnow(canvas, closed(left, right), top, height);
    }
}

void paintMountains(SceneCanvas& canvas, double base, const QRectF& sun)
{
    Random& random = canvas.random;
    const int count = drawInt(random, 1, 4);
    const double start = random.uniform(-10, 60);
    for (int i = 0; i < count; ++i) {
        const double x = start + i * random.uniform(35, 55) + random.uniform(0, 20);
        const double share = random.uniform(0.55, 1.0);
        const bool isBelowSun = std::abs(x - sun.center().x()) < sun.width() / 2 + 25;
        const double room = std::min(isBelowSun ? base - sun.center().y() - 4 : base - 4, 80.0);
        const double height = std::max(26.0, share * room);
        paintPeak(canvas, x, base, height);
    }
}

void paintHills(SceneCanvas& canvas, double base)
{
    Random& random = canvas.random;
    SceneBand hill;
    hill.top = base - random.uniform(4, 22);
    hill.slope = random.uniform(-0.1, 0.1);
    hill.waveHeight = random.uniform(2, 10);
    hill.waveLength = random.uniform(60, 180);
    hill.wavePhase = random.uniform(0, 6.3);
    const QColor color = random.chance(0.5) ? canvas.palette.mountain : canvas.palette.grounds[3];
    canvas.painter.fillPath(hill.below(), shaded(color, random.uniform(-0.1, 0.1)));
}

void paintWater(SceneCanvas& canvas, const QPainterPath& area, const QColor& color)
{
    Random& random = canvas.random;
    const QRectF box = area.boundingRect();
    QLinearGradient gradient(0, box.top(), 0, sceneSide);
    gradient.setColorAt(0, shaded(color, random.uniform(-0.05, 0.1)));
    gradient.setColorAt(1, shaded(color, random.uniform(-0.1, 0.05)));
    canvas.painter.fillPath(area, gradient);
    canvas.painter.save();
    canvas.painter.setClipPath(area);
    canvas.painter.setBrush(Qt::NoBrush);
    const double density = random.uniform(0.8, 1.3);
    const double contrast = random.uniform(0.13, 0.2);
    double y = box.top() - 4;
    while (y < std::min(box.bottom(), sceneSide) + 4) {
        const double nearness = std::clamp((y - box.top()) / 90, 0.0, 1.0);
        const QColor crest = shadedVisibly(color, random.chance(0.6) ? contrast : -contrast);
        canvas.painter.setPen(roundPen(crest, 0.9 + 0.6 * nearness));
        double x = random.uniform(-14, 4);
        while (x < sceneSide) {
            const double length = random.uniform(7, 16) * (0.8 + 0.5 * nearness);
            paintWave(canvas, {x, y + random.uniform(-0.7, 0.7)}, length, 0.7 + 0.5 * nearness);
            x += length + random.uniform(4, 12);
        }
        y += (2.8 + 2 * nearness) * density;
    }
    canvas.painter.restore();
}

void paintBand(SceneCanvas& canvas, const SceneBand& band)
{
    if (band.isWater)
        paintWater(canvas, band.below(), band.color);
    else
        paintLand(canvas, band.below(), band.below().boundingRect().top(), band.color);
}

} // namespace labelwright
