#include "core/imaging/scene_objects.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace labelwright {

namespace {

QPen roundPen(const QColor& color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void fill(SceneCanvas& canvas, const QColor& color)
{
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(color);
}

void paintBattlements(SceneCanvas& canvas, const QRectF& tower)
{
    const double tooth = tower.width() / 4;
    for (int i = 0; i < 3; ++i)
        canvas.painter.drawRect(QRectF(tower.left() - tooth * 0.25 + i * tooth * 1.6,
                                       tower.top() - tooth, tooth, tooth + 1));
}

} // namespace

void paintTower(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const double width = height * random.uniform(0.24, 0.34);
    const QColor color = standingOut(canvas, oneOf(random, canvas.palette.walls),
                                     foot - QPointF{0, height / 2});
    const QRectF tower(foot.x() - width / 2, foot.y() - height * 0.85, width, height * 0.85);
    fill(canvas, color);
    switch (random.below(3)) {
    case 0: paintBattlements(canvas, tower); break;
    case 1: canvas.painter.drawEllipse(QPointF{foot.x(), tower.top()}, width / 2, width / 2); break;
    default:
        canvas.painter.drawRect(QRectF(foot.x() - width * 0.65, tower.top() - 2, width * 1.3, 3));
        canvas.painter.drawRect(QRectF(foot.x() - width * 0.3, foot.y() - height, width * 0.6,
                                       height * 0.16));
        break;
    }
    canvas.painter.drawRect(tower);
    fill(canvas, shaded(color, -0.12));
    canvas.painter.drawRect(QRectF(tower.left() + width * 0.7, tower.top(), width * 0.3,
                                   tower.height()));
    fill(canvas, shaded(color, color.lightnessF() > 0.4F ? -0.3 : 0.3));
    for (int i = 0; i < 3; ++i)
        canvas.painter.drawRect(QRectF(foot.x() - width * 0.2, tower.top() + height * 0.22 * i + 4,
                                       width * 0.22, width * 0.22));
}

void paintBush(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, oneOf(random, canvas.palette.foliage),
                                     foot - QPointF{0, height / 2});
    const double width = height * random.uniform(1.3, 2.2);
    canvas.painter.setPen(Qt::NoPen);
    for (int i = drawInt(random, 5, 9); i > 0; --i) {
        const double place = random.uniform(-0.5, 0.5);
        const double radius = height * random.uniform(0.25, 0.42) * (1 - std::abs(place));
        canvas.painter.setBrush(shaded(color, random.uniform(-0.08, 0.08)));
        canvas.painter.drawEllipse(QPointF{foot.x() + place * width, foot.y() - radius * 0.9},
                                   radius * 1.2, radius);
    }
}

void paintRock(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, canvas.palette.mountain, foot - QPointF{0, height / 2});
    const double half = height * random.uniform(0.7, 1.2);
    QPainterPath path({foot.x() - half, foot.y()});
    path.cubicTo(foot.x() - half, foot.y() - height * 1.2, foot.x() + half * 0.8,
                 foot.y() - height * 1.4, foot.x() + half, foot.y());
    path.closeSubpath();
    canvas.painter.fillPath(path, color);
    canvas.painter.setPen(roundPen(shaded(color, -0.12), 1));
    canvas.painter.drawLine(foot + QPointF{-half * 0.3, -height * 0.2},
                            foot + QPointF{half * 0.3, -height * 0.35});
}

void paintAnimal(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    static constexpr std::array<QRgb, 5> coats{0xf0ebe0, 0x6b4a32, 0x2e2a28, 0xb08456, 0x9a9a98};
    const QColor color = standingOut(canvas, QColor(oneOf(random, coats)),
                                     foot - QPointF{0, height * 0.6});
    const double side = random.chance(0.5) ? 1 : -1;
    const double length = height * random.uniform(1.0, 1.3);
    const double body = height * random.uniform(0.36, 0.5);
    canvas.painter.setPen(roundPen(shaded(color, -0.1), std::max(1.2, height * 0.09)));
    for (const double place : {-0.38, -0.24, 0.24, 0.38})
        canvas.painter.drawLine(QPointF{foot.x() + place * length, foot.y() - height * 0.5},
                                QPointF{foot.x() + place * length, foot.y()});
    fill(canvas, color);
    canvas.painter.drawRoundedRect(QRectF(foot.x() - length / 2, foot.y() - height * 0.35 - body,
                                          length, body),
                                   body * 0.4, body * 0.45);
    canvas.painter.drawEllipse(
        QPointF{foot.x() + side * length * 0.58, foot.y() - height * 0.78}, height * 0.2,
        height * 0.14);
}

