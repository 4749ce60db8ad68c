#include "tests/benchmarks/window/scenes.h"

#include "tests/benchmarks/window/large_project.h"
#include "tests/benchmarks/window/paint_watch.h"
#include "tests/benchmarks/window/watchdog.h"
#include "ui/main_window.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTableView>

#include <chrono>
#include <cstdio>

namespace labelwright::benchmarks {

namespace {

constexpr int starts = 7;
constexpr double startBar = 1500;

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double since(qint64 begin)
{
    return static_cast<double>(now() - begin) / 1e6;
}

Span spanOf(const QJsonObject& answer, const char* name)
{
    return {answer.value(QLatin1String(name)).toDouble(), 0};
}

bool hasAllRows(const MainWindow& window)
{
    const auto* const table = window.findChild<QTableView*>(QStringLiteral("sampleTable"));
    return table != nullptr && table->isVisible() && table->model()->rowCount() == largeCount;
}

} // namespace

bool openAndWait(MainWindow& window, const QString& folder)
{
    return window.openProject(folder) && runUntil([&] { return hasAllRows(window); });
}

int startOnce(const QString& folder, qint64 begin)
{
    MainWindow window;
    PaintWatch whole({&window});
    whole.arm();
    window.show();
    window.openProject(folder);
    const Watchdog watchdog;
    if (!runUntil([&] { return whole.isPainted(); }))
        return 1;
    const double painted = since(begin);
    if (!runUntil([&] { return hasAllRows(window); }))
        return 1;
    QWidget* const viewport
        = window.findChild<QTableView*>(QStringLiteral("sampleTable"))->viewport();
    PaintWatch({viewport}).paintedAfter([viewport] { viewport->update(); });
    const double usable = since(begin);
    runFor(500);
    const QJsonObject answer{{QStringLiteral("painted"), painted},
                             {QStringLiteral("usable"), usable},
                             {QStringLiteral("stall"), watchdog.longest().wall},
                             {QStringLiteral("stallWaited"), watchdog.longest().waited}};
    std::puts(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}

std::vector<Figure> startFigures(const QString& folder)
{
    Figure painted{QStringLiteral("start: process to window painted"), {}, startBar};
    Figure usable{QStringLiteral("start: process to rows of images painted"), {}, startBar};
    Figure stall{QStringLiteral("start: longest stall once painted"), {}, stallBar};
    for (int i = 0; i < starts; ++i) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--start-once"), folder, QString::number(now())});
        process.waitForFinished(120'000);
        const QJsonObject answer
            = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (answer.isEmpty())
            continue;
        painted.spans.push_back(spanOf(answer, "painted"));
        usable.spans.push_back(spanOf(answer, "usable"));
        stall.spans.push_back(
            {answer.value(QLatin1String("stall")).toDouble(),
             answer.value(QLatin1String("stallWaited")).toDouble()});
    }
    return {painted, usable, stall};
}

} // namespace labelwright::benchmarks
