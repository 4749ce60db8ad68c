#include "core/session/workspace.h"
#include "tests/ui/screenshots/stage.h"
#include "ui/about_dialog.h"
#include "ui/settings_dialog.h"
#include "ui/shortcut_sheet.h"
#include "ui/start/start_page.h"
#include "ui/step_page.h"
#include "ui/widgets/message_bar.h"

#include <QSettings>
#include <QTest>

namespace labelwright::screenshots {

namespace {

constexpr Step steps[] = {Step::Datasets, Step::Labeling, Step::Modeling, Step::Evaluation,
                          Step::Deployment};

QString nameOf(Step step)
{
    static const QStringList names{"datasets", "labeling", "modeling", "evaluation", "deployment"};
    return names[static_cast<int>(step)];
}

} // namespace

void shootStart(const Studio& studio, QSize size)
{
    QSettings().remove(QStringLiteral("recentProjects"));
    Stage stage(studio, size);
    stage.shoot(QStringLiteral("start-empty"));
    stage.open(QStringLiteral("data"));
    stage.open(QStringLiteral("empty"));
    stage.window().closeProject();
    stage.shoot(QStringLiteral("start-recent"));
    stage.window().openProject(studio.folder);
    stage.shoot(QStringLiteral("start-error"));
}

void shootPages(const Studio& studio, QSize size)
{
    Stage stage(studio, size);
    for (const char* project : {"empty", "data", "full"}) {
        stage.open(QLatin1String(project));
        for (const Step step : steps) {
            stage.show(step);
            stage.shoot(nameOf(step) + QLatin1Char('-') + QLatin1String(project));
        }
    }
    for (const Step step : steps) {
        stage.show(step);
        stage.window().page(step)->messages().show(
            MessageKind::Error,
            QStringLiteral("The image “coast_017.jpg” is cut off and cannot be read."));
        stage.shoot(nameOf(step) + QStringLiteral("-error"));
    }
}

void shootDialogs(const Studio& studio, QSize size)
{
    Stage stage(studio, size);
    stage.open(QStringLiteral("full"));
    showSettings(&stage.window(), {});
    stage.shoot(QStringLiteral("dialog-settings"));
    stage.closeDialog();
    showShortcuts(&stage.window());
    stage.shoot(QStringLiteral("dialog-shortcuts"));
    stage.closeDialog();
    showAbout(&stage.window());
    stage.shoot(QStringLiteral("dialog-about"));
    stage.closeDialog();
}

void shootBusy(const Studio& studio, QSize size)
{
    Stage stage(studio, size);
    stage.open(QStringLiteral("empty"));
    stage.window().navigator().importSample();
    QTest::qWait(600);
    stage.shoot(QStringLiteral("datasets-busy"));
    stage.waitForJobs();
}

} // namespace labelwright::screenshots
