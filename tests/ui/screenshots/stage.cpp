#include "tests/ui/screenshots/stage.h"

#include "core/project/project.h"
#include "core/session/workspace.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDirIterator>
#include <QPainter>
#include <QPixmap>
#include <QTabWidget>
#include <QTest>

#include <cstdio>

namespace labelwright::screenshots {

namespace {

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    QDirIterator walk(from, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString target = QDir(to).filePath(QDir(from).relativeFilePath(path));
        if (walk.fileInfo().isDir())
            QDir().mkpath(target);
        else {
            QDir().mkpath(QFileInfo(target).path());
            QFile::copy(path, target);
        }
    }
}

Dialogs silentDialogs()
{
    Dialogs dialogs;
    dialogs.openFile = [](QWidget*, const FileQuestion&) { return QString(); };
    dialogs.saveFile = dialogs.openFile;
    dialogs.openFolder = dialogs.openFile;
    dialogs.confirm = [](QWidget*, const ConfirmQuestion&) { return false; };
    dialogs.askText = [](QWidget*, const QString&, const QString&) { return QString(); };
    return dialogs;
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

Stage::Stage(const Studio& studio, QSize size)
    : m_studio(studio)
    , m_window(std::make_unique<MainWindow>(silentDialogs()))
{
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QTest::qWait(50);
}

void Stage::open(const QString& project)
{
    const QString copy = m_copies.filePath(project == QStringLiteral("empty")
                                               ? QStringLiteral("Empty")
                                               : QStringLiteral("Landscapes"));
    m_window->closeProject();
    QDir(copy).removeRecursively();
    if (project == QStringLiteral("empty")) {
        m_window->createProject(copy);
    } else {
        copyFolder(QDir(m_studio.projects).filePath(project), copy);
        m_window->openProject(copy);
    }
    waitForJobs();
}

void Stage::show(Step step)
{
    m_window->showStep(step);
    waitForJobs();
}

void Stage::waitUntil(const std::function<bool()>& holds)
{
    if (!QTest::qWaitFor(holds, 20'000))
        std::fprintf(stderr, "gave up waiting\n");
}

void Stage::waitForJobs()
{
    QTest::qWait(250);
    waitUntil([this] {
        return m_window->workspace() == nullptr || m_window->workspace()->jobs().running().empty();
    });
    QTest::qWait(250);
}

QDialog* Stage::dialog() const
{
    QDialog* front = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* const found = qobject_cast<QDialog*>(widget); found != nullptr && found->isVisible())
            front = found;
    return front;
}

void Stage::closeDialog()
{
    if (QDialog* const front = dialog())
        front->reject();
    QTest::qWait(50);
}

void Stage::chooseTab(const QString& tabs, int index)
{
    if (auto* const widget = m_window->findChild<QTabWidget*>(tabs))
        widget->setCurrentIndex(index);
    else
        std::fprintf(stderr, "no tabs %s\n", qPrintable(tabs));
    waitForJobs();
}

bool Stage::click(const QString& button)
{
    QList<const QWidget*> roots;
    if (const QDialog* const front = dialog())
        roots.append(front);
    roots.append(m_window.get());
    for (const QWidget* root : roots)
        for (auto* candidate : root->findChildren<QAbstractButton*>())
            if (candidate->isVisible() && candidate->isEnabled()
                && (candidate->objectName() == button || plain(candidate->text()) == button)) {
                candidate->click();
                QTest::qWait(200);
                return true;
            }
    std::fprintf(stderr, "no button %s\n", qPrintable(button));
    return false;
}

void Stage::shoot(const QString& name)
{
    if (!name.contains(m_studio.only))
        return;
    QTest::qWait(50);
    QPixmap picture = m_window->grab();
    if (QDialog* const front = dialog()) {
        QPainter painter(&picture);
        painter.fillRect(m_window->rect(), QColor(0, 0, 0, 70));
        const QPoint corner((m_window->width() - front->width()) / 2,
                            (m_window->height() - front->height()) / 2);
        painter.drawPixmap(corner, front->grab());
        painter.setPen(colorsOf(front->palette()).border);
        painter.drawRect(QRect(corner, front->size()));
    }
    const QString path = QDir(m_studio.folder).filePath(name + m_studio.suffix);
    if (!picture.save(path))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
}

} // namespace labelwright::screenshots
