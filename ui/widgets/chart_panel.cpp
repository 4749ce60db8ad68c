#include "ui/widgets/chart_panel.h"

#include "core/base/atomic_file.h"
#include "ui/dialogs.h"
#include "ui/step_page.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_export.h"
#include "ui/widgets/chart_legend.h"
#include "ui/widgets/chart_table.h"
#include "ui/widgets/chart_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

struct ChartPanel::Parts
{
    QString title;
    std::vector<PlotSeries> series;
    PlotAxis x;
    PlotAxis y;
    QLabel* caption = nullptr;
    QToolButton* followChip = nullptr;
    QMenu* menu = nullptr;
    QAction* logarithmic = nullptr;
    ChartLegend* legend = nullptr;
    ChartView* view = nullptr;
    QLabel* empty = nullptr;
    QStackedLayout* stack = nullptr;
};

namespace {

/// Shortens its text where room is scarce.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(colorsOf(palette()).muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

/// Failures go to the message bar of the page that the chart stands on.
void showFailure(QWidget* chart, const Result<void>& done)
{
    if (done)
        return;
    for (QWidget* widget = chart; widget != nullptr; widget = widget->parentWidget())
        if (auto* const page = qobject_cast<StepPage*>(widget))
            return page->showError(done.error());
}

using Save = std::function<Result<void>(const QString& path)>;

void addSaveAction(ChartPanel* panel, QMenu* menu, const Dialogs& dialogs, const QString& title,
                   const QString& suffix, const Save& save)
{
    QAction* const action = menu->addAction(ChartPanel::tr("Save as %1…").arg(suffix.toUpper()));
    action->setObjectName(QStringLiteral("save-%1").arg(suffix));
    QObject::connect(action, &QAction::triggered, panel, [panel, &dialogs, title, suffix, save] {
        const QString path = dialogs.saveFile(
            panel, {ChartPanel::tr("Save the chart"),
                    QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix),
                    QStringLiteral("%1.%2").arg(title.toLower().replace(' ', '-'), suffix)});
        if (!path.isEmpty())
            showFailure(panel, save(path));
    });
}

} // namespace

ChartPanel::ChartPanel(const QString& title, const Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    m_parts->title = title;
    m_parts->view = new ChartView(this);
    m_parts->view->setAccessibleName(title);
    m_parts->legend = new ChartLegend(this);
    m_parts->empty = new QLabel(tr("Nothing to show yet"), this);
    m_parts->empty->setAlignment(Qt::AlignCenter);
    m_parts->empty->setWordWrap(true);
    setMuted(m_parts->empty);
    setAccessibleName(title);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(title);
    layout->addWidget(m_parts->legend);
    m_parts->stack = new QStackedLayout;
    m_parts->stack->addWidget(m_parts->view);
    m_parts->stack->addWidget(m_parts->empty);
    layout->addLayout(m_parts->stack, 1);
    buildMenu(dialogs);
    connect(m_parts->view, &ChartView::dotDragged, this, &ChartPanel::dotDragged);
    connect(m_parts->view, &ChartView::dotReleased, this, &ChartPanel::dotReleased);
    connect(m_parts->view, &ChartView::dotReset, this, &ChartPanel::dotReset);
    connect(m_parts->view, &ChartView::followingChanged, m_parts->followChip,
            [this](bool following) { m_parts->followChip->setVisible(!following); });
    const int step = gridStep(this);
    setMinimumSize(40 * step, 34 * step);
    refresh();
}

ChartPanel::~ChartPanel() = default;

