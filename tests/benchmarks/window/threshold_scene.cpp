#include "tests/benchmarks/window/scenes.h"

#include "core/session/workspace.h"
#include "tests/benchmarks/window/large_project.h"
#include "tests/benchmarks/window/paint_watch.h"
#include "tests/benchmarks/window/watchdog.h"
#include "ui/evaluation/inspection_view.h"
#include "ui/evaluation/threshold_slider.h"
#include "ui/main_window.h"
#include "ui/step_page.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QDebug>
#include <QMouseEvent>
#include <QTabWidget>
#include <QTableView>

namespace labelwright::benchmarks {

namespace {

constexpr int moves = 100;

void mouse(QWidget* widget, QEvent::Type type, const QPointF& at)
{
    const bool held = type != QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, widget->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      held ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

QWidget* chartIn(const InspectionView& view, const char* name)
{
    const auto* const panel = view.findChild<QWidget*>(QLatin1String(name));
    return panel->findChild<QAbstractScrollArea*>(QStringLiteral("chartView"))->viewport();
}

/// All that moves with the threshold.
std::vector<QWidget*> movingWidgets(const InspectionView& view)
{
    std::vector<QWidget*> widgets{view.findChild<ThresholdSlider*>(), chartIn(view, "roc"),
                                  chartIn(view, "precisionRecall"),
                                  view.findChild<QTableView*>(QStringLiteral("labelTable"))
                                      ->viewport()};
    for (const char* cell : {"truePositive", "falseNegative", "falsePositive", "trueNegative"})
        widgets.push_back(view.findChild<QWidget*>(QLatin1String(cell)));
    return widgets;
}

/// A drag of the slider's handle from 0.05 to 0.95.
Figure dragFigure(InspectionView& view, const QString& name)
{
    auto* const slider = view.findChild<ThresholdSlider*>();
    PaintWatch watch(movingWidgets(view));
    const double y = slider->height() / 2.0;
    Figure figure{name, {}, frameBar};
    mouse(slider, QEvent::MouseButtonPress, {slider->xOf(0.05), y});
    runFor(300);
    for (int i = 1; i <= moves; ++i) {
        const QPointF at(slider->xOf(0.05 + 0.9 * i / moves), y);
        figure.spans.push_back(
            watch.paintedAfter([&] { mouse(slider, QEvent::MouseMove, at); }));
    }
    mouse(slider, QEvent::MouseButtonRelease, {slider->xOf(0.95), y});
    runFor(1500);
    return figure;
}

/// Other labels to the front.
Figure labelsFigure(InspectionView& view)
{
    InspectionState& state = view.state();
    PaintWatch watch({chartIn(view, "roc"), chartIn(view, "precisionRecall")});
    Figure figure{QStringLiteral("evaluation: label chosen to charts painted"), {}, {}};
    for (int label = 1; label <= 20; ++label) {
        bool made = false;
        const auto connection = QObject::connect(&state, &InspectionState::labelChanged, &watch, [&] {
            made = state.inspection() != nullptr;
            watch.arm();
        });
        const Stopwatch whole;
        state.selectLabel(label);
        runUntil([&] { return made && watch.isPainted(); });
        QObject::disconnect(connection);
        figure.spans.push_back(whole.elapsed());
    }
    return figure;
}

} // namespace

std::vector<Figure> thresholdFigures(MainWindow& window)
{
    const auto scored = scoredExperiment(window.workspace()->project());
    if (!scored)
        return {};
    auto* const view = window.page(Step::Evaluation)->findChild<InspectionView*>();
    const Watchdog watchdog;
    const Stopwatch opening;
    window.showStep(Step::Evaluation);
    window.navigator().showExperiment(Step::Evaluation, *scored);
    window.page(Step::Evaluation)
        ->findChild<QTabWidget*>(QStringLiteral("evaluationTabs"))
        ->setCurrentIndex(1);
    if (!runUntil([&] { return view->state().inspection() != nullptr; })) {
        qWarning() << "the scores were not evaluated";
        return {};
    }
    std::vector<Figure> figures{
        {QStringLiteral("evaluation: opened to first label"), {opening.elapsed()}, {}}};
    runFor(1500);
    figures.push_back(labelsFigure(*view));
    figures.push_back(dragFigure(*view, QStringLiteral("threshold: slider to charts painted")));
    view->state().setField(MatrixField::FalsePositive);
    runFor(500);
    figures.push_back(dragFigure(
        *view, QStringLiteral("threshold: the same with a cell of the matrix chosen")));
    view->state().setField({});
    runFor(500);
    figures.push_back(
        {QStringLiteral("evaluation: longest stall"), {watchdog.longest()}, stallBar});
    return figures;
}

} // namespace labelwright::benchmarks
