#include "ui/evaluation/inspection_view.h"

#include "ui/evaluation/confusion_matrix.h"
#include "ui/evaluation/inspection_rows.h"
#include "ui/evaluation/label_charts.h"
#include "ui/evaluation/label_table.h"
#include "ui/evaluation/prediction_view.h"
#include "ui/evaluation/threshold_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace labelwright {

namespace {

QString subsetWord(Subset subset)
{
    switch (subset) {
    case Subset::Training: return InspectionView::tr("Training");
    case Subset::Validation: return InspectionView::tr("Validation");
    case Subset::Test: break;
    }
    return InspectionView::tr("Test");
}

QString checkpointWord(const Checkpoint& checkpoint)
{
    return (checkpoint.kind == CheckpointKind::Best ? InspectionView::tr("Best epoch (%1)")
                                                    : InspectionView::tr("Last epoch (%1)"))
        .arg(checkpoint.epoch);
}

QFrame* card(QWidget* content, QWidget* parent)
{
    auto* const frame = new QFrame(parent);
    setCard(frame);
    const int step = gridStep(parent);
    auto* const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    layout->addWidget(content);
    return frame;
}

} // namespace

InspectionView::InspectionView(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_state(new InspectionState(context.workspace, this))
    , m_subset(new QComboBox(this))
    , m_checkpoint(new QComboBox(this))
    , m_progressText(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_refresh(new QPushButton(tr("Use the newer checkpoint"), this))
    , m_model(new LabelTableModel(this))
    , m_table(new LabelTable(*m_model,
                             {LabelTableModel::Name, LabelTableModel::Support,
                              LabelTableModel::AveragePrecision, LabelTableModel::F1,
                              LabelTableModel::Threshold, LabelTableModel::Precision,
                              LabelTableModel::Recall, LabelTableModel::RocAuc},
                             this))
    , m_summary(new QLabel(this))
    , m_matrix(new ConfusionMatrix(ConfusionMatrix::Cells::Choosable, this))
    , m_roc(new ChartPanel(tr("ROC"), context.dialogs, this))
    , m_precisionRecall(new ChartPanel(tr("PR curve"), context.dialogs, this))
    , m_calibration(new CalibrationCharts(context.dialogs, this))
    , m_charts(new QStackedWidget(this))
    , m_chartChoice(new QButtonGroup(this))
    , m_predictions(new PredictionView(context.workspace, *m_state, this))
{
    const int step = gridStep(this);
    auto* const split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(2 * step);
    split->setChildrenCollapsible(false);
    split->addWidget(makeLabels());
    split->addWidget(makeFigures());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({120 * step, 170 * step});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(makeBar());
    layout->addWidget(split, 1);
    connectState();
    connectCharts();
    showLoading(false);
    m_refresh->hide();
}

QWidget* InspectionView::makeBar()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    for (const Subset subset : {Subset::Validation, Subset::Test, Subset::Training})
        m_subset->addItem(subsetWord(subset), static_cast<int>(subset));
    m_subset->setObjectName(QStringLiteral("subset"));
    m_checkpoint->setObjectName(QStringLiteral("checkpoint"));
    auto* const subsetLabel = new QLabel(tr("&Subset"), bar);
    subsetLabel->setBuddy(m_subset);
    auto* const checkpointLabel = new QLabel(tr("&Checkpoint"), bar);
    checkpointLabel->setBuddy(m_checkpoint);
    m_progress->setAccessibleName(tr("Evaluation in progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(40 * gridStep(this));
    setMuted(m_progressText);
    for (QWidget* widget : {static_cast<QWidget*>(subsetLabel), static_cast<QWidget*>(m_subset),
                            static_cast<QWidget*>(checkpointLabel),
                            static_cast<QWidget*>(m_checkpoint), static_cast<QWidget*>(m_refresh),
                            static_cast<QWidget*>(m_progressText),
                            static_cast<QWidget*>(m_progress)})
        row->addWidget(widget);
    m_summary->setObjectName(QStringLiteral("averages"));
    m_summary->setMinimumWidth(1);
    row->addWidget(m_summary, 1);
    const QStringList words{tr("Curves"), tr("Calibration")};
    for (int id = 0; id < 2; ++id) {
        auto* const button = new QToolButton(bar);
        button->setText(words.at(id));
        button->setObjectName(id == 0 ? QStringLiteral("showCurves")
                                      : QStringLiteral("showCalibration"));
        button->setCheckable(true);
        button->setChecked(id == 0);
        m_chartChoice->addButton(button, id);
        row->addWidget(button);
    }
    connect(m_chartChoice, &QButtonGroup::idClicked, m_charts, &QStackedWidget::setCurrentIndex);
    connect(m_subset, &QComboBox::currentIndexChanged, this, &InspectionView::load);
    connect(m_checkpoint, &QComboBox::currentIndexChanged, this, &InspectionView::load);
    connect(m_refresh, &QPushButton::clicked, this, &InspectionView::load);
    return bar;
}

QWidget* InspectionView::makeLabels()
{
    auto* const side = new QWidget(this);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep(this));
    m_table->setObjectName(QStringLiteral("labelTable"));
    layout->addWidget(m_table, 1);
    connect(m_table, &LabelTable::labelSelected, m_state, &InspectionState::selectLabel);
    return side;
}

QWidget* InspectionView::makeFigures()
{
    const int step = gridStep(this);
    auto* const curves = new QWidget(this);
    auto* const curveRow = new QHBoxLayout(curves);
    curveRow->setContentsMargins(0, 0, 0, 0);
    curveRow->setSpacing(3 * step);
    m_roc->setObjectName(QStringLiteral("roc"));
    m_precisionRecall->setObjectName(QStringLiteral("precisionRecall"));
    setUpRoc(*m_roc);
    setUpPrecisionRecall(*m_precisionRecall);
    curveRow->addWidget(m_roc, 1);
    curveRow->addWidget(m_precisionRecall, 1);
    m_charts->addWidget(curves);
    m_charts->addWidget(m_calibration);
    auto* const middle = new QWidget(this);
    auto* const row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * step);
    row->addWidget(card(m_matrix, middle), 2);
    row->addWidget(card(m_charts, middle), 5);
    auto* const split = new QSplitter(Qt::Vertical, this);
    split->setHandleWidth(2 * step);
    split->setChildrenCollapsible(false);
    split->addWidget(new ThresholdPanel(*m_state, split));
    split->addWidget(middle);
    split->addWidget(m_predictions);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 4);
    split->setStretchFactor(2, 5);
    split->setSizes({34 * step, 43 * step, 71 * step});
    return split;
}

