#include "tests/benchmarks/window/scenes.h"

#include "core/session/workspace.h"
#include "tests/benchmarks/window/large_project.h"
#include "tests/benchmarks/window/watchdog.h"
#include "ui/main_window.h"
#include "ui/step_page.h"

#include <QDebug>
#include <QTabWidget>
#include <QTimer>

namespace labelwright::benchmarks {

namespace {

constexpr int trainingTime = 20'000; ///< Milliseconds.
constexpr int turnTime = 400;

Figure stallIn(const QString& part, const std::function<void()>& act)
{
    const Watchdog watchdog;
    act();
    return {QStringLiteral("training: longest stall %1").arg(part), {watchdog.longest()}, stallBar};
}

/// The steps one after another, as somebody who looks around.
void turnPages(MainWindow& window)
{
    for (int round = 0; round < 2; ++round)
        for (const Step step : {Step::Datasets, Step::Labeling, Step::Modeling, Step::Deployment,
                                Step::Evaluation}) {
            window.showStep(step);
            runFor(turnTime);
        }
}

} // namespace

std::vector<Figure> trainingFigures(MainWindow& window)
{
    Workspace& workspace = *window.workspace();
    const auto experiment = longExperiment(workspace.project());
    if (!experiment) {
        qWarning() << experiment.error().summary;
        return {};
    }
    int epochs = 0;
    int bundles = 0;
    TrainingRunner& training = workspace.training();
    QObject::connect(&training, &TrainingRunner::epochDone, &window, [&epochs] { ++epochs; });
    QObject::connect(&training, &TrainingRunner::stepsDone, &window, [&bundles] { ++bundles; });
    window.showStep(Step::Evaluation);
    auto* const tabs = window.page(Step::Evaluation)
                           ->findChild<QTabWidget*>(QStringLiteral("evaluationTabs"));
    std::vector<Figure> figures;
    workspace.tellExperimentsChanged();
    runFor(1500);
    figures.push_back(stallIn(QStringLiteral("at its start"), [&] {
        const auto started = training.start(workspace.project(), *experiment);
        if (!started)
            qWarning() << started.error().summary;
        QTimer::singleShot(0, &window, [&] { // As Run does.
            window.navigator().showExperiment(Step::Evaluation, *experiment);
            tabs->setCurrentIndex(0);
        });
        runUntil([&] { return bundles > 0 || !training.running(); });
    }));
    figures.push_back(stallIn(QStringLiteral("with live charts, 20 s"),
                              [] { runFor(trainingTime); }));
    figures.push_back(
        stallIn(QStringLiteral("while pages are turned"), [&] { turnPages(window); }));
    figures.push_back(stallIn(QStringLiteral("at its end"), [&] {
        training.stop();
        runUntil([&] { return !training.running(); });
        runFor(3000);
    }));
    qInfo("Trained %d epochs, steps drawn %d times", epochs, bundles);
    return figures;
}

} // namespace labelwright::benchmarks
