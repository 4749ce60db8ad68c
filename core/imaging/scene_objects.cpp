#include "core/imaging/scene_objects.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace labelwright {

namespace {

constexpr QRgb snowColor = 0xf4f7fc;

QPen roundPen(const QColor& color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void fill(SceneCanvas& canvas, const QColor& color)
{
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(color);
}

/// Many overlapping leaf blots within an ellipse, dark below and light above.
void paintCrown(SceneCanvas& canvas, QPointF middle, double width, double height,
                const QColor& color)
{
    Random& random = canvas.random;
    fill(canvas, shaded(color, -0.09));
    canvas.painter.drawEllipse(middle, width / 2, height / 2);
    const double blot = std::max(1.6, width * random.uniform(0.09, 0.14));
    const int count = static_cast<int>(width * height / (blot * blot * 1.6));
    for (int i = 0; i < count; ++i) {
        const double angle = random.uniform(0, 2 * std::numbers::pi);
        const double distance = std::sqrt(random.uniform());
        const QPointF at{middle.x() + std::cos(angle) * distance * width / 2,
                         middle.y() + std::sin(angle) * distance * height / 2};
        const double light = 0.13 * (middle.y() - at.y()) / (height / 2);
        canvas.painter.setBrush(shaded(color, light + random.uniform(-0.1, 0.1)));
        canvas.painter.drawEllipse(at, blot, blot * 0.85);
    }
    if (!canvas.isSnowy)
        return;
    canvas.painter.setBrush(QColor(snowColor));
    for (int i = 0; i < count / 4; ++i)
        canvas.painter.drawEllipse(
            QPointF{middle.x() + random.uniform(-0.4, 0.4) * width,
                    middle.y() - height * random.uniform(0.2, 0.45)},
            blot, blot * 0.5);
}

void paintTrunk(SceneCanvas& canvas, QPointF foot, double height, double width)
{
    const QColor bark = standingOut(canvas, canvas.random.chance(0.2) ? QColor(225, 222, 214)
                                                                      : QColor(74, 52, 38),
                                    foot - QPointF{0, height / 3});
    fill(canvas, bark);
    canvas.painter.drawPolygon(QPolygonF{{foot.x() - width * 0.7, foot.y()},
                                         {foot.x() - width * 0.4, foot.y() - height},
                                         {foot.x() + width * 0.4, foot.y() - height},
                                         {foot.x() + width * 0.7, foot.y()}});
}

void paintConifer(SceneCanvas& canvas, QPointF foot, double height, const QColor& color)
{
    Random& random = canvas.random;
    paintTrunk(canvas, foot, height * 0.3, height * 0.07);
    const int tiers = drawInt(random, 3, 5);
    const double width = height * random.uniform(0.4, 0.6);
    const double reach = height * 0.84 / tiers;
    for (int tier = 0; tier < tiers; ++tier) {
        const double bottom = foot.y() - height * 0.16 - tier * reach;
        const double half = width / 2 * (1 - 0.8 * tier / tiers);
        const double top = bottom - reach * 1.45;
        fill(canvas, shaded(color, random.uniform(-0.04, 0.04)));
        canvas.painter.drawPolygon(QPolygonF{
            {foot.x() - half, bottom}, {foot.x(), std::max(top, foot.y() - height)},
            {foot.x() + half, bottom}});
        fill(canvas, shaded(color, -0.13));
        canvas.painter.drawPolygon(QPolygonF{
            {foot.x() - half, bottom}, {foot.x(), bottom - reach * 0.3}, {foot.x() + half, bottom}});
        if (canvas.isSnowy) {
            canvas.painter.setPen(roundPen(QColor(snowColor), 1.4));
            canvas.painter.drawLine(QPointF{foot.x() - half, bottom},
                                    QPointF{foot.x() - half * 0.3, bottom - reach * 0.8});
        }
    }
}

void paintBareTree(SceneCanvas& canvas, QPointF from, double length, double angle, int depth)
{
    Random& random = canvas.random;
    const QPointF to = from + QPointF{std::sin(angle) * length, -std::cos(angle) * length};
    QPen pen = canvas.painter.pen();
    pen.setWidthF(std::max(0.8, length * 0.16));
    canvas.painter.setPen(pen);
    canvas.painter.drawLine(from, to);
    if (depth == 0)
        return;
    for (const double side : {-1.0, 1.0})
        paintBareTree(canvas, to, length * random.uniform(0.62, 0.78),
                      angle + side * random.uniform(0.3, 0.6), depth - 1);
}

/// Triangle or flat roof over a wall from `left` to `right`.
void paintRoof(SceneCanvas& canvas, double left, double right, double eaves, double ridge,
               const QColor& color)
{
    fill(canvas, canvas.isSnowy && canvas.random.chance(0.8) ? QColor(snowColor) : color);
    const double over = (right - left) * 0.07;
    canvas.painter.drawPolygon(QPolygonF{
        {left - over, eaves}, {(left + right) / 2, ridge}, {right + over, eaves}});
}

void paintWall(SceneCanvas& canvas, const QRectF& wall, const QColor& color)
{
    fill(canvas, color);
    canvas.painter.drawRect(wall);
    fill(canvas, shaded(color, -0.1));
    canvas.painter.drawRect(QRectF(wall.left() + wall.width() * 0.7, wall.top(),
                                   wall.width() * 0.3, wall.height()));
}

/// A window or door with a round top.
QPainterPath arch(double x, double bottom, double width, double height)
{
    QPainterPath path({x - width / 2, bottom});
    path.lineTo(x - width / 2, bottom - height + width / 2);
    path.arcTo(QRectF(x - width / 2, bottom - height, width, width), 180, -180);
    path.lineTo(x + width / 2, bottom);
    path.closeSubpath();
    return path;
}

void paintCross(SceneCanvas& canvas, QPointF foot, double height)
{
    const QColor color = standingOut(canvas, QColor(40, 34, 32), foot - QPointF{0, height * 0.6});
    const double width = std::max(1.6, height * 0.17);
    // A rim of the opposite lightness sets it off from whatever is behind.
    for (const bool isRim : {true, false}) {
        const double reach = height * 0.36 + (isRim ? 0.8 : 0);
        const QColor rim = color.lightnessF() < 0.5F ? shaded(color, 0.6) : shaded(color, -0.6);
        canvas.painter.setPen(QPen(isRim ? rim : color, width + (isRim ? 1.6 : 0), Qt::SolidLine,
                                   Qt::FlatCap));
        canvas.painter.drawLine(foot, foot - QPointF{0, height + (isRim ? 0.8 : 0)});
        canvas.painter.drawLine(foot + QPointF{-reach, -height * 0.64},
                                foot + QPointF{reach, -height * 0.64});
    }
}

void paintChurchTower(SceneCanvas& canvas, QPointF foot, double height, const QColor& wall,
                      const QColor& roof)
{
    Random& random = canvas.random;
    const double width = height * random.uniform(0.2, 0.25);
    const double eaves = foot.y() - height * random.uniform(0.44, 0.52);
    const double tip = foot.y() - height * 0.82;
    paintCross(canvas, {foot.x(), tip + 1}, height * 0.18);
    paintWall(canvas, QRectF(foot.x() - width / 2, eaves, width, foot.y() - eaves), wall);
    paintRoof(canvas, foot.x() - width / 2, foot.x() + width / 2, eaves, tip, roof);
    const QColor opening = shaded(wall, wall.lightnessF() > 0.4F ? -0.35 : 0.35);
    fill(canvas, opening);
    canvas.painter.drawPath(arch(foot.x(), eaves + height * 0.25, width * 0.36, height * 0.1));
    canvas.painter.drawPath(arch(foot.x(), foot.y(), width * 0.5, height * 0.16));
    canvas.painter.setPen(QPen(opening, std::max(1.0, height * 0.02)));
    canvas.painter.setBrush(QColor(246, 240, 224));
    const QPointF clock{foot.x(), eaves + height * 0.08};
    canvas.painter.drawEllipse(clock, width * 0.26, width * 0.26);
    canvas.painter.drawLine(clock, clock - QPointF{0, width * 0.2});
    canvas.painter.drawLine(clock, clock + QPointF{width * 0.14, 0});
}

QColor clothing(SceneCanvas& canvas, QPointF where)
{
    const int hue = drawInt(canvas.random, 0, 359);
    const int saturation = drawInt(canvas.random, 20, 200);
    const QColor color = QColor::fromHsl(hue, saturation, drawInt(canvas.random, 40, 210));
    return standingOut(canvas, color, where);
}

void paintLegs(SceneCanvas& canvas, QPointF foot, double height, double width)
{
    const double hip = foot.y() - height * 0.36;
    const double stride = height * canvas.random.uniform(0.07, 0.15);
    const QColor trousers = clothing(canvas, {foot.x(), hip + height * 0.2});
    for (const double side : {-1.0, 1.0}) {
        const QPointF sole{foot.x() + side * stride, foot.y() - height * 0.02};
        canvas.painter.setPen(QPen(trousers, height * 0.12, Qt::SolidLine, Qt::FlatCap));
        canvas.painter.drawLine(QPointF{foot.x() + side * width * 0.22, hip}, sole);
        canvas.painter.setPen(roundPen(shaded(trousers, -0.2), height * 0.07));
        canvas.painter.drawLine(sole, sole + QPointF{side * height * 0.05, 0});
    }
}

/// Body and arms; often striped.
void paintShirt(SceneCanvas& canvas, QPointF neck, double height, double width, const QColor& edge)
{
    Random& random = canvas.random;
    const QColor shirt = clothing(canvas, neck + QPointF{0, height * 0.1});
    for (const double side : {-1.0, 1.0}) {
        const double lift = random.chance(0.25) ? -0.2 : random.uniform(0.2, 0.32);
        const QPointF shoulder = neck + QPointF{side * width * 0.45, height * 0.05};
        const QPointF hand =
            neck + QPointF{side * (width * 0.5 + height * random.uniform(0.08, 0.17)),
                           height * lift};
        canvas.painter.setPen(roundPen(edge, height * 0.11));
        canvas.painter.drawLine(shoulder, hand);
        canvas.painter.setPen(roundPen(shaded(shirt, -0.05), height * 0.075));
        canvas.painter.drawLine(shoulder, hand);
    }
    const QRectF body(neck.x() - width / 2, neck.y(), width, height * 0.36);
    canvas.painter.setPen(QPen(edge, std::max(0.8, height * 0.02)));
    canvas.painter.setBrush(shirt);
    canvas.painter.drawRoundedRect(body, width * 0.3, width * 0.3);
    if (random.chance(0.3))
        return;
    fill(canvas, shaded(shirt, shirt.lightnessF() > 0.45F ? -0.22 : 0.22));
    for (const double place : {0.2, 0.48, 0.76})
        canvas.painter.drawRect(QRectF(body.left() + width * 0.08, body.top() + place * body.height(),
                                       width * 0.84, body.height() * 0.13));
}

/// A round face under hair or a hat.
void paintHead(SceneCanvas& canvas, QPointF middle, double radius, const QColor& edge)
{
    Random& random = canvas.random;
    static constexpr std::array<QRgb, 5> skins{0xf1c9a5, 0xe0ac7e, 0xb87d52, 0x8a5a3a, 0x6e4730};
    static constexpr std::array<QRgb, 6> hairs{0x2a1d16, 0x5a3a22, 0xc9a25a, 0x8c2f22,
                                               0x3a4a6a, 0xe8e4dc};
    const QColor skin = standingOut(canvas, QColor(oneOf(random, skins)), middle);
    canvas.painter.setPen(QPen(edge, std::max(0.8, radius * 0.14)));
    canvas.painter.setBrush(skin);
    canvas.painter.drawEllipse(middle, radius * 0.9, radius);
    QColor hair(oneOf(random, hairs));
    if (std::abs(hair.lightnessF() - skin.lightnessF()) < 0.25F)
        hair = shaded(skin, skin.lightnessF() > 0.4F ? -0.35 : 0.35);
    fill(canvas, hair);
    canvas.painter.drawChord(QRectF(middle.x() - radius, middle.y() - radius * 1.15, radius * 2,
                                    radius * 2),
                             10 * 16, 160 * 16);
    if (random.chance(0.3))
        canvas.painter.drawRect(QRectF(middle.x() - radius * 1.5, middle.y() - radius * 0.5,
                                       radius * 3, radius * 0.32));
}

} // namespace

void paintTree(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, oneOf(random, canvas.palette.foliage),
                                     foot - QPointF{0, height * 0.6});
    switch (random.below(8)) {
    case 0:
    case 1:
    case 2: paintConifer(canvas, foot, height, color); break;
    case 3: {
        const QPointF middle{foot.x(), foot.y() - height * 0.58};
        paintTrunk(canvas, foot, height * 0.3, height * 0.06);
        paintCrown(canvas, middle, height * 0.3, height * 0.84, color);
        break;
    }
    case 4:
        canvas.painter.setPen(roundPen(
            standingOut(canvas, QColor(70, 50, 40), foot - QPointF{0, height * 0.5}), 2));
        paintBareTree(canvas, foot, height * 0.32, random.uniform(-0.1, 0.1), 4);
        break;
    default: {
        const double share = random.uniform(0.55, 0.68);
        const QPointF middle{foot.x(), foot.y() - height * (1 - share / 2)};
        paintTrunk(canvas, foot, height * 0.55, height * random.uniform(0.07, 0.1));
        paintCrown(canvas, middle, height * random.uniform(0.55, 0.8), height * share, color);
        break;
    }
    }
}