void paintFence(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, random.chance(0.5) ? QColor(232, 226, 214)
                                                                : QColor(92, 70, 52),
                                     foot - QPointF{0, height / 2});
    const double length = height * random.uniform(3, 6);
    canvas.painter.setPen(QPen(color, std::max(1.2, height * 0.12), Qt::SolidLine, Qt::FlatCap));
    for (double x = -length / 2; x <= length / 2; x += height * 0.7)
        canvas.painter.drawLine(foot + QPointF{x, 0}, foot + QPointF{x, -height});
    for (const double rail : {0.35, 0.75})
        canvas.painter.drawLine(foot + QPointF{-length / 2, -height * rail},
                                foot + QPointF{length / 2, -height * rail});
}

void paintPost(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const QColor color = standingOut(canvas, QColor(64, 62, 66), foot - QPointF{0, height / 2});
    canvas.painter.setPen(QPen(color, std::max(1.3, height * 0.06), Qt::SolidLine, Qt::FlatCap));
    canvas.painter.drawLine(foot, foot - QPointF{0, height});
    const QPointF top = foot - QPointF{0, height};
    if (random.chance(0.5)) {
        fill(canvas, standingOut(canvas, canvas.palette.light, top));
        canvas.painter.drawEllipse(top, height * 0.12, height * 0.12);
    } else {
        fill(canvas, standingOut(canvas, oneOf(random, canvas.palette.walls), top));
        canvas.painter.drawRect(QRectF(top.x() - height * 0.25, top.y() - height * 0.05,
                                       height * 0.5, height * 0.28));
    }
}

void paintBoat(SceneCanvas& canvas, QPointF foot, double height)
{
    Random& random = canvas.random;
    const double half = height * 0.45;
    fill(canvas, standingOut(canvas, oneOf(random, canvas.palette.roofs), foot));
    canvas.painter.drawPolygon(QPolygonF{{foot.x() - half, foot.y() - height * 0.2},
                                         {foot.x() + half, foot.y() - height * 0.2},
                                         {foot.x() + half * 0.6, foot.y()},
                                         {foot.x() - half * 0.7, foot.y()}});
    const QPointF sail = foot - QPointF{0, height * 0.6};
    fill(canvas, standingOut(canvas, oneOf(random, canvas.palette.walls), sail));
    canvas.painter.drawPolygon(QPolygonF{{foot.x(), foot.y() - height},
                                         {foot.x(), foot.y() - height * 0.26},
                                         {foot.x() + half * 0.8, foot.y() - height * 0.26}});
}

void paintDisc(SceneCanvas& canvas, QPointF middle, double radius)
{
    Random& random = canvas.random;
    const bool isBalloon = random.chance(0.45);
    const QColor color = standingOut(
        canvas, isBalloon ? oneOf(random, canvas.palette.roofs) : canvas.palette.light, middle);
    fill(canvas, color);
    canvas.painter.drawEllipse(middle, radius, radius);
    if (isBalloon) {
        const QPointF basket = middle + QPointF{0, radius * 1.7};
        canvas.painter.setPen(roundPen(shaded(color, -0.15), 0.8));
        canvas.painter.drawLine(middle + QPointF{-radius * 0.7, radius * 0.7}, basket);
        canvas.painter.drawLine(middle + QPointF{radius * 0.7, radius * 0.7}, basket);
        fill(canvas, shaded(color, -0.2));
        canvas.painter.drawRect(QRectF(basket.x() - radius * 0.22, basket.y(), radius * 0.44,
                                       radius * 0.36));
        canvas.painter.drawEllipse(middle, radius * 0.3, radius);
    } else if (random.chance(0.6)) {
        fill(canvas, shaded(color, -0.08));
        for (int i = drawInt(random, 2, 4); i > 0; --i)
            canvas.painter.drawEllipse(middle + QPointF{random.uniform(-0.5, 0.5) * radius,
                                                        random.uniform(-0.5, 0.5) * radius},
                                       radius * 0.17, radius * 0.15);
    }
}

} // namespace labelwright
