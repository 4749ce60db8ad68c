#include "ui/datasets/import_page.h"

#include "core/session/workspace.h"
#include "ui/datasets/import_choices.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/datasets/issue_report.h"
#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

/// Named after a folder, or a file without its extension.
QString nameOf(const QString& path)
{
    const QFileInfo info(QFileInfo(path).absoluteFilePath());
    return info.isDir() ? info.fileName() : info.completeBaseName();
}

/// Names the numbers that stand before the rows.
void addCornerTitle(QTableView& table, const QString& title)
{
    auto* const corner = table.findChild<QAbstractButton*>();
    table.setCornerButtonEnabled(false);
    auto* const label = new QLabel(title, corner);
    label->setObjectName(QStringLiteral("rowTitle"));
    auto* const layout = new QVBoxLayout(corner);
    layout->setContentsMargins(gridStep(&table), 0, gridStep(&table), 0);
    layout->addWidget(label);
    table.verticalHeader()->setMinimumWidth(label->sizeHint().width() + 3 * gridStep(&table));
}

QString factsOf(const ImportDraft& draft)
{
    QStringList facts;
    if (draft.plan)
        facts.append(formInWords(draft.plan->form));
    if (!draft.preview.entry.isEmpty())
        facts += {draft.preview.entry,
                  ImportPage::tr("separator: %1").arg(draft.preview.separator),
                  ImportPage::tr("encoding: %1").arg(draft.preview.encoding)};
    return facts.join(QStringLiteral(" · "));
}

} // namespace

ImportPage::ImportPage(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_messages(new MessageBar(this))
    , m_choices(new ImportChoices(this))
    , m_preview(new ImportPreviewModel(this))
    , m_report(new IssueReport(this))
    , m_busy(new QProgressBar(this))
    , m_import(new QPushButton(tr("Import"), this))
{
    setObjectName(QStringLiteral("importPage"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    layout->addWidget(makeHeader());
    layout->addWidget(m_messages);
    layout->addWidget(m_busy);
    layout->addWidget(makeBody(), 1);
    connect(m_choices, &ImportChoices::optionsChanged, this, [this] {
        if (m_choices->optionsProblem().isEmpty())
            plan(m_choices->options());
        else
            showProblem();
    });
    connect(m_choices, &ImportChoices::targetChanged, this, &ImportPage::refreshButtons);
    connect(m_report, &IssueReport::lineRequested, this, &ImportPage::showLine);
    connect(m_report, &IssueReport::saveRejectsRequested, this, &ImportPage::saveRejects);
    connect(m_report, &IssueReport::leaveOutRequested, this, [this] {
        ImportOptions options = m_choices->options();
        options.imagesWithoutRow = ImagesWithoutRow::LeaveOut;
        plan(options);
    });
    connect(m_report, &IssueReport::ignoreSubsetsRequested, this, [this] {
        ImportOptions options = m_choices->options();
        options.subsetColumn.clear();
        plan(options);
    });
}

QWidget* ImportPage::makeHeader()
{
    const int step = gridStep(this);
    auto* const header = new QWidget(this);
    setHeading(m_title, 2);
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_facts->setObjectName(QStringLiteral("importFacts"));
    setMuted(m_facts);
    m_problem->setObjectName(QStringLiteral("importProblem"));
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Reading"));
    auto* const cancel = new QPushButton(tr("Cancel"), header);
    cancel->setObjectName(QStringLiteral("cancelImport"));
    m_import->setObjectName(QStringLiteral("doImport"));
    setPrimary(m_import);
    auto* const words = new QVBoxLayout;
    words->setSpacing(step / 2);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto* const layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addLayout(words);
    layout->addWidget(m_problem, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_import);
    connect(cancel, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT cancelled();
    });
    connect(m_import, &QPushButton::clicked, this, [this] {
        ImportRequest request;
        request.path = m_path;
        request.dataset = m_choices->datasetName();
        request.target = m_choices->target();
        request.keeping = m_choices->keeping();
        request.options = m_choices->options();
        Q_EMIT importRequested(request);
    });
    return header;
}

QWidget* ImportPage::makeBody()
{
    const int step = gridStep(this);
    auto* const choices = new QScrollArea(this);
    choices->setWidgetResizable(true);
    choices->setFocusPolicy(Qt::NoFocus);
    choices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    choices->setWidget(m_choices);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setAccessibleName(tr("First rows"));
    m_table->setModel(m_preview);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setDefaultSectionSize(7 * step);
    addCornerTitle(*m_table, tr("Row"));
    auto* const right = new QSplitter(Qt::Vertical, this);
    right->addWidget(m_table);
    right->addWidget(m_report);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setSizes({90 * step, 60 * step});
    right->setChildrenCollapsible(false);
    auto* const body = new QSplitter(this);
    body->addWidget(choices);
    body->addWidget(right);
    body->setStretchFactor(1, 1);
    body->setSizes({82 * step, 200 * step});
    body->setChildrenCollapsible(false);
    return body;
}

void ImportPage::open(const QString& path, const QStringList& datasets)
{
    close();
    m_path = path;
    m_title->setText(tr("Import %1").arg(QFileInfo(path).fileName()));
    m_choices->start(nameOf(path), datasets);
    plan({});
}

void ImportPage::close()
{
    m_context.workspace.jobs().cancel(m_job);
    m_job = 0;
    m_path.clear();
    m_draft.reset();
    m_messages->clear();
    m_preview->setDraft(nullptr);
    m_report->setPlan(nullptr);
    m_facts->clear();
}

bool ImportPage::isPlanning() const
{
    return m_context.workspace.jobs().isRunning(m_job);
}

void ImportPage::plan(const ImportOptions& options)
{
    m_context.workspace.jobs().cancel(m_job);
    m_job = m_context.workspace.jobs().start<DraftPointer>(
        tr("Looking into %1").arg(QFileInfo(m_path).fileName()), this,
        [path = m_path, options](const ProgressCallback& progress, const std::stop_token& stop) {
            return draftImport(path, options, progress, stop);
        },
        [this, path = m_path](const Result<DraftPointer>& draft) {
            // Not while a newer question is going on: this answer is late then.
            if (draft && !isPlanning() && path == m_path)
                showDraft(*draft);
            else
                refreshButtons();
        });
    refreshButtons();
}

void ImportPage::showDraft(const DraftPointer& draft)
{
    m_draft = draft;
    m_messages->clear();
    m_facts->setText(factsOf(*draft));
    m_preview->setDraft(draft);
    m_choices->setDraft(*draft);
    m_report->setPlan(draft->plan ? &*draft->plan : nullptr);
    layOutPreview();
    if (!draft->plan && offersUnlabelled(draft->error))
        m_messages->showAction(MessageKind::Error, draft->error.summary,
                               tr("Import it unlabelled"), [this] {
                                   ImportOptions options = m_draft->options;
                                   options.labels = LabelSearch::Unlabelled;
                                   options.labelColumns.clear();
                                   options.tagColumn.clear();
                                   plan(options);
                               });
    else if (!draft->plan)
        m_messages->show(MessageKind::Error, draft->error.summary, draft->error.detail);
    refreshButtons();
}

void ImportPage::showProblem()
{
    m_context.workspace.jobs().cancel(m_job);
    m_job = 0;
    refreshButtons();
}

void ImportPage::refreshButtons()
{
    const bool planned = m_draft && m_draft->plan && !isPlanning();
    QString problem = m_choices->nameProblem();
    if (planned && problem.isEmpty())
        problem = m_choices->optionsProblem();
    m_problem->setText(isPlanning() ? tr("Reading …") : problem);
    m_busy->setVisible(isPlanning());
    m_import->setEnabled(planned && problem.isEmpty());
}

void ImportPage::layOutPreview()
{
    const int step = gridStep(this);
    m_table->resizeColumnsToContents(); // Fifty rows at most.
    for (int column = 0; column < m_preview->columnCount(); ++column)
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column) + 2 * step, 16 * step, 70 * step));
}

