#include "core/base/heap.h"
#include "tests/benchmarks/window/large_project.h"
#include "tests/benchmarks/window/scenes.h"
#include "ui/application.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QStringList>
#include <QTemporaryDir>

namespace {

using namespace labelwright;
using namespace labelwright::benchmarks;

void append(std::vector<Figure>& figures, const std::vector<Figure>& more)
{
    figures.insert(figures.end(), more.begin(), more.end());
}

int measure(const QString& folder, const QStringList& scenes)
{
    const auto made = makeLargeProject(folder);
    if (!made)
        qFatal("%s", qPrintable(made.error().summary));
    const auto isWanted = [&scenes](const char* name) {
        return scenes.isEmpty() || scenes.contains(QLatin1String(name));
    };
    std::vector<Figure> figures;
    if (isWanted("start"))
        append(figures, startFigures(folder));
    MainWindow window;
    window.show();
    if (!openAndWait(window, folder))
        qFatal("The project's images were not shown");
    if (isWanted("browse"))
        append(figures, browseFigures(window));
    if (isWanted("threshold"))
        append(figures, thresholdFigures(window));
    if (isWanted("training"))
        append(figures, trainingFigures(window));
    print(figures);
    return 0;
}

} // namespace

/// Offscreen unless QT_QPA_PLATFORM says otherwise, with settings of its own.
int main(int argc, char** argv)
{
    labelwright::keepLargeBlocks();
    const QTemporaryDir home;
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("LC_ALL", "C.UTF-8");
    QApplication application(argc, argv);
    prepareApplication(application);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--start-once"))
        return startOnce(arguments.value(2), arguments.value(3).toLongLong());
    return measure(arguments.size() > 1 ? arguments.at(1) : home.filePath(QStringLiteral("project")),
                   arguments.mid(2));
}
