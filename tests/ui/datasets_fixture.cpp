#include "tests/ui/datasets_fixture.h"

#include "core/dataset/sample_dataset.h"
#include "core/session/import_job.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QRandomGenerator>

namespace labelwright::tests {

DatasetsTest::DatasetsTest()
{
    dialogs.openFile = [this](QWidget*, const FileQuestion&) { return chosenFile; };
    dialogs.saveFile = [this](QWidget*, const FileQuestion&) { return chosenFile; };
    dialogs.openFolder = [this](QWidget*, const FileQuestion&) { return chosenFile; };
    dialogs.askText = [this](QWidget*, const QString&, const QString&) { return typedText; };
    dialogs.confirm = [this](QWidget*, const ConfirmQuestion& question) {
        questions.append(question.text);
        return confirms;
    };
    auto made = Workspace::create(folder.filePath("project"));
    EXPECT_TRUE(made) << (made ? "" : made.error().summary.toStdString());
    workspace = std::move(*made);
    page = std::make_unique<DatasetsPage>(UiContext{*workspace, navigator, dialogs});
    page->resize(1190, 740);
    page->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(page.get()));
    EXPECT_TRUE(waitFor([this] { return find<QPushButton>("emptyImport")->isVisible(); }));
}

DatasetsTest::~DatasetsTest()
{
    page.reset();
    workspace.reset();
}

void DatasetsTest::click(const char* name, QWidget* parent)
{
    auto* const button = find<QAbstractButton>(name, parent);
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->isEnabled()) << name << " is disabled";
    QTest::mouseClick(button, Qt::LeftButton);
}

void DatasetsTest::trigger(const char* name)
{
    auto* const action = page->findChild<QAction*>(QLatin1String(name));
    ASSERT_NE(action, nullptr) << name;
    action->trigger();
}

bool DatasetsTest::waitFor(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, 30'000);
}

QString DatasetsTest::message() const
{
    return page->messages().text();
}

void DatasetsTest::importByCore(const QString& path, const QString& name)
{
    ImportRequest request;
    request.path = path;
    request.dataset = name;
    const auto summary = importDataset(workspace->project(), request);
    ASSERT_TRUE(summary) << summary.error().summary.toStdString();
    workspace->tellDatasetsChanged();
}

QString DatasetsTest::sampleZip(int count)
{
    const QString zip = path(QString("drawn%1.zip").arg(count));
    SampleDatasetRequest request;
    request.count = count;
    EXPECT_TRUE(writeSampleDataset(zip, request));
    return zip;
}

QString DatasetsTest::sourceFolder(const QString& name, const QByteArray& index, int images)
{
    QDir().mkpath(path(name));
    if (!index.isEmpty()) {
        QFile file(path(name) + "/index.csv");
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(index);
    }
    for (int i = 0; i < images; ++i) {
        QImage image(24, 24, QImage::Format_RGB888);
        QRandomGenerator random(static_cast<quint32>(i) + 1);
        for (int y = 0; y < 24; ++y)
            for (int x = 0; x < 24; ++x)
                image.setPixel(x, y, random.generate() | 0xff000000U);
        EXPECT_TRUE(image.save(path(name) + QString("/%1.png").arg(i)));
    }
    return path(name);
}

void DatasetsTest::screenshot(const QString& name, QWidget* widget)
{
    const QString target = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (target.isEmpty())
        return;
    QDir().mkpath(target);
    QWidget* const shown = widget != nullptr ? widget : page.get();
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyTheme(*qApp, scheme);
        QTest::qWait(400);
        QImage image(shown->size(), QImage::Format_RGB32);
        image.fill(shown->palette().color(QPalette::Window));
        shown->render(&image);
        image.save(QString("%1/%2-%3.png").arg(target, name, colorSchemeWord(scheme)));
    }
    applyTheme(*qApp, ColorScheme::Light);
}

} // namespace labelwright::tests
