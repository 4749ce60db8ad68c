#include "ui/modeling/rate_finder.h"

#include "core/session/workspace.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"
#include "ui/window_words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

RateFinder::RateFinder(const UiContext& context, ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_document(document)
    , m_find(new QPushButton(icon(QStringLiteral("wand")), tr("Find a learning rate"), this))
    , m_status(new QLabel(this))
    , m_chart(new ChartPanel(tr("Loss while the rate rises"), context.dialogs, this))
    , m_use(new QPushButton(this))
{
    const int step = gridStep(this);
    m_find->setObjectName(QStringLiteral("findRate"));
    m_find->setToolTip(tr("Trains for a moment with rising rates and shows where the loss falls "
                          "fastest; nothing of it is kept."));
    m_use->setObjectName(QStringLiteral("useRate"));
    m_chart->setObjectName(QStringLiteral("rateChart"));
    m_chart->setMinimumHeight(55 * step);
    PlotAxis rate{tr("Learning rate"), {}, {}, AxisScale::Logarithmic};
    m_chart->setAxes(rate, {tr("Loss"), {}, {}, AxisScale::Linear});
    m_status->setWordWrap(true);
    setMuted(m_status);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(m_find, 0, Qt::AlignLeft);
    layout->addWidget(m_status);
    layout->addWidget(m_chart);
    layout->addWidget(m_use, 0, Qt::AlignLeft);
    connect(m_find, &QPushButton::clicked, this, &RateFinder::start);
    connect(m_use, &QPushButton::clicked, this, &RateFinder::useSuggestion);
    connect(&m_document, &ExperimentDocument::opened, this, &RateFinder::refresh);
    connect(&m_document, &ExperimentDocument::changed, this, &RateFinder::refresh);
    m_status->hide();
    refresh();
}

void RateFinder::refresh()
{
    const bool isDrawn = m_document.isOpen() && m_shown == m_document.experiment().id;
    m_chart->setVisible(isDrawn);
    m_use->setVisible(isDrawn && m_suggested.has_value());
    if (!isDrawn && m_job == 0)
        m_status->hide();
    const bool isBusy = m_job != 0;
    m_find->setText(isBusy ? tr("Stop searching") : tr("Find a learning rate"));
    m_find->setEnabled(isBusy || (m_document.isOpen() && m_document.check().ok()));
}

void RateFinder::start()
{
    if (m_job != 0) {
        m_context.workspace.jobs().cancel(m_job);
        return;
    }
    m_shown = {};
    m_status->setText(tr("Trying rates from a millionth to 1 …"));
    m_status->show();
    m_job = m_context.workspace.run<RateSearch>(
        tr("Finding a learning rate"), this,
        [experiment = m_document.experiment()](Project& project, const ProgressCallback& progress,
                                               std::stop_token stop) {
            return searchRate(project, experiment, progress, std::move(stop));
        },
        [this, id = m_document.experiment().id](const Result<RateSearch>& result) {
            m_shown = id;
            finish(result);
        });
    refresh();
}

void RateFinder::finish(const Result<RateSearch>& result)
{
    m_job = 0;
    if (result) {
        show(*result);
    } else {
        m_shown = {};
        m_status->setText(isCancelled(result.error()) ? QString()
                                                      : inWindowWords(result.error().summary));
        m_status->setVisible(!m_status->text().isEmpty());
    }
    refresh();
    if (!result && !isCancelled(result.error()))
        m_status->show();
}

void RateFinder::show(const RateSearch& search)
{
    m_suggested = search.suggested;
    PlotSeries series;
    series.name = tr("Training loss");
    for (const RatePoint& point : search.points)
        series.points.emplace_back(point.learningRate, point.loss);
    m_chart->setSeries({series});
    if (!search.suggested) {
        m_chart->setMarkerLine({});
        m_status->setText(tr("The loss never fell clearly, so no rate can be suggested."));
        return;
    }
    const QString words = rateInWords(*search.suggested);
    m_chart->setMarkerLine(search.suggested, words);
    m_status->setText(tr("About %1 is a good rate: the loss falls well, and safely below where it "
                         "turns up again.").arg(words));
    m_use->setText(tr("Use %1").arg(words));
}

void RateFinder::useSuggestion()
{
    if (m_suggested)
        m_document.edit(tr("Use the found learning rate"), [this](Design& design) {
            design.settings.learningRate = *m_suggested;
        });
}

} // namespace labelwright