void ImportPage::showLine(qint64 line)
{
    if (m_preview->rowOfLine(line) >= 0) {
        selectLine(line);
        return;
    }
    m_context.workspace.jobs().start<IndexPreview>(
        {}, this,
        [path = m_path, line](const ProgressCallback&, const std::stop_token&) {
            return previewIndex(path, std::max<qint64>(0, line - previewRows / 2), previewRows);
        },
        [this, line, draft = m_draft](const Result<IndexPreview>& preview) {
            if (!preview || draft != m_draft)
                return;
            m_preview->setRows(*preview);
            selectLine(line);
        });
}

void ImportPage::selectLine(qint64 line)
{
    const int row = m_preview->rowOfLine(line);
    if (row < 0)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_preview->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void ImportPage::saveRejects()
{
    if (!m_draft || !m_draft->plan)
        return;
    const QString path = m_context.dialogs.saveFile(
        this, {tr("Save the rejected rows"), tr("CSV files (*.csv)"),
               QFileInfo(m_path).absolutePath() + u'/' + nameOf(m_path)
                   + tr(" rejects") + QStringLiteral(".csv")});
    if (path.isEmpty())
        return;
    m_context.workspace.jobs().start<qint64>(
        tr("Saving rejects"), this,
        [draft = m_draft, path](const ProgressCallback&, const std::stop_token&) -> Result<qint64> {
            if (const auto saved = labelwright::saveRejects(*draft->plan, path); !saved)
                return failureOf(saved);
            return static_cast<qint64>(draft->plan->rejects.size());
        },
        [this, path](const Result<qint64>& saved) {
            if (saved)
                m_messages->show(MessageKind::Success,
                                 tr("The rejected rows are in %1.").arg(path));
            else
                m_messages->show(MessageKind::Error, saved.error().summary, saved.error().detail);
        });
}

} // namespace labelwright