void paintChurch(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor wall = standingOut(canvas, oneOf(random, canvas.palette.walls),
                                    foot - QPointF{0, height * 0.3});
    const QColor roof = standingOut(canvas, oneOf(random, canvas.palette.roofs),
                                    foot - QPointF{0, height * 0.65});
    const double side = random.chance(0.5) ? 1 : -1;
    const double length = height * random.uniform(0.45, 0.65);
    const double naveHeight = height * random.uniform(0.22, 0.28);
    const double left = side > 0 ? foot.x() : foot.x() - length;
    paintWall(canvas, QRectF(left, foot.y() - naveHeight, length, naveHeight), wall);
    fill(canvas, canvas.isSnowy ? QColor(snowColor) : roof);
    const double ridge = foot.y() - naveHeight - height * 0.16;
    canvas.painter.drawPolygon(QPolygonF{{left - 2, foot.y() - naveHeight},
                                         {left + length * 0.1, ridge},
                                         {left + length * 0.9, ridge},
                                         {left + length + 2, foot.y() - naveHeight}});
    fill(canvas, shaded(wall, wall.lightnessF() > 0.4F ? -0.35 : 0.35));
    for (int i = 0; i < 3; ++i)
        canvas.painter.drawPath(arch(foot.x() + side * length * (0.35 + 0.23 * i),
                                     foot.y() - naveHeight * 0.2, height * 0.065,
                                     naveHeight * 0.6));
    paintChurchTower(canvas, foot, height, wall, roof);
}

