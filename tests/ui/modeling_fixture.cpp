#include "tests/ui/modeling_fixture.h"

#include "core/dataset/sample_dataset.h"
#include "core/project/feature_sets.h"
#include "core/project/versions.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>

namespace labelwright::tests {

ModelSpec tinySpec()
{
    InputBlock input;
    input.preprocessing.width = 32;
    input.preprocessing.height = 32;
    input.augmentation.flipHorizontal = true;
    input.augmentation.brightness = 0.4;
    return {{input, ConvBlock{.filters = 8, .kernel = 3, .stride = 2}, PoolingBlock{}, DenseBlock{},
             ActivationBlock{}, TargetBlock{}}};
}

ModelingTest::ModelingTest()
{
    qputenv("LABELWRIGHT_BACKBONES", "");
    dialogs.openFile = [this](QWidget*, const FileQuestion&) { return answerFile; };
    dialogs.saveFile = dialogs.openFile;
    dialogs.openFolder = dialogs.openFile;
    dialogs.confirm = [this](QWidget*, const ConfirmQuestion&) { return answerConfirm; };
    dialogs.askText = [this](QWidget*, const QString&, const QString&) { return answerText; };
    auto made = Workspace::create(folder.filePath("project"));
    EXPECT_TRUE(made) << made.error().summary.toStdString();
    workspace = std::move(*made);
}

ModelingTest::~ModelingTest() = default;

void ModelingTest::importSample(int count)
{
    const QString zip = folder.filePath("landscapes.zip");
    ASSERT_TRUE(writeSampleDataset(zip, {SampleKind::Landscapes, count, 1}));
    ImportRequest request;
    request.path = zip;
    ASSERT_TRUE(importDataset(workspace->project(), request));
}

ExperimentId ModelingTest::addTiny()
{
    const auto dataset = datasetNamed(workspace->project(), {});
    const auto version = createVersion(workspace->project(), *dataset);
    ExperimentPlan plan;
    plan.name = "tiny";
    plan.version = version->id;
    plan.featureSet = featureSets(workspace->project(), *dataset)->front().id;
    plan.spec = tinySpec();
    plan.settings.epochs = 1;
    plan.settings.batchSize = 8;
    plan.settings.threads = 1;
    const auto made = createExperiment(workspace->project(), plan);
    EXPECT_TRUE(made);
    workspace->tellExperimentsChanged();
    return made->id;
}

void ModelingTest::openPage()
{
    page = std::make_unique<ModelingPage>(UiContext{*workspace, navigator, dialogs});
    page->resize(1180, 760);
    page->show();
    page->enter();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(page.get()));
}

Experiment ModelingTest::stored(ExperimentId id) const
{
    const auto read = experiment(workspace->project(), id);
    EXPECT_TRUE(read);
    return *read;
}

void ModelingTest::click(const char* name) const
{
    auto* const widget = find<QWidget>(name);
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(widget->isVisible()) << name;
    ASSERT_TRUE(widget->isEnabled()) << name;
    QTest::mouseClick(widget, Qt::LeftButton);
}

void ModelingTest::choose(const char* name, const QString& data) const
{
    auto* const combo = find<QComboBox>(name);
    const int index = combo->findData(data);
    ASSERT_GE(index, 0) << name;
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

QString ModelingTest::message() const
{
    return page->messages().isVisible() ? page->messages().text() : QString();
}

bool ModelingTest::settle() const
{
    QTest::qWait(150); // Delayed jobs begin.
    const bool done = QTest::qWaitFor([this] {
        for (JobId id = 1; id < 1000; ++id)
            if (workspace->jobs().isRunning(id))
                return false;
        return true;
    }, 60'000);
    QTest::qWait(50);
    return done;
}

void ModelingTest::picture(const QString& name) const
{
    const QString target = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (target.isEmpty())
        return;
    QDir().mkpath(target);
    for (const ColorScheme scheme : {ColorScheme::Dark, ColorScheme::Light}) {
        applyTheme(*qApp, scheme);
        QTest::qWait(100);
        page->grab().save(QStringLiteral("%1/modeling-%2-%3.png")
                              .arg(target, name, colorSchemeWord(scheme)));
    }
}

} // namespace labelwright::tests
