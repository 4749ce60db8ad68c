#include "ui/evaluation/training_view.h"

#include "core/project/run_history.h"
#include "ui/evaluation/epoch_panel.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

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

TrainingView::TrainingView(const UiContext& context, const RunRecorder& recorder, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_recorder(recorder)
    , m_epochState(new EpochState(context.workspace, this))
    , m_loss(new ChartPanel(tr("Loss"), context.dialogs, this))
    , m_metric(new ChartPanel(tr("Validation mAP"), context.dialogs, this))
    , m_rate(new ChartPanel(tr("Learning rate"), context.dialogs, this))
    , m_overlays(new QMenu(this))
{
    const int step = gridStep(this);
    auto* const left = new QWidget(this);
    auto* const leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(2 * step);
    leftLayout->addWidget(makeBar());
    leftLayout->addWidget(makeCharts(), 1);
    auto* const split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(2 * step);
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(new EpochPanel(*m_epochState, context.dialogs, split));
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({140 * step, 140 * step});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->addWidget(split);
    connect(m_epochState, &EpochState::failed, this, &TrainingView::failed);
}

QWidget* TrainingView::makeBar()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * gridStep(this));
    auto* const overlay = new QPushButton(tr("Overlay runs"), bar);
    overlay->setObjectName(QStringLiteral("overlayRuns"));
    overlay->setIcon(icon(QStringLiteral("compare")));
    overlay->setToolTip(tr("Draw other experiments' curves with this one's"));
    overlay->setMenu(m_overlays);
    auto* const logarithmic = new QCheckBox(tr("&Logarithmic loss"), bar);
    logarithmic->setObjectName(QStringLiteral("logarithmicLoss"));
    connect(logarithmic, &QCheckBox::toggled, m_loss, &ChartPanel::setLogarithmicY);
    row->addWidget(overlay);
    row->addWidget(logarithmic);
    row->addStretch();
    return bar;
}

QWidget* TrainingView::makeCharts()
{
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_metric->setObjectName(QStringLiteral("metricChart"));
    m_rate->setObjectName(QStringLiteral("rateChart"));
    const PlotAxis epochs{tr("Epoch"), 0, {}, AxisScale::Linear, true};
    m_loss->setAxes(epochs, {{}, {}, {}, AxisScale::Linear});
    m_metric->setAxes(epochs, {{}, {}, {}, AxisScale::Linear});
    m_rate->setAxes(epochs, {{}, 0, {}, AxisScale::Linear});
    for (ChartPanel* chart : {m_loss, m_metric})
        chart->setEmptyText(tr("The first epoch has not ended yet"));
    m_rate->setEmptyText(tr("Training has not begun yet"));
    auto* const lower = new QSplitter(Qt::Horizontal, this);
    lower->setChildrenCollapsible(false);
    lower->setHandleWidth(2 * gridStep(this));
    lower->addWidget(card(m_metric, lower));
    lower->addWidget(card(m_rate, lower));
    auto* const charts = new QSplitter(Qt::Vertical, this);
    charts->setChildrenCollapsible(false);
    charts->setHandleWidth(2 * gridStep(this));
    charts->addWidget(card(m_loss, charts));
    charts->addWidget(lower);
    charts->setStretchFactor(0, 3);
    charts->setStretchFactor(1, 2);
    return charts;
}

void TrainingView::setExperiment(const Experiment& experiment, const std::vector<Experiment>& all)
{
    const bool isSame = m_experiment == experiment.id;
    if (!isSame) {
        m_overlaid.clear();
        m_run = {};
        m_experiment = experiment.id;
    }
    const bool hasDropped = dropOverlaysBut(all);
    m_bestBy = experiment.settings.bestBy;
    fillOverlayMenu(all);
    // The epochs of a run that is watched came one by one.
    if (isSame && static_cast<int>(m_run.epochs.size()) == experiment.epochs)
        return hasDropped ? showCurves() : refreshSteps();
    auto reports = epochReports(m_context.workspace.project(), experiment.id);
    if (reports)
        m_run.epochs = *std::move(reports);
    else
        Q_EMIT failed(reports.error());
    m_epochState->setExperiment(experiment, m_run.epochs);
    showCurves();
    if (!isSame)
        for (ChartPanel* chart : {m_loss, m_metric, m_rate})
            chart->follow();
}

