#include "tests/benchmarks/window/figure.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace labelwright::benchmarks {

namespace {

struct Summary
{
    double median = 0;
    double worst = 0;
};

template <class Value>
Summary summaryOf(const Figure& figure, const Value& valueOf)
{
    std::vector<double> values;
    for (const Span& span : figure.spans)
        values.push_back(valueOf(span));
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values.back()};
}

Summary wallOf(const Figure& figure)
{
    return summaryOf(figure, [](const Span& span) { return span.wall; });
}

Summary ownOf(const Figure& figure)
{
    return summaryOf(figure, [](const Span& span) { return span.own(); });
}

QString verdictOf(const Figure& figure)
{
    if (!figure.bar)
        return {};
    return wallOf(figure).worst <= *figure.bar  ? QStringLiteral("within")
           : ownOf(figure).worst <= *figure.bar ? QStringLiteral("within but for other programs")
                                                : QStringLiteral("OVER");
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

void say(const QString& line)
{
    std::puts(line.toUtf8().constData());
}

QJsonObject toJson(const Figure& figure)
{
    const Summary wall = wallOf(figure);
    const Summary own = ownOf(figure);
    QJsonObject object{{QStringLiteral("figure"), figure.name},
                       {QStringLiteral("count"), static_cast<int>(figure.spans.size())},
                       {QStringLiteral("medianMs"), rounded(wall.median)},
                       {QStringLiteral("worstMs"), rounded(wall.worst)},
                       {QStringLiteral("medianOwnMs"), rounded(own.median)},
                       {QStringLiteral("worstOwnMs"), rounded(own.worst)}};
    if (figure.bar) {
        object.insert(QStringLiteral("barMs"), *figure.bar);
        object.insert(QStringLiteral("verdict"), verdictOf(figure));
    }
    return object;
}

QString column(double value)
{
    return QStringLiteral("%1").arg(value, 10, 'f', 1);
}

} // namespace

void print(const std::vector<Figure>& figures)
{
    QFile load(QStringLiteral("/proc/loadavg"));
    if (load.open(QIODevice::ReadOnly))
        say(QStringLiteral("Load: %1").arg(QString::fromLatin1(load.readAll().trimmed())));
    say(QStringLiteral("%1%2%3%4%5%6  (ms; own: without what other programs took)")
            .arg(QStringLiteral("figure"), -46)
            .arg(QStringLiteral("median"), 10)
            .arg(QStringLiteral("worst"), 10)
            .arg(QStringLiteral("own med."), 10)
            .arg(QStringLiteral("own worst"), 10)
            .arg(QStringLiteral("bar"), 8));
    for (const Figure& figure : figures)
        say(QStringLiteral("%1%2%3%4%5%6  %7")
                .arg(figure.name, -46)
                .arg(column(wallOf(figure).median), column(wallOf(figure).worst),
                     column(ownOf(figure).median), column(ownOf(figure).worst))
                .arg(figure.bar ? QString::number(*figure.bar) : QString(), 8)
                .arg(verdictOf(figure)));
    for (const Figure& figure : figures)
        say(QString::fromUtf8(QJsonDocument(toJson(figure)).toJson(QJsonDocument::Compact)));
}

} // namespace labelwright::benchmarks