void paintPerson(SceneCanvas& canvas, QPointF foot, double height)
{
    const double shoulder = foot.y() - height * 0.68;
    const double width = height * canvas.random.uniform(0.26, 0.32);
    const QColor edge = standingOut(canvas, QColor(30, 26, 30), {foot.x(), shoulder});
    paintLegs(canvas, foot, height, width);
    paintShirt(canvas, {foot.x(), shoulder}, height, width, edge);
    paintHead(canvas, {foot.x(), shoulder - height * 0.13}, height * 0.15, edge);
}

void paintSun(SceneCanvas& canvas, QPointF middle, double radius)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, canvas.palette.light, middle);
    const int rays = drawInt(random, 9, 16);
    const double start = random.uniform(0, 1);
    const bool isWedge = random.chance(0.5);
    for (int ray = 0; ray < rays; ++ray) {
        const double angle = (ray + start) * 2 * std::numbers::pi / rays;
        const QPointF out{std::cos(angle), std::sin(angle)};
        const QPointF aside{-out.y(), out.x()};
        const double length = radius * (ray % 2 == 0 ? 0.75 : 0.55);
        const QPointF from = middle + out * radius * 1.25;
        if (isWedge) {
            fill(canvas, color);
            canvas.painter.drawPolygon(QPolygonF{from + aside * radius * 0.17, from + out * length,
                                                 from - aside * radius * 0.17});
        } else {
            canvas.painter.setPen(roundPen(color, std::max(1.2, radius * 0.14)));
            canvas.painter.drawLine(from, from + out * length);
        }
    }
    fill(canvas, color);
    canvas.painter.drawEllipse(middle, radius, radius);
}