void InspectionView::connectState()
{
    connect(m_state, &InspectionState::loadingChanged, this, &InspectionView::showLoading);
    connect(m_state, &InspectionState::loaded, this, &InspectionView::showEvaluation);
    connect(m_state, &InspectionState::failed, this, &InspectionView::failed);
    connect(m_state, &InspectionState::labelChanged, this, &InspectionView::showLabel);
    connect(m_state, &InspectionState::thresholdMoved, this, &InspectionView::showThreshold);
    connect(m_state, &InspectionState::decisionsChanged, this, &InspectionView::refreshRows);
    connect(m_state, &InspectionState::fieldChanged, this,
            [this] { m_matrix->setChosen(m_state->field()); });
    connect(m_matrix, &ConfusionMatrix::fieldChosen, m_state, &InspectionState::setField);
    connect(&m_context.workspace.jobs(), &JobRunner::changed, this, &InspectionView::showProgress);
    connect(m_state, &InspectionState::loaded, this, &InspectionView::offerNewer);
    connect(m_state, &InspectionState::notLoaded, this, &InspectionView::keepShown);
}

void InspectionView::showProgress()
{
    for (const JobStatus& job : m_context.workspace.jobs().running())
        if (job.id == m_state->loading() && job.progress.total > 0) {
            m_progress->setRange(0, static_cast<int>(job.progress.total));
            m_progress->setValue(static_cast<int>(job.progress.done));
            m_progressText->setText(job.progress.step);
        }
}

void InspectionView::connectCharts()
{
    for (ChartPanel* chart : {m_roc, m_precisionRecall}) {
        const auto dragging = std::make_shared<bool>(false);
        connect(chart, &ChartPanel::dotDragged, this, [this, dragging](int index) {
            if (m_state->inspection() == nullptr)
                return;
            if (!std::exchange(*dragging, true))
                m_state->beginMove();
            if (const auto threshold = thresholdAtPoint(*m_state->inspection(), index))
                m_state->moveThreshold(static_cast<double>(*threshold));
        });
        connect(chart, &ChartPanel::dotReleased, this, [this, dragging] {
            if (std::exchange(*dragging, false))
                m_state->storeThreshold(static_cast<double>(m_state->threshold()));
            else
                m_state->forgetMove();
        });
        connect(chart, &ChartPanel::dotReset, this, [this] {
            // The hand may have moved the dot at the first of the two clicks.
            m_state->undoMove();
            m_state->resetThreshold();
        });
    }
}

