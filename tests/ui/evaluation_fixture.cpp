#include "tests/ui/evaluation_fixture.h"

#include "core/dataset/sample_dataset.h"
#include "core/project/feature_sets.h"
#include "core/project/versions.h"
#include "core/session/experiment_setup.h"
#include "core/session/import_job.h"
#include "ui/evaluation/inspection_view.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QTabWidget>

namespace labelwright::tests {

EvaluationTest::EvaluationTest()
{
    dialogs.openFile = [this](QWidget*, const FileQuestion&) { return answerFile; };
    dialogs.saveFile = dialogs.openFile;
    dialogs.openFolder = dialogs.openFile;
    dialogs.confirm = [](QWidget*, const ConfirmQuestion&) { return true; };
    dialogs.askText = [](QWidget*, const QString&, const QString&) { return QString(); };
    auto made = Workspace::create(folder.filePath("project"));
    EXPECT_TRUE(made) << made.error().summary.toStdString();
    workspace = std::move(*made);
}

EvaluationTest::~EvaluationTest() = default;

void EvaluationTest::importSample()
{
    const QString zip = folder.filePath("landscapes.zip");
    ASSERT_TRUE(writeSampleDataset(zip, {SampleKind::Landscapes, 80, 1}));
    ImportRequest request;
    request.path = zip;
    request.split.shares = {0.5, 0.4, 0.1};
    ASSERT_TRUE(importDataset(workspace->project(), request));
}

ExperimentId EvaluationTest::addExperiment(const TinyRun& wanted)
{
    const auto dataset = datasetNamed(workspace->project(), {});
    const auto version = createVersion(workspace->project(), *dataset);
    InputBlock input;
    input.preprocessing.width = input.preprocessing.height = wanted.side;
    ExperimentPlan plan;
    plan.name = wanted.name;
    plan.version = version->id;
    plan.featureSet = featureSets(workspace->project(), *dataset)->front().id;
    plan.spec = {{input, ConvBlock{.filters = 12, .kernel = 3, .stride = 2}, PoolingBlock{},
                  DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
    if (!wanted.backbone.isEmpty())
        plan.spec.blocks[1] = BackboneBlock{.name = wanted.backbone};
    plan.settings.epochs = wanted.epochs;
    plan.settings.batchSize = 8;
    plan.settings.learningRate = 0.05;
    plan.settings.threads = 1;
    plan.settings.precision = Precision::F32;
    plan.settings.seed = wanted.seed;
    const auto made = createExperiment(workspace->project(), plan);
    EXPECT_TRUE(made) << made.error().summary.toStdString();
    workspace->tellExperimentsChanged();
    return made->id;
}

void EvaluationTest::run(ExperimentId experiment)
{
    const auto started = workspace->training().start(workspace->project(), experiment);
    ASSERT_TRUE(started) << started.error().summary.toStdString();
    ASSERT_TRUE(QTest::qWaitFor([this] { return !workspace->training().running(); }, 120'000));
    const auto end = labelwright::experiment(workspace->project(), experiment);
    ASSERT_TRUE(end);
    ASSERT_EQ(end->state, ExperimentState::Finished) << end->stateReason.toStdString();
}

void EvaluationTest::openPage(QSize size)
{
    page = std::make_unique<EvaluationPage>(UiContext{*workspace, navigator, dialogs});
    page->resize(size);
    page->show();
    page->enter();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(page.get()));
}

void EvaluationTest::inspect()
{
    find<QTabWidget>("evaluationTabs")->setCurrentIndex(1);
    auto* const view = page->findChild<InspectionView*>();
    ASSERT_NE(view, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([view] { return view->state().inspection() != nullptr; }, 60'000));
    ASSERT_TRUE(settle());
}

void EvaluationTest::click(const char* name) const
{
    auto* const widget = find<QWidget>(name);
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(widget->isVisible()) << name;
    ASSERT_TRUE(widget->isEnabled()) << name;
    QTest::mouseClick(widget, Qt::LeftButton);
}

bool EvaluationTest::settle() const
{
    QTest::qWait(20);
    const bool done = QTest::qWaitFor([this] {
        for (JobId id = 1; id < 2000; ++id)
            if (workspace->jobs().isRunning(id))
                return false;
        return true;
    }, 60'000);
    QTest::qWait(100);
    return done;
}

void EvaluationTest::picture(const QString& name) const
{
    const QString target = qEnvironmentVariable("LABELWRIGHT_SCREENSHOTS");
    if (target.isEmpty())
        return;
    QDir().mkpath(target);
    for (const auto& [scheme, word] : {std::pair(ColorScheme::Dark, "dark"),
                                       std::pair(ColorScheme::Light, "light")}) {
        applyTheme(*qApp, scheme);
        QTest::qWait(400);
        page->grab().save(QStringLiteral("%1/evaluation-%2-%3.png").arg(target, name, word));
    }
}

} // namespace labelwright::tests
