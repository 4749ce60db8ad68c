#include "ui/datasets/sample_view.h"

#include "core/session/thumbnails.h"
#include "core/session/workspace.h"
#include "ui/datasets/filter_bar.h"
#include "ui/datasets/histogram_header.h"
#include "ui/datasets/sample_delegates.h"
#include "ui/datasets/sample_table_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"

#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

constexpr int thumbnailDelay = 40; ///< Milliseconds that scrolling has to rest.

} // namespace

SampleView::SampleView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_painter(workspace.thumbnails())
    , m_model(new SampleTableModel(this))
    , m_filter(new FilterBar(this))
    , m_stack(new QStackedWidget(this))
{
    buildTable();
    buildGallery();
    buildNothing();
    buildToggle();
    connectSelection();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    layout->addWidget(m_filter);
    layout->addWidget(m_stack, 1);
    m_thumbnailTimer.setSingleShot(true);
    m_thumbnailTimer.setInterval(thumbnailDelay);
    connect(&m_thumbnailTimer, &QTimer::timeout, this, &SampleView::askForThumbnails);
    connect(m_filter, &FilterBar::queryChanged, this, &SampleView::arrange);
    connect(&workspace.thumbnails(), &Thumbnails::ready, this,
            [this] { frontView()->viewport()->update(); });
    auto* const find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_filter, &FilterBar::focusField);
    auto* const gallery = new QShortcut(QKeySequence(Qt::Key_G), m_stack);
    gallery->setContext(Qt::WidgetWithChildrenShortcut);
    connect(gallery, &QShortcut::activated, m_toggle, &QToolButton::click);
}

void SampleView::buildTable()
{
    m_table = new QTableView(m_stack);
    m_header = new HistogramHeader(*m_model, m_table);
    m_table->setObjectName(QStringLiteral("sampleTable"));
    m_table->setAccessibleName(tr("Images as a table"));
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SampleCellDelegate(m_painter, m_table));
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(13 * gridStep(this));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->viewport()->installEventFilter(this);
    m_table->viewport()->setAttribute(Qt::WA_Hover);
    m_stack->addWidget(m_table);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_order = {column, order};
                arrange();
            });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_thumbnailTimer.start(); });
}

void SampleView::buildGallery()
{
    m_gallery = new QListView(m_stack);
    m_gallery->setObjectName(QStringLiteral("sampleGallery"));
    m_gallery->setAccessibleName(tr("Images as a gallery"));
    m_gallery->setModel(m_model);
    m_gallery->setViewMode(QListView::IconMode);
    m_gallery->setMovement(QListView::Static);
    m_gallery->setResizeMode(QListView::Adjust);
    m_gallery->setUniformItemSizes(true);
    m_gallery->setGridSize(tileSize(m_gallery));
    m_gallery->setItemDelegate(new SampleTileDelegate(m_painter, m_gallery));
    m_gallery->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_gallery->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_gallery->viewport()->installEventFilter(this);
    m_gallery->viewport()->setAttribute(Qt::WA_Hover);
    m_stack->addWidget(m_gallery);
    connect(m_gallery->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_thumbnailTimer.start(); });
}

void SampleView::buildNothing()
{
    auto* const state = new EmptyState(QStringLiteral("search"), tr("No image fits this filter"),
                                       tr("Take a condition out, or look at all images again."),
                                       m_stack);
    QPushButton* const button = state->addButton(tr("Clear the filter"));
    button->setObjectName(QStringLiteral("clearFilter"));
    connect(button, &QPushButton::clicked, this, [this] { m_filter->setText({}); });
    m_nothing = state;
    m_stack->addWidget(m_nothing);
}

void SampleView::buildToggle()
{
    m_toggle = new QToolButton(this);
    m_toggle->setObjectName(QStringLiteral("galleryToggle"));
    m_toggle->setCheckable(true);
    m_toggle->setIcon(icon(QStringLiteral("gallery")));
    m_toggle->setText(tr("Gallery"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAccessibleName(tr("Show the images as a gallery"));
    m_toggle->setToolTip(tr("Show the images as a gallery or as a table (G)"));
    m_filter->addButton(m_toggle);
    connect(m_toggle, &QToolButton::toggled, this, &SampleView::showGallery);
}

void SampleView::connectSelection()
{
    // One current row for both: what is looked at stays when the form changes.
    for (QAbstractItemView* view : {static_cast<QAbstractItemView*>(m_table),
                                    static_cast<QAbstractItemView*>(m_gallery)})
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, view](const QModelIndex& current) {
                    if (view != frontView() || !current.isValid())
                        return;
                    m_current = m_model->sampleId(current.row());
                    Q_EMIT currentChanged(m_model->sampleRow(current.row()));
                });
}

void SampleView::setContents(const ContentsPointer& contents)
{
    const ContentsPointer& before = m_model->contents();
    const bool sameDataset = contents && before && before->dataset.id == contents->dataset.id;
    const bool sameColumns = sameDataset && before->columns.size() == contents->columns.size();
    if (sameDataset) {
        keepPlace();
    } else {
        m_keptPlace.reset();
        m_current = {};
        m_order = {};
        const QSignalBlocker quiet(m_header);
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
    }
    m_model->setContents(contents);
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->setLabels(contents ? contents->labels : QStringList());
        if (!sameDataset)
            m_filter->setText({});
    }
    if (!sameColumns)
        layOutColumns();
    m_gallery->setModelColumn(1); // Refused while there are no columns.
    ++m_question;
    if (!contents) {
        Q_EMIT currentChanged(std::nullopt);
        return;
    }
    arrange();
}

