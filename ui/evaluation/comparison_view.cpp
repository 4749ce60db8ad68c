#include "ui/evaluation/comparison_view.h"

#include "core/session/workspace.h"
#include "ui/evaluation/comparison_figures.h"
#include "ui/evaluation/run_curves.h"
#include "ui/evaluation/text_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

ComparisonView::ComparisonView(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_other(new QComboBox(this))
    , m_subset(new QComboBox(this))
    , m_compare(new QPushButton(tr("Compare"), this))
    , m_faces(new QStackedWidget(this))
    , m_hint(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_settings(new TextTableModel(this))
    , m_figures(new TextTableModel(this))
    , m_loss(new ChartPanel(tr("Validation loss"), context.dialogs, this))
    , m_metric(new ChartPanel(tr("Validation mAP"), context.dialogs, this))
{
    const int step = gridStep(this);
    m_hint->setAlignment(Qt::AlignCenter);
    setMuted(m_hint);
    m_faces->addWidget(m_hint);
    m_faces->addWidget(makeResult());
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(makeBar());
    layout->addWidget(m_faces, 1);
}

QWidget* ComparisonView::makeBar()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    auto* const otherLabel = new QLabel(tr("This experiment &against"), bar);
    otherLabel->setBuddy(m_other);
    m_other->setObjectName(QStringLiteral("otherExperiment"));
    m_other->setMinimumWidth(45 * gridStep(this));
    auto* const subsetLabel = new QLabel(tr("&on"), bar);
    subsetLabel->setBuddy(m_subset);
    m_subset->setObjectName(QStringLiteral("comparisonSubset"));
    m_subset->addItem(tr("Validation images"), static_cast<int>(Subset::Validation));
    m_subset->addItem(tr("Test images"), static_cast<int>(Subset::Test));
    m_compare->setObjectName(QStringLiteral("compare"));
    connect(m_compare, &QPushButton::clicked, this, &ComparisonView::compare);
    for (QWidget* widget : {static_cast<QWidget*>(otherLabel), static_cast<QWidget*>(m_other),
                            static_cast<QWidget*>(subsetLabel), static_cast<QWidget*>(m_subset),
                            static_cast<QWidget*>(m_compare)})
        row->addWidget(widget);
    row->addStretch();
    return bar;
}

QWidget* ComparisonView::makeResult()
{
    const int step = gridStep(this);
    m_loss->setObjectName(QStringLiteral("comparedLoss"));
    m_loss->setAxes({tr("Epoch"), 0, {}, {}, true}, {{}, {}, {}, {}});
    m_metric->setAxes({tr("Epoch"), 0, {}, {}, true}, {{}, {}, {}, {}});
    auto* const charts = new QFrame(this);
    setCard(charts);
    auto* const chartRow = new QHBoxLayout(charts);
    chartRow->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    chartRow->setSpacing(3 * step);
    chartRow->addWidget(m_loss);
    chartRow->addWidget(m_metric);
    auto* const tables = new QSplitter(Qt::Horizontal, this);
    tables->setChildrenCollapsible(false);
    tables->setHandleWidth(2 * step);
    QTableView* const figures = makeTextTable(m_figures, tr("Figures of both"), tables);
    figures->setObjectName(QStringLiteral("comparedFigures"));
    QTableView* const settings = makeTextTable(m_settings, tr("Settings that differ"), tables);
    settings->setObjectName(QStringLiteral("comparedSettings"));
    tables->addWidget(figures);
    tables->addWidget(settings);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 1);
    tables->setSizes({200 * step, 100 * step});
    setHeading(m_sentence, 2);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("comparisonSentence"));
    auto* const result = new QWidget(this);
    auto* const layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(m_sentence);
    layout->addWidget(tables, 1);
    layout->addWidget(charts, 1);
    return result;
}

void ComparisonView::setExperiments(ExperimentId shown, const std::vector<Experiment>& all)
{
    const QVariant chosen = m_other->currentData();
    if (shown != m_shown) {
        ++m_request;
        m_faces->setCurrentIndex(0);
    }
    m_shown = shown;
    m_other->clear();
    for (auto other = all.rbegin(); other != all.rend(); ++other)
        if (other->id != shown && other->epochs > 0)
            m_other->addItem(other->name, other->id.value);
    m_other->setCurrentIndex(std::max(0, m_other->findData(chosen)));
    const bool hasOther = m_other->count() > 0;
    m_compare->setEnabled(hasOther);
    m_other->setEnabled(hasOther);
    m_hint->setText(hasOther ? tr("Choose an experiment to compare with, then Compare.")
                             : tr("There is no other experiment with results to compare with."));
}

void ComparisonView::compare()
{
    const ExperimentId first{m_other->currentData().toLongLong()};
    const auto subset = static_cast<Subset>(m_subset->currentData().toInt());
    const int request = ++m_request;
    m_compare->setEnabled(false);
    m_hint->setText(tr("Comparing…"));
    m_context.workspace.run<ComparisonFigures>(
        tr("Comparing experiments"), this,
        [first, second = m_shown, subset](Project& project, const ProgressCallback& progress,
                                          std::stop_token stop) {
            return comparisonFigures(project, first, second, subset, progress, std::move(stop));
        },
        [this, request](const Result<ComparisonFigures>& figures) {
            m_compare->setEnabled(true);
            if (request != m_request)
                return;
            if (!figures) {
                m_hint->setText(figures.error().summary);
                m_faces->setCurrentIndex(0);
                if (!isCancelled(figures.error()))
                    Q_EMIT failed(figures.error());
                return;
            }
            show(*figures);
        });
}

void ComparisonView::show(const ComparisonFigures& figures)
{
    m_sentence->setText(figures.sentence);
    const auto atEpoch = [](const QString& name, int epoch) {
        return tr("%1 · epoch %2").arg(name).arg(epoch);
    };
    m_figures->setContent({tr("Figure"), atEpoch(figures.first, figures.firstEpoch),
                           atEpoch(figures.second, figures.secondEpoch), tr("Difference")},
                          figures.figures);
    m_settings->setContent({tr("Setting"), figures.first, figures.second}, figures.settings);
    const auto curves = [&](bool loss) {
        std::vector<PlotSeries> series;
        for (const auto& [name, epochs] : {std::pair(figures.second, &figures.secondEpochs),
                                           std::pair(figures.first, &figures.firstEpochs)}) {
            const RunCurves run{{}, *epochs, {}};
            PlotSeries curve = loss ? lossSeries(run).front() : metricSeries(run).front();
            curve.name = name;
            series.push_back(std::move(curve));
        }
        return series;
    };
    m_loss->setSeries(curves(true));
    m_metric->setSeries(curves(false));
    m_faces->setCurrentIndex(1);
}

} // namespace labelwright
