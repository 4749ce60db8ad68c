// screenshots FOLDER [PART OF THE NAMES]: renders every view, dialog and state of a real project,
// light and dark, 1× and 2×, in two sizes. LABELWRIGHT_LOOKS=light-1-1280,dark-2-1920 narrows that;
// LABELWRIGHT_FULL_PROJECT=FOLDER gives a trained project in place of the small one made here,
// LABELWRIGHT_PICTURE=FILE the image that is tried out.
// Runs itself once per look, because the scale is read when an application starts.

#include "core/dataset/sample_dataset.h"
#include "tests/ui/made_project.h"
#include "tests/ui/screenshots/stage.h"
#include "ui/application.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>

#include <cstdio>

namespace labelwright::screenshots {

namespace {

/// `look`, as in "light-1-1280", stands in LABELWRIGHT_LOOKS, or nothing does.
bool isWanted(const QString& look)
{
    const QString looks = qEnvironmentVariable("LABELWRIGHT_LOOKS");
    return looks.isEmpty() || looks.contains(look);
}

int shootAll(const QStringList& arguments)
{
    Studio studio{arguments[2], arguments[3], {}, arguments.value(6)};
    applyTheme(*qApp, colorSchemeFromWord(arguments[4]));
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        const int width = size.width();
        if (!isWanted(QStringLiteral("%1-%2-%3").arg(arguments[4], arguments[5]).arg(width)))
            continue;
        studio.suffix = QStringLiteral("_%1_%2x_%3x%4.png")
                            .arg(arguments[4], arguments[5])
                            .arg(size.width())
                            .arg(size.height());
        shootStart(studio, size);
        shootPages(studio, size);
        shootDialogs(studio, size);
        shootViews(studio, size);
        shootTraining(studio, size);
        shootBusy(studio, size);
    }
    return 0;
}

/// What the looks share: made once, because it takes longest.
QString prepare(const QTemporaryDir& made)
{
    const tests::MadeProject data{.images = 240, .epochs = 0};
    const tests::MadeProject full{.images = 240, .side = 64, .epochs = 6, .experiments = 2};
    // A project that took longer to make than anyone would wait for here.
    const QString ready = qEnvironmentVariable("LABELWRIGHT_FULL_PROJECT");
    if (!ready.isEmpty() && !QFile::link(QFileInfo(ready).absoluteFilePath(),
                                         made.filePath(QStringLiteral("full"))))
        return QStringLiteral("no link to LABELWRIGHT_FULL_PROJECT");
    for (const auto& [name, wanted] : {std::pair{"data", data}, std::pair{"full", full}})
        if (!ready.isEmpty() && qstrcmp(name, "full") == 0)
            continue;
        else if (const QString problem = tests::makeProject(made.filePath(QLatin1String(name)), wanted);
            !problem.isEmpty())
            return problem;
    SampleDatasetRequest more;
    more.count = 60;
    more.seed = 7;
    if (const auto drawn = writeSampleDataset(made.filePath(QStringLiteral("more.zip")), more); !drawn)
        return drawn.error().summary;
    const QString tried = made.filePath(QStringLiteral("picture.png"));
    if (const QString given = qEnvironmentVariable("LABELWRIGHT_PICTURE"); !given.isEmpty())
        return QImage(given).save(tried) ? QString() : QStringLiteral("no picture ") + given;
    QImage picture(320, 240, QImage::Format_RGB32);
    picture.fill(QColor(120, 170, 220));
    QPainter painter(&picture);
    painter.fillRect(0, 150, 320, 90, QColor(60, 120, 60));
    painter.setBrush(QColor(250, 220, 90));
    painter.drawEllipse(230, 20, 50, 50);
    return picture.save(tried) ? QString() : QStringLiteral("no picture");
}

int runLooks(const QString& folder, const QString& only)
{
    const QTemporaryDir made;
    if (const QString problem = prepare(made); !problem.isEmpty()) {
        std::fprintf(stderr, "error: %s\n", qPrintable(problem));
        return 1;
    }
    for (const char* scale : {"1", "2"})
        for (const char* scheme : {"light", "dark"}) {
            if (!isWanted(QStringLiteral("%1-%2").arg(QLatin1String(scheme), QLatin1String(scale))))
                continue;
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
    qputenv("LC_ALL", "C.UTF-8"); // Scenes find buttons by their English words.
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
