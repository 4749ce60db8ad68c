#include "ui/deployment/api_calls_card.h"

#include "core/project/datasets.h"
#include "core/project/deployment_access.h"
#include "core/session/call_import.h"
#include "core/session/deployment_host.h"
#include "core/session/endpoint_host.h"
#include "core/session/thumbnails.h"
#include "core/session/workspace.h"
#include "ui/deployment/api_parts.h"
#include "ui/deployment/request_delegate.h"
#include "ui/deployment/request_images.h"
#include "ui/deployment/request_log_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace labelwright {

ApiCallsCard::ApiCallsCard(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_calls(new RequestLogModel(context.workspace.endpoint().log(), this))
    , m_images(new RequestImages(context.workspace.endpoint().log(), this))
{
    setObjectName(QStringLiteral("apiCalls"));
    layOutApiCard(this, tr("Calls"));
    makeLog();
    makeImages();
    connect(&context.workspace.endpoint().log(), &EndpointLog::changed, this,
            &ApiCallsCard::showCounts);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ApiCallsCard::showCounts);
    showCounts();
}

void ApiCallsCard::makeLog()
{
    const int step = gridStep(this);
    addApiHint(this, tr("All calls of the service, newest first. The file access.log in the "
                        "project's folder holds them too, without contents."));
    m_noCalls = addApiHint(this, tr("Nobody has called yet since the project was opened."));
    m_noCalls->setObjectName(QStringLiteral("apiNoCalls"));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("apiLog"));
    m_table->setAccessibleName(tr("Latest calls of the service"));
    m_table->setModel(m_calls);
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(RequestLogModel::PathColumn, QHeaderView::Stretch);
    // Measuring every row at each call would cost more than showing them.
    const std::pair<int, int> widths[] = {{RequestLogModel::TimeColumn, 22},
                                          {RequestLogModel::CallerColumn, 30},
                                          {RequestLogModel::MethodColumn, 18},
                                          {RequestLogModel::StatusColumn, 48},
                                          {RequestLogModel::DurationColumn, 18}};
    for (const auto& [column, steps] : widths)
        m_table->setColumnWidth(column, steps * step);
    layout()->addWidget(m_table);
}

void ApiCallsCard::makeImages()
{
    const int step = gridStep(this);
    m_keep = new QCheckBox(tr("&Keep images of calls"), this);
    m_keep->setObjectName(QStringLiteral("apiKeep"));
    layout()->addWidget(m_keep);
    layout()->setAlignment(m_keep, Qt::AlignLeft);
    m_hint = addApiHint(this, {});
    m_hint->setObjectName(QStringLiteral("apiKeepHint"));
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("apiImages"));
    m_view->setAccessibleName(tr("Images of calls"));
    m_view->setModel(m_images);
    m_view->setViewMode(QListView::IconMode);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMovement(QListView::Static);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setItemDelegate(new RequestDelegate(m_view));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    layout()->addWidget(m_view);
    m_add = new QPushButton(icon(QStringLiteral("datasets")), tr("Add to dataset…"), this);
    m_add->setObjectName(QStringLiteral("apiAdd"));
    m_forget = new QPushButton(icon(QStringLiteral("delete")), tr("Forget all"), this);
    m_forget->setObjectName(QStringLiteral("apiForget"));
    m_forget->setToolTip(tr("Drop the kept images; nothing else changes"));
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(2 * step);
    buttons->addWidget(m_add);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    connect(m_keep, &QCheckBox::clicked, this, &ApiCallsCard::keepImages);
    connect(m_add, &QPushButton::clicked, this, &ApiCallsCard::addToDataset);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_context.workspace.endpoint().log().forgetImages(m_deployment.id);
    });
}

void ApiCallsCard::setDeployment(const Deployment& deployment)
{
    m_deployment = deployment;
    m_keep->setChecked(deployment.keepsRequests);
    m_images->setDeployment(deployment);
    showCounts();
}