void TrainingView::clear()
{
    m_experiment = {};
    m_run = {};
    m_overlaid.clear();
    m_epochState->clear();
    showCurves();
}

void TrainingView::addEpoch(const EpochReport& report)
{
    labelwright::addEpoch(m_run.epochs, report);
    m_epochState->addEpoch(report);
    showCurves();
}

void TrainingView::refreshSteps()
{
    const LiveRun* const live = m_recorder.find(m_experiment);
    if ((live != nullptr ? live->stepsDone : 0) == m_stepsSeen)
        return;
    if (isVisible())
        showStepCurves();
    else
        m_outdated = true;
}

void TrainingView::showStepCurves()
{
    const LiveRun* const live = m_recorder.find(m_experiment);
    m_stepsSeen = live != nullptr ? live->stepsDone : 0;
    if (live != nullptr)
        m_run.steps = live->steps;
    m_loss->setSeries(lossSeries(m_run));
    m_rate->setSeries(rateSeries(m_run));
    m_run.steps = {}; // The recorder may move them.
}

void TrainingView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        showCurves();
}

void TrainingView::showCurves()
{
    m_outdated = !isVisible();
    if (m_outdated)
        return;
    showStepCurves();
    m_metric->setSeries(metricSeries(m_run));
    const auto best = bestEpoch(m_run.epochs);
    const auto line = best ? std::optional(static_cast<double>(*best)) : std::nullopt;
    // The other figure may well be better elsewhere.
    const bool byMap = m_bestBy == BestBy::ValidationMap;
    m_loss->setMarkerLine(line, byMap ? tr("Kept epoch") : tr("Best by loss"));
    m_metric->setMarkerLine(line, byMap ? tr("Best by mAP") : tr("Kept epoch"));
    if (m_run.epochs.empty()) {
        m_loss->setCaption({});
        m_metric->setCaption({});
        return;
    }
    const EpochReport& last = m_run.epochs.back();
    const auto number = [](const std::optional<double>& value) {
        return value ? QLocale().toString(*value, 'f', 3) : tr("n/a");
    };
    m_loss->setCaption(tr("Epoch %1: training %2, validation %3")
                           .arg(last.epoch)
                           .arg(number(last.trainingLoss), number(last.validationLoss)));
    m_metric->setCaption(number(last.validationMap));
}

void TrainingView::fillOverlayMenu(const std::vector<Experiment>& all)
{
    m_overlays->clear();
    for (auto other = all.rbegin(); other != all.rend(); ++other) {
        if (other->id == m_experiment || other->epochs == 0)
            continue;
        QAction* const action = m_overlays->addAction(other->name);
        action->setCheckable(true);
        action->setChecked(m_overlaid.contains(other->id));
        connect(action, &QAction::toggled, this,
                [this, chosen = *other](bool shown) { setOverlay(chosen, shown); });
    }
    if (m_overlays->isEmpty())
        m_overlays->addAction(tr("No other experiment has run"))->setEnabled(false);
}

bool TrainingView::dropOverlaysBut(const std::vector<Experiment>& all)
{
    const auto isGone = [&](ExperimentId id) {
        return std::ranges::find(all, id, &Experiment::id) == all.end();
    };
    std::erase_if(m_overlaid, isGone);
    return std::erase_if(m_run.overlays, [&](const RunOverlay& overlay) {
               return isGone(overlay.experiment);
           }) > 0;
}

void TrainingView::setOverlay(const Experiment& other, bool shown)
{
    if (shown) {
        auto reports = epochReports(m_context.workspace.project(), other.id);
        if (!reports) {
            Q_EMIT failed(reports.error());
            return;
        }
        m_run.overlays.push_back({other.id, other.name, *std::move(reports)});
        m_overlaid.insert(other.id);
    } else {
        std::erase_if(m_run.overlays, [&](const RunOverlay& overlay) {
            return overlay.experiment == other.id;
        });
        m_overlaid.erase(other.id);
    }
    showCurves();
}

} // namespace labelwright