void SampleView::layOutColumns()
{
    const int step = gridStep(this);
    for (int number = 0; number < m_model->columnCount(); ++number) {
        const SampleColumn& column = m_model->column(number);
        const int title = fontMetrics().horizontalAdvance(column.title) + 8 * step;
        int width = std::clamp(title, 18 * step, 34 * step);
        if (column.kind == ColumnKind::Name)
            width = 44 * step;
        else if (column.kind == ColumnKind::Problem)
            width = 80 * step;
        else if (column.kind != ColumnKind::Label && column.kind != ColumnKind::Image)
            width = std::clamp(title, 26 * step, 44 * step);
        m_table->setColumnWidth(number, width);
    }
    stretchNames();
}

void SampleView::stretchNames()
{
    int others = 0;
    int names = -1;
    for (int number = 0; number < m_model->columnCount(); ++number)
        if (m_model->column(number).kind == ColumnKind::Name)
            names = number;
        else
            others += m_table->columnWidth(number);
    if (names >= 0)
        m_table->setColumnWidth(names, std::max(44 * gridStep(this),
                                                m_table->viewport()->width() - others));
}

void SampleView::arrange()
{
    const ContentsPointer contents = m_model->contents();
    if (!contents)
        return;
    m_workspace.jobs().cancel(m_job);
    using Rows = std::vector<std::uint32_t>;
    m_job = m_workspace.jobs().start<Rows>(
        {}, this,
        [contents, query = m_filter->query(), order = m_order](
            const ProgressCallback&, const std::stop_token& stop) -> Result<Rows> {
            auto rows = arrangedRows(*contents, query, order);
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            return rows;
        },
        [this, question = ++m_question](Result<Rows> rows) {
            if (question != m_question)
                return;
            if (rows)
                showRows(std::move(*rows));
            else if (!isCancelled(rows.error()))
                m_filter->setError(rows.error().summary);
        });
}

void SampleView::showRows(std::vector<std::uint32_t> rows)
{
    m_model->setRows(std::move(rows));
    showFront();
    m_filter->setCount(m_model->rowCount(),
                       static_cast<qint64>(m_model->contents()->samples.size()));
    const int kept = m_current.isValid() ? m_model->rowOf(m_current) : -1;
    makeCurrent(std::max(0, kept));
    if (kept >= 0)
        restorePlace();
    m_keptPlace.reset();
    m_thumbnailTimer.start();
}

void SampleView::keepPlace()
{
    if (!m_keptPlace)
        m_keptPlace = frontView()->verticalScrollBar()->value();
}

void SampleView::restorePlace()
{
    if (!m_keptPlace)
        return;
    QAbstractItemView* const view = frontView();
    view->doItemsLayout(); // The bar's range is that of the new rows only then.
    view->verticalScrollBar()->setValue(*m_keptPlace);
}

void SampleView::makeCurrent(int row)
{
    if (row >= m_model->rowCount()) {
        Q_EMIT currentChanged(std::nullopt);
        return;
    }
    QAbstractItemView* const view = frontView();
    const QModelIndex index = m_model->index(row, 1);
    view->setCurrentIndex(index);
    view->scrollTo(index);
}

QAbstractItemView* SampleView::frontView() const
{
    if (isGallery())
        return m_gallery;
    return m_table;
}

void SampleView::showFront()
{
    const ContentsPointer& contents = m_model->contents();
    const bool nothing = contents && !contents->samples.empty() && m_model->rowCount() == 0;
    m_stack->setCurrentWidget(nothing ? m_nothing : frontView());
}

void SampleView::showGallery(bool gallery)
{
    const bool focused = frontView()->hasFocus();
    m_toggle->setChecked(gallery);
    m_isGallery = gallery;
    showFront();
    if (focused)
        frontView()->setFocus();
    if (m_current.isValid())
        makeCurrent(std::max(0, m_model->rowOf(m_current)));
    m_thumbnailTimer.start();
}

bool SampleView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_thumbnailTimer.start();
    if (event->type() == QEvent::Resize && watched == m_table->viewport())
        stretchNames();
    return QWidget::eventFilter(watched, event);
}

std::pair<int, int> SampleView::visibleRows() const
{
    const int last = m_model->rowCount() - 1;
    if (!isGallery()) {
        const int height = m_table->viewport()->height();
        const int from = m_table->rowAt(0);
        const int to = m_table->rowAt(height - 1);
        return {std::max(0, from), to >= 0 ? to : last};
    }
    const QSize grid = m_gallery->gridSize();
    const QSize size = m_gallery->viewport()->size();
    const int columns = std::max(1, size.width() / grid.width());
    const int top = m_gallery->verticalScrollBar()->value() / grid.height();
    const int lines = size.height() / grid.height() + 2;
    return {std::min(last, top * columns), std::min(last, (top + lines) * columns)};
}

void SampleView::askForThumbnails()
{
    if (!m_model->contents() || m_model->rowCount() == 0 || !isVisible())
        return;
    const auto [from, to] = visibleRows();
    std::vector<SampleId> wanted;
    const auto add = [&](int first, int last) {
        for (int row = std::max(0, first); row <= std::min(last, m_model->rowCount() - 1); ++row)
            wanted.push_back(m_model->sampleId(row));
    };
    const int screen = to - from + 1;
    add(from, to);
    add(to + 1, to + screen);
    add(from - screen, from - 1);
    m_workspace.thumbnails().setWanted(m_model->contents()->dataset.id, wanted);
}

} // namespace labelwright
