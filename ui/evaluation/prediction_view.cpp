#include "ui/evaluation/prediction_view.h"

#include "core/session/thumbnails.h"
#include "ui/evaluation/prediction_delegate.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

constexpr int refillDelay = 60; ///< Milliseconds; the gallery may lag behind the slider this much.
constexpr int wishDelay = 30;

} // namespace

PredictionView::PredictionView(Workspace& workspace, InspectionState& state, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_state(state)
    , m_model(new PredictionModel(workspace, state, this))
    , m_gallery(new QListView(this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_none(new QLabel(tr("No image is in this field of the matrix"), this))
    , m_words(new QLabel(this))
    , m_showAll(new QPushButton(tr("Show all"), this))
    , m_order(new QComboBox(this))
    , m_looks(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("predictions"));
    makeGallery();
    makeTable();
    m_none->setAlignment(Qt::AlignCenter);
    setMuted(m_none);
    m_stack->addWidget(m_none);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep(this));
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    m_refillTimer.setSingleShot(true);
    m_refillTimer.setInterval(refillDelay);
    m_wishTimer.setSingleShot(true);
    m_wishTimer.setInterval(wishDelay);
    connect(&m_refillTimer, &QTimer::timeout, this, &PredictionView::follow);
    connect(&m_wishTimer, &QTimer::timeout, this, &PredictionView::wish);
    connect(&state, &InspectionState::labelChanged, this, &PredictionView::refill);
    connect(&state, &InspectionState::fieldChanged, this, &PredictionView::refill);
    connect(&state, &InspectionState::thresholdMoved, this, [this] {
        repaintViews();
        if (m_model->dependsOnThreshold() && !m_refillTimer.isActive())
            m_refillTimer.start();
    });
    connect(&workspace.thumbnails(), &Thumbnails::ready, this, &PredictionView::repaintViews);
    refill();
}

QWidget* PredictionView::makeBar()
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    m_words->setObjectName(QStringLiteral("predictionWords"));
    m_showAll->setObjectName(QStringLiteral("showAllPredictions"));
    connect(m_showAll, &QPushButton::clicked, this, [this] { m_state.setField({}); });
    m_order->setAccessibleName(tr("Order of the images"));
    m_order->setObjectName(QStringLiteral("predictionOrder"));
    m_order->addItem(tr("Most wrong first"), static_cast<int>(PredictionOrder::MostWrong));
    m_order->addItem(tr("Highest score first"), static_cast<int>(PredictionOrder::HighestScore));
    m_order->addItem(tr("Lowest score first"), static_cast<int>(PredictionOrder::LowestScore));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setOrder(static_cast<PredictionOrder>(m_order->currentData().toInt()));
        wishSoon();
    });
    row->addWidget(m_words, 1);
    row->addWidget(m_showAll);
    row->addWidget(m_order);
    const QStringList words{tr("Pictures"), tr("Table")};
    const QStringList icons{QStringLiteral("gallery"), QStringLiteral("table")};
    for (int id = 0; id < 2; ++id) {
        auto* const button = new QToolButton(bar);
        button->setIcon(icon(icons.at(id)));
        button->setToolTip(words.at(id));
        button->setAccessibleName(words.at(id));
        button->setCheckable(true);
        button->setChecked(id == 0);
        m_looks->addButton(button, id);
        row->addWidget(button);
    }
    connect(m_looks, &QButtonGroup::idClicked, this, [this](int id) { showTable(id == 1); });
    return bar;
}

void PredictionView::makeGallery()
{
    m_gallery->setObjectName(QStringLiteral("predictionGallery"));
    m_gallery->setAccessibleName(tr("Images as pictures"));
    m_gallery->setModel(m_model);
    m_gallery->setItemDelegate(new PredictionCard(m_gallery));
    m_gallery->setViewMode(QListView::IconMode);
    m_gallery->setMovement(QListView::Static);
    m_gallery->setResizeMode(QListView::Adjust);
    m_gallery->setUniformItemSizes(true);
    m_gallery->setSelectionMode(QAbstractItemView::SingleSelection);
    m_gallery->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_gallery->viewport()->installEventFilter(this);
    connect(m_gallery->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &PredictionView::wishSoon);
    m_stack->addWidget(m_gallery);
}

void PredictionView::makeTable()
{
    const int step = gridStep(this);
    m_table->setObjectName(QStringLiteral("predictionTable"));
    m_table->setAccessibleName(tr("Images as a table"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(PredictionModel::Image, new PredictionPicture(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(13 * step);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(PredictionModel::Name, QHeaderView::Stretch);
    m_table->setColumnWidth(PredictionModel::Image, 18 * step);
    m_table->setColumnWidth(PredictionModel::Predicted, 46 * step);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &PredictionView::wishSoon);
    m_stack->addWidget(m_table);
}

void PredictionView::showTable(bool table)
{
    m_looks->button(table ? 1 : 0)->setChecked(true);
    showFace();
    wishSoon();
}

QAbstractItemView* PredictionView::front() const
{
    if (m_looks->checkedId() == 1)
        return m_table;
    return m_gallery;
}

void PredictionView::showFace()
{
    const bool isEmpty = m_state.inspection() != nullptr && m_model->rowCount() == 0;
    QWidget* const face = isEmpty ? static_cast<QWidget*>(m_none) : front();
    m_stack->setCurrentWidget(face);
}

void PredictionView::refill()
{
    m_refillTimer.stop();
    m_model->refill();
    updateWords();
    showFace();
    wishSoon();
}

void PredictionView::follow()
{
    m_model->follow();
    updateWords();
    showFace();
    wishSoon();
}

void PredictionView::repaintViews()
{
    front()->viewport()->update();
}

void PredictionView::updateWords()
{
    const QString count = QLocale().toString(m_model->rowCount());
    const auto field = m_state.field();
    m_showAll->setVisible(field.has_value());
    if (!m_state.inspection()) {
        m_words->clear();
        return;
    }
    if (!field) {
        m_words->setText(m_model->rowCount() == 1 ? tr("1 image") : tr("%1 images").arg(count));
        return;
    }
    switch (*field) {
    case MatrixField::TruePositive:
        return m_words->setText(tr("%1 hits: predicted present, and present").arg(count));
    case MatrixField::FalseNegative:
        return m_words->setText(tr("%1 misses: predicted absent, but present").arg(count));
    case MatrixField::FalsePositive:
        return m_words->setText(tr("%1 false alarms: predicted present, but absent").arg(count));
    case MatrixField::TrueNegative:
        return m_words->setText(tr("%1 rightly absent: predicted absent, and absent").arg(count));
    }
}

void PredictionView::wishSoon()
{
    m_wishTimer.start();
}

void PredictionView::wish()
{
    if (!isVisible() || m_model->rowCount() == 0)
        return;
    const QAbstractItemView* const view = front();
    const QRect area = view->viewport()->rect();
    const QModelIndex first = view->indexAt(area.topLeft() + QPoint(12, 12));
    const QModelIndex last = view->indexAt(area.bottomRight() - QPoint(12, 12));
    const int from = first.isValid() ? first.row() : 0;
    const int shown = last.isValid() ? last.row() - from + 1 : 60;
    std::vector<SampleId> wanted;
    for (int row = from; row < std::min(m_model->rowCount(), from + 2 * shown); ++row)
        wanted.push_back(m_model->sampleAt(row));
    m_workspace.thumbnails().setWanted(m_model->dataset(), wanted);
}

bool PredictionView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        wishSoon();
    return QWidget::eventFilter(watched, event);
}

void PredictionView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    wishSoon();
}

} // namespace labelwright