void ChartPanel::buildHeader(const QString& title)
{
    const int step = gridStep(this);
    auto* const heading = new QLabel(title, this);
    setHeading(heading, 3);
    m_parts->caption = new ElidedLabel(this);
    m_parts->caption->setMinimumWidth(1);
    m_parts->followChip = new QToolButton(this);
    m_parts->followChip->setObjectName(QStringLiteral("followChip"));
    m_parts->followChip->setText(tr("Follow"));
    m_parts->followChip->setToolTip(tr("Show all data again, and what comes"));
    m_parts->followChip->setVisible(false);
    connect(m_parts->followChip, &QToolButton::clicked, this, &ChartPanel::follow);
    m_parts->menu = new QMenu(this);
    auto* const more = new QToolButton(this);
    more->setObjectName(QStringLiteral("chartMenu"));
    more->setIcon(icon(QStringLiteral("more")));
    more->setAccessibleName(tr("Menu of the chart %1").arg(title));
    more->setToolTip(tr("Save, copy, or show as a table"));
    more->setMenu(m_parts->menu);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setStyleSheet(QStringLiteral("QToolButton { padding: 4px; }"
                                       "QToolButton::menu-indicator { image: none; width: 0; }"));
    auto* const row = new QHBoxLayout;
    row->setSpacing(2 * step);
    row->addWidget(heading);
    row->addWidget(m_parts->caption, 1);
    row->addWidget(m_parts->followChip);
    row->addWidget(more);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void ChartPanel::buildMenu(const Dialogs& dialogs)
{
    QMenu* const menu = m_parts->menu;
    const auto picture = [this] {
        return ChartPicture{m_parts->title, m_parts->caption->text(), m_parts->view};
    };
    addSaveAction(this, menu, dialogs, m_parts->title, QStringLiteral("png"),
                  [picture](const QString& path) { return saveChartPng(picture(), path); });
    addSaveAction(this, menu, dialogs, m_parts->title, QStringLiteral("svg"),
                  [picture](const QString& path) { return saveChartSvg(picture(), path); });
    addSaveAction(this, menu, dialogs, m_parts->title, QStringLiteral("csv"),
                  [this](const QString& path) {
                      return writeFileAtomically(path, toCsv().toUtf8());
                  });
    connect(menu->addAction(tr("Copy as picture")), &QAction::triggered, this,
            [picture] { QApplication::clipboard()->setPixmap(pictureOf(picture())); });
    menu->addSeparator();
    QAction* const table = menu->addAction(tr("Show as a table"));
    table->setObjectName(QStringLiteral("showTable"));
    connect(table, &QAction::triggered, this, [this] {
        showChartTable(this, m_parts->title,
                       tableOf(m_parts->series, m_parts->x.title, m_parts->y.title));
    });
    m_parts->logarithmic = menu->addAction(tr("Logarithmic vertical axis"));
    m_parts->logarithmic->setCheckable(true);
    connect(m_parts->logarithmic, &QAction::toggled, this, &ChartPanel::setLogarithmicY);
    connect(menu->addAction(tr("Show all")), &QAction::triggered, this, &ChartPanel::follow);
    m_parts->view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_parts->view, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        m_parts->menu->popup(m_parts->view->mapToGlobal(at));
    });
}

void ChartPanel::setAxes(const PlotAxis& x, const PlotAxis& y)
{
    m_parts->x = x;
    m_parts->y = y;
    m_parts->logarithmic->setChecked(y.scale == AxisScale::Logarithmic);
    m_parts->view->setAxes(x, y);
}

void ChartPanel::setSeries(std::vector<PlotSeries> series)
{
    m_parts->series = std::move(series);
    m_parts->view->setSeries(m_parts->series);
    m_parts->legend->setLines(m_parts->view->lines());
    refresh();
}

void ChartPanel::refresh()
{
    const bool isEmpty = std::all_of(m_parts->series.begin(), m_parts->series.end(),
                                     [](const PlotSeries& curve) { return curve.points.empty(); });
    m_parts->stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_parts->legend->setVisible(!isEmpty && m_parts->series.size() > 1);
    QStringList latest;
    for (const PlotSeries& curve : m_parts->series)
        if (!curve.points.empty() && latest.size() < 8)
            latest.append(QStringLiteral("%1 %2").arg(
                curve.name, chartNumber(curve.points.back().y())));
    m_parts->view->setAccessibleDescription(latest.join(QStringLiteral(", ")));
}

void ChartPanel::setMarkerLine(std::optional<double> x, const QString& word)
{
    m_parts->view->setMarker(x, word);
}

void ChartPanel::setDot(std::optional<QPointF> dot)
{
    m_parts->view->setDot(dot);
}

void ChartPanel::setCaption(const QString& text)
{
    if (m_parts->caption->text() == text)
        return;
    m_parts->caption->setText(text);
    m_parts->caption->setToolTip(text);
}

void ChartPanel::setEmptyText(const QString& text)
{
    m_parts->empty->setText(text);
}

void ChartPanel::setLogarithmicY(bool logarithmic)
{
    m_parts->logarithmic->setChecked(logarithmic);
    m_parts->y.scale = logarithmic ? AxisScale::Logarithmic : AxisScale::Linear;
    m_parts->view->setAxes(m_parts->x, m_parts->y);
}

bool ChartPanel::isLogarithmicY() const
{
    return m_parts->y.scale == AxisScale::Logarithmic;
}

bool ChartPanel::isFollowing() const
{
    return m_parts->view->isFollowing();
}

void ChartPanel::follow()
{
    m_parts->view->follow();
}

QPoint ChartPanel::positionOf(const QPointF& value) const
{
    return m_parts->view->mapTo(this, m_parts->view->toPixel(value).toPoint());
}

const std::vector<PlotSeries>& ChartPanel::series() const
{
    return m_parts->series;
}

std::optional<QPointF> ChartPanel::dot() const
{
    return m_parts->view->dot();
}

QString ChartPanel::caption() const
{
    return m_parts->caption->text();
}

QString ChartPanel::toCsv() const
{
    return csvOf(tableOf(m_parts->series, m_parts->x.title, m_parts->y.title));
}

} // namespace labelwright
