#include "tests/benchmarks/window/scenes.h"

#include "core/base/random.h"
#include "tests/benchmarks/window/paint_watch.h"
#include "tests/benchmarks/window/watchdog.h"
#include "ui/main_window.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

namespace labelwright::benchmarks {

namespace {

constexpr int smallSteps = 200;
constexpr int jumps = 60;

/// The images' widgets.
struct Browser
{
    explicit Browser(const MainWindow& window)
        : table(window.findChild<QTableView*>(QStringLiteral("sampleTable")))
        , gallery(window.findChild<QAbstractItemView*>(QStringLiteral("sampleGallery")))
        , toggle(window.findChild<QToolButton*>(QStringLiteral("galleryToggle")))
        , filter(window.findChild<QLineEdit*>(QStringLiteral("filterField")))
    {}

    QTableView* table;
    QAbstractItemView* gallery;
    QToolButton* toggle;
    QLineEdit* filter;
};

/// How long it takes from `act` until the view has been filled and painted anew.
Span refilledAfter(QAbstractItemView* view, const std::function<void()>& act)
{
    PaintWatch watch({view->viewport()});
    bool filled = false;
    const auto connection = QObject::connect(view->model(), &QAbstractItemModel::modelReset, view,
                                             [&] {
                                                 filled = true;
                                                 watch.arm();
                                             });
    const Stopwatch whole;
    act();
    runUntil([&] { return filled && watch.isPainted(); }, 3000);
    QObject::disconnect(connection);
    return whole.elapsed();
}

Figure filterFigure(const Browser& browser, QAbstractItemView* view, const QString& where)
{
    Figure figure{QStringLiteral("%1: filter to rows painted").arg(where), {}, {}};
    const QStringList texts{QStringLiteral("\"label 3\""),
                            QStringLiteral("\"label 3\" AND NOT \"label 7\""),
                            QStringLiteral("name:0001"),
                            QStringLiteral("unknown:\"label 5\""),
                            QStringLiteral("camera:2 AND (\"label 1\" OR \"label 2\")"),
                            QStringLiteral("subset:validation"), QString()};
    for (const QString& text : texts)
        figure.spans.push_back(refilledAfter(view, [&] { browser.filter->setText(text); }));
    return figure;
}

Figure sortFigure(const Browser& browser)
{
    Figure figure{QStringLiteral("table: sort to rows painted"), {}, {}};
    QHeaderView* const header = browser.table->horizontalHeader();
    for (const int column : {1, 3, 40, -1})
        for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder})
            if (column >= 0 || order == Qt::AscendingOrder)
                figure.spans.push_back(refilledAfter(
                    browser.table, [&] { header->setSortIndicator(column, order); }));
    return figure;
}

/// Small steps down from where the view stands.
Figure stepsFigure(QAbstractItemView* view, const QString& name)
{
    Figure figure{name, {}, frameBar};
    QScrollBar* const bar = view->verticalScrollBar();
    PaintWatch watch({view->viewport()});
    for (int i = 0; i < smallSteps; ++i)
        figure.spans.push_back(
            watch.paintedAfter([&] { bar->setValue(bar->value() + view->height() / 5); }));
    return figure;
}

/// Anywhere at once, as by dragging the scroll bar.
Figure jumpsFigure(QAbstractItemView* view, const QString& name)
{
    Figure figure{name, {}, frameBar};
    QScrollBar* const bar = view->verticalScrollBar();
    PaintWatch watch({view->viewport()});
    Random random(5);
    const auto end = static_cast<std::uint64_t>(bar->maximum());
    for (int i = 0; i < jumps; ++i)
        figure.spans.push_back(
            watch.paintedAfter([&] { bar->setValue(static_cast<int>(random.below(end))); }));
    return figure;
}

/// The same pictures once more, now that they are in memory.
Figure seenFigure(QAbstractItemView* view, const QString& name)
{
    QScrollBar* const bar = view->verticalScrollBar();
    const int from = bar->maximum() / 2;
    for (int i = 0; i < 12; ++i) {
        bar->setValue(from + i * view->height());
        runFor(250);
    }
    bar->setValue(from);
    runFor(100);
    Figure figure{name, {}, frameBar};
    PaintWatch watch({view->viewport()});
    for (int i = 0; i < 50; ++i)
        figure.spans.push_back(
            watch.paintedAfter([&] { bar->setValue(bar->value() + view->height() / 5); }));
    return figure;
}

} // namespace

std::vector<Figure> browseFigures(MainWindow& window)
{
    window.showStep(Step::Datasets);
    const Browser browser(window);
    std::vector<Figure> figures;
    const auto rest = [&](const QString& name, const std::function<void()>& act) {
        const Watchdog watchdog;
        act();
        runFor(200);
        figures.push_back({name, {watchdog.longest()}, stallBar});
    };
    browser.toggle->setChecked(false);
    rest(QStringLiteral("table: longest stall by filter and sort"), [&] {
        figures.push_back(filterFigure(browser, browser.table, QStringLiteral("table")));
        figures.push_back(sortFigure(browser));
    });
    figures.push_back(stepsFigure(browser.table, QStringLiteral("table: scroll step to painted")));
    figures.push_back(jumpsFigure(browser.table, QStringLiteral("table: scroll anywhere to painted")));
    PaintWatch watch({browser.gallery->viewport()});
    figures.push_back({QStringLiteral("gallery: shown"),
                       {watch.paintedAfter([&] { browser.toggle->setChecked(true); })},
                       stallBar});
    rest(QStringLiteral("gallery: longest stall by filter"), [&] {
        figures.push_back(filterFigure(browser, browser.gallery, QStringLiteral("gallery")));
    });
    figures.push_back(
        stepsFigure(browser.gallery, QStringLiteral("gallery: scroll step to painted")));
    figures.push_back(
        jumpsFigure(browser.gallery, QStringLiteral("gallery: scroll anywhere to painted")));
    figures.push_back(
        seenFigure(browser.gallery, QStringLiteral("gallery: scroll step over loaded pictures")));
    rest(QStringLiteral("gallery: longest stall by a resize"),
         [&] { window.resize(window.width() + 240, window.height() + 80); });
    browser.toggle->setChecked(false);
    return figures;
}

} // namespace labelwright::benchmarks