void paintSnowfall(SceneCanvas& canvas)
{
    Random& random = canvas.random;
    const int count = drawInt(random, 110, 220);
    for (int i = 0; i < count; ++i) {
        const QPointF at{random.uniform(0, sceneSide), random.uniform(0, sceneSide)};
        const double radius = 0.7 + 1.5 * random.uniform() * random.uniform();
        fill(canvas, QColor(60, 70, 90, 90)); // A thin edge keeps flakes visible against white.
        canvas.painter.drawEllipse(at, radius + 0.5, radius + 0.5);
        fill(canvas, QColor(250, 252, 255, 240));
        canvas.painter.drawEllipse(at, radius, radius);
    }
    for (int i = drawInt(random, 6, 16); i > 0; --i) {
        const QPointF at{random.uniform(0, sceneSide), random.uniform(0, sceneSide)};
        const double reach = random.uniform(2.5, 4);
        for (int arm = 0; arm < 3; ++arm) {
            const QPointF out{std::cos(arm * 1.047) * reach, std::sin(arm * 1.047) * reach};
            canvas.painter.setPen(roundPen(QColor(60, 70, 90, 90), 1.8));
            canvas.painter.drawLine(at - out, at + out);
            canvas.painter.setPen(roundPen(QColor(250, 252, 255), 1));
            canvas.painter.drawLine(at - out, at + out);
        }
    }
}

void paintHouse(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const double width = height * random.uniform(0.9, 1.5);
    const double wallHeight = height * random.uniform(0.55, 0.65);
    const QColor color = standingOut(canvas, oneOf(random, canvas.palette.walls),
                                     foot - QPointF{0, wallHeight / 2});
    const double left = foot.x() - width / 2;
    const double eaves = foot.y() - wallHeight;
    const QColor roof = oneOf(random, canvas.palette.roofs);
    fill(canvas, shaded(roof, -0.1));
    if (random.chance(0.6))
        canvas.painter.drawRect(QRectF(left + width * 0.68, foot.y() - height, width * 0.1,
                                       height * 0.3));
    paintWall(canvas, QRectF(left, eaves, width, wallHeight), color);
    paintRoof(canvas, left, left + width, eaves, foot.y() - height, roof);
    fill(canvas, shaded(color, color.lightnessF() > 0.4F ? -0.3 : 0.3));
    const int columns = drawInt(random, 2, 3);
    const double pane = width * 0.15;
    for (int i = 0; i < columns; ++i)
        canvas.painter.drawRect(QRectF(left + width * (i + 0.5) / columns - pane / 2,
                                       eaves + wallHeight * 0.25, pane, pane));
}

} // namespace labelwright