CheckpointKind InspectionView::kind() const
{
    return static_cast<CheckpointKind>(m_checkpoint->currentData().toInt());
}

Subset InspectionView::subset() const
{
    return static_cast<Subset>(m_subset->currentData().toInt());
}

void InspectionView::setExperiment(ExperimentId experiment,
                                   const std::vector<Checkpoint>& checkpoints)
{
    const bool isSame = experiment == m_experiment;
    const auto known = m_state->evaluation();
    {
        const QSignalBlocker blocker(m_checkpoint);
        const QVariant chosen = m_checkpoint->currentData();
        m_checkpoint->clear();
        for (const Checkpoint& checkpoint : checkpoints)
            m_checkpoint->addItem(checkpointWord(checkpoint), static_cast<int>(checkpoint.kind));
        const int index = m_checkpoint->findData(
            isSame && chosen.isValid() ? chosen : QVariant(static_cast<int>(CheckpointKind::Best)));
        m_checkpoint->setCurrentIndex(std::max(0, index));
    }
    m_experiment = experiment;
    m_checkpoints = checkpoints;
    const bool isKnown
        = isSame && known
          && std::any_of(checkpoints.begin(), checkpoints.end(), [&](const Checkpoint& checkpoint) {
                 return checkpoint.id == known->model.checkpoint.id;
             });
    if (isKnown || (isSame && m_state->isLoading()))
        return offerNewer();
    const bool isTraining = m_context.workspace.training().running() == experiment;
    if (isSame && known && isTraining) {
        // What is looked at stays until the user wants the newer one; the run needs the cores.
        m_refresh->show();
        return;
    }
    if (!isSame)
        m_state->clear();
    m_outdated = !checkpoints.empty();
    if (isVisible() && m_outdated)
        load();
}

void InspectionView::load()
{
    if (!m_experiment.isValid() || m_checkpoint->count() == 0)
        return;
    m_outdated = false;
    m_refresh->hide();
    m_state->load({m_experiment, kind(), subset()});
}

void InspectionView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        load();
}

void InspectionView::showLoading(bool loading)
{
    m_progress->setVisible(loading);
    m_progressText->setVisible(loading);
    if (!loading)
        return;
    m_progress->setRange(0, 0);
    m_progressText->setText(tr("Evaluating"));
}

void InspectionView::showEvaluation()
{
    refreshRows();
    showLabel();
}

void InspectionView::refreshRows()
{
    const auto evaluation = m_state->evaluation();
    m_model->setRows(evaluation ? inspectionRows(*evaluation, m_state->decisions(),
                                                 m_state->allCounts())
                                : std::vector<LabelRow>());
    updateSummary();
}

void InspectionView::updateSummary()
{
    const auto evaluation = m_state->evaluation();
    m_summary->setText(evaluation ? averagesInWords(*evaluation, m_state->allCounts()) : QString());
}

void InspectionView::showLabel()
{
    if (m_state->label() >= 0 && m_table->selectedLabel() != m_state->label())
        m_table->selectLabel(m_state->label());
    const LabelInspection* const inspection = m_state->inspection();
    // The label before stays in sight for the few milliseconds until the new one is made.
    if (inspection == nullptr && m_state->label() >= 0)
        return;
    showRoc(*m_roc, inspection);
    showPrecisionRecall(*m_precisionRecall, inspection);
    LabelCalibration calibration;
    if (m_state->label() >= 0)
        calibration
            = m_state->decisions().labels[static_cast<std::size_t>(m_state->label())].calibration;
    m_calibration->show(inspection, calibration);
    if (inspection == nullptr)
        m_matrix->setCounts({});
    else
        showThreshold();
}

void InspectionView::showThreshold()
{
    const int label = m_state->label();
    if (label < 0)
        return;
    const ConfusionCounts counts = m_state->counts();
    m_matrix->setCounts(counts);
    showRocDot(*m_roc, counts);
    showPrecisionRecallDot(*m_precisionRecall, counts);
    LabelRow row = m_model->rows().at(static_cast<std::size_t>(label));
    row.threshold = static_cast<double>(m_state->threshold());
    setCounts(row, counts);
    m_model->setRow(label, row);
    updateSummary();
}

} // namespace labelwright