void ApiCallsCard::showCounts()
{
    const bool anyCall = m_calls->rowCount() > 0;
    m_noCalls->setVisible(!anyCall);
    m_table->setVisible(anyCall);
    constexpr int mostRows = 8;
    fitRows(m_table, mostRows);
    const int images = m_images->rowCount();
    m_view->setVisible(images > 0);
    fitImages();
    m_add->setVisible(images > 0);
    m_forget->setVisible(images > 0);
    m_add->setEnabled(m_view->selectionModel()->hasSelection());
    m_add->setToolTip(m_add->isEnabled() ? QString() : tr("Select images first (Ctrl+A: all)"));
    if (images > 0)
        m_hint->setText(tr("Selected images come into the dataset with every label unknown. Kept in "
                           "memory while the project is open, at most %1.").arg(EndpointLog::mostImages));
    else if (m_deployment.keepsRequests)
        m_hint->setText(tr("Images of the next calls will stand here, to be labelled."));
    else
        m_hint->setText(tr("Images that callers send are not kept. Switched on, the newest can be "
                           "seen here and added to the dataset, so that real traffic is labelled."));
}

/// As high as its rows of images, of which it shows two at once.
void ApiCallsCard::fitImages()
{
    const QSize cell = m_view->sizeHintForIndex(m_images->index(0));
    if (!cell.isValid())
        return;
    const int columns = std::max(1, m_view->viewport()->width() / cell.width());
    const int rows = m_images->rowCount() > columns ? 2 : 1;
    m_view->setFixedHeight(rows * cell.height() + 2 * m_view->frameWidth() + gridStep(this));
}

void ApiCallsCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitImages();
}

void ApiCallsCard::keepImages(bool keeps)
{
    const auto stored =
        setDeploymentKeepsRequests(m_context.workspace.project(), m_deployment.id, keeps);
    if (!stored) {
        m_keep->setChecked(m_deployment.keepsRequests);
        Q_EMIT failed(stored.error());
        return;
    }
    m_context.workspace.deployments().tellChanged();
}

std::vector<LoggedImage> ApiCallsCard::chosen() const
{
    QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    std::ranges::sort(selected, std::ranges::greater(), &QModelIndex::row); // Oldest first.
    std::vector<LoggedImage> images;
    for (const QModelIndex& index : selected)
        if (const LoggedImage* const image = m_images->at(index.row()))
            images.push_back(*image);
    return images;
}

void ApiCallsCard::addToDataset()
{
    const Project& project = m_context.workspace.project();
    const auto id = datasetOf(project, m_deployment);
    const auto target = id ? dataset(project, *id) : Result<Dataset>(failureOf(id));
    if (!target) {
        Q_EMIT failed(target.error());
        return;
    }
    std::vector<LoggedImage> images = chosen();
    const ConfirmQuestion question{
        tr("Add to the dataset"),
        tr("Add %n images to “%1”? Every label of them is unknown until somebody answers.", nullptr,
           static_cast<int>(images.size()))
            .arg(target->name),
        tr("Add")};
    if (!images.empty() && m_context.dialogs.confirm(this, question))
        startImport(*id, target->name, std::move(images));
}

void ApiCallsCard::startImport(DatasetId id, const QString& name, std::vector<LoggedImage> images)
{
    m_add->setEnabled(false);
    m_context.workspace.run<ImportSummary>(
        tr("Adding images to %1").arg(name), this,
        [id, images = std::move(images)](Project& project, const ProgressCallback& progress,
                                         std::stop_token stop) {
            return importCalls(project, id, images, progress, std::move(stop));
        },
        [this](const Result<ImportSummary>& summary) { tellImported(summary); });
}

void ApiCallsCard::tellImported(const Result<ImportSummary>& summary)
{
    m_context.workspace.thumbnails().forgetLocations();
    m_context.workspace.tellDatasetsChanged();
    showCounts();
    if (!summary) {
        Q_EMIT failed(summary.error());
        return;
    }
    QString sentence = tr("%n images came into “%1”; label them in Labeling.", nullptr,
                          static_cast<int>(summary->added))
                           .arg(summary->name);
    if (!summary->alreadyThere.isEmpty())
        sentence += u' ' + tr("%n were there already.", nullptr,
                              static_cast<int>(summary->alreadyThere.size()));
    Q_EMIT told(sentence);
}

} // namespace labelwright
