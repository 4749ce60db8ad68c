// screenshots FOLDER [PART OF THE NAMES]: renders every view, dialog and state of a real project,
// light and dark, 1× and 2×, in two sizes. Runs itself once per look, because the scale is read when
// an application starts.

#include "tests/ui/made_project.h"
#include "tests/ui/screenshots/stage.h"
#include "ui/application.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QProcess>

#include <cstdio>

namespace labelwright::screenshots {

namespace {

int shootAll(const QStringList& arguments)
{
    Studio studio{arguments[2], arguments[3], {}, arguments.value(6)};
    applyTheme(*qApp, colorSchemeFromWord(arguments[4]));
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        studio.suffix = QStringLiteral("_%1_%2x_%3x%4.png")
                            .arg(arguments[4], arguments[5])
                            .arg(size.width())
                            .arg(size.height());
        shootStart(studio, size);
        shootPages(studio, size);
        shootDialogs(studio, size);
        shootBusy(studio, size);
    }
    return 0;
}

int runLooks(const QString& folder, const QString& only)
{
    const QTemporaryDir made;
    for (const auto& [name, wanted] :
         {std::pair{"data", tests::MadeProject{.images = 240, .epochs = 0}},
          std::pair{"full", tests::MadeProject{.images = 240, .side = 64, .epochs = 6,
                                               .experiments = 2}}}) {
        const QString problem = tests::makeProject(made.filePath(QLatin1String(name)), wanted);
        if (!problem.isEmpty()) {
            std::fprintf(stderr, "error: %s\n", qPrintable(problem));
            return 1;
        }
    }
    for (const char* scale : {"1", "2"})
        for (const char* scheme : {"light", "dark"}) {
            qputenv("QT_SCALE_FACTOR", scale);
            const int code = QProcess::execute(
                QCoreApplication::applicationFilePath(),
                {"--look", folder, made.path(), QLatin1String(scheme), QLatin1String(scale), only});
            if (code != 0)
                return code;
        }
    return 0;
}

} // namespace

} // namespace labelwright::screenshots

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    labelwright::prepareApplication(application);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--look"))
        return labelwright::screenshots::shootAll(arguments);
    if (arguments.size() < 2) {
        std::fprintf(stderr, "error: name the folder for the pictures\n");
        return 2;
    }
    QDir().mkpath(arguments[1]);
    return labelwright::screenshots::runLooks(QDir(arguments[1]).absolutePath(),
                                              arguments.value(2));
}
