#include "ui/datasets/issue_report.h"

#include "ui/datasets/dataset_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

enum IssueRole { KindRole = Qt::UserRole, LineRole };

/// More rows than anyone reads are in the file of rejects.
constexpr auto maxRows = std::size_t{300};

QString summaryOf(const ImportPlan& plan)
{
    const QString come = IssueReport::tr("%1 can come in").arg(
        imagesInWords(static_cast<qint64>(plan.samples.size())));
    if (plan.rejects.empty())
        return come + (plan.issues.empty() ? IssueReport::tr("; no problems found.")
                                           : QStringLiteral("."));
    const auto rejects = static_cast<qint64>(plan.rejects.size());
    const QString out = rejects == 1
                            ? IssueReport::tr("1 row stays out")
                            : IssueReport::tr("%1 rows stay out").arg(QLocale().toString(rejects));
    return come + QStringLiteral(", ") + out + QStringLiteral(".");
}

QString rowText(const Issue& issue, std::size_t place)
{
    const QString name = issue.names.value(static_cast<qsizetype>(place));
    if (place >= issue.rows.size())
        return name;
    const QString line = IssueReport::tr("Row %1").arg(issue.rows[place]);
    return name.isEmpty() ? line : QStringLiteral("%1: %2").arg(line, name);
}

} // namespace

IssueReport::IssueReport(QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_fix(new QPushButton(this))
    , m_save(new QPushButton(icon(QStringLiteral("save")), tr("Save rejects…"), this))
{
    const int step = gridStep(this);
    m_summary->setObjectName(QStringLiteral("importSummary"));
    setHeading(m_summary, 3);
    m_tree->setObjectName(QStringLiteral("issueTree"));
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(30 * step);
    m_fix->setObjectName(QStringLiteral("fixIssue"));
    m_save->setObjectName(QStringLiteral("saveRejects"));
    m_save->setToolTip(tr("The rows that stay out, each with its reason, as a CSV file"));
    auto* const top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_fix);
    top->addWidget(m_save);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    connect(m_save, &QPushButton::clicked, this, &IssueReport::saveRejectsRequested);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        refreshFix();
        if (item != nullptr && item->data(0, LineRole).toLongLong() > 0)
            Q_EMIT lineRequested(item->data(0, LineRole).toLongLong());
    });
    connect(m_fix, &QPushButton::clicked, this, [this] {
        const auto kind = static_cast<IssueKind>(m_fix->property("kind").toInt());
        if (kind == IssueKind::ImageWithoutRow)
            Q_EMIT leaveOutRequested();
        else
            Q_EMIT ignoreSubsetsRequested();
    });
    setPlan(nullptr);
}

void IssueReport::setPlan(const ImportPlan* plan)
{
    m_tree->clear();
    m_summary->setText(plan != nullptr ? summaryOf(*plan) : QString());
    m_save->setVisible(plan != nullptr && !plan->rejects.empty());
    m_tree->setVisible(plan != nullptr && !plan->issues.empty());
    if (plan != nullptr)
        for (const Issue& issue : plan->issues)
            addIssue(issue);
    refreshFix();
    // Without findings one line is enough.
    setMaximumHeight(m_tree->isHidden() ? std::max(m_save->sizeHint().height(),
                                                   m_summary->sizeHint().height())
                                        : QWIDGETSIZE_MAX);
}

void IssueReport::addIssue(const Issue& issue)
{
    auto* const item = new QTreeWidgetItem(m_tree, {issue.text});
    item->setIcon(0, icon(isRejection(issue.kind) ? QStringLiteral("warning")
                                                  : QStringLiteral("info")));
    item->setData(0, KindRole, static_cast<int>(issue.kind));
    const std::size_t known =
        std::max(issue.rows.size(), static_cast<std::size_t>(issue.names.size()));
    const std::size_t shown = std::min(known, maxRows);
    for (std::size_t place = 0; place < shown; ++place) {
        auto* const row = new QTreeWidgetItem(item, {rowText(issue, place)});
        row->setData(0, KindRole, static_cast<int>(issue.kind));
        if (place < issue.rows.size())
            row->setData(0, LineRole, issue.rows[place]);
    }
    if (known > shown)
        new QTreeWidgetItem(item, {tr("… and %1 more").arg(issue.count
                                                           - static_cast<qint64>(shown))});
}

void IssueReport::refreshFix()
{
    const QTreeWidgetItem* const item = m_tree->currentItem();
    const int kind = item != nullptr ? item->data(0, KindRole).toInt() : -1;
    m_fix->setProperty("kind", kind);
    m_fix->setVisible(kind == static_cast<int>(IssueKind::ImageWithoutRow)
                      || kind == static_cast<int>(IssueKind::UnknownSubset));
    m_fix->setText(kind == static_cast<int>(IssueKind::ImageWithoutRow)
                       ? tr("Leave these images out")
                       : tr("Ignore the subset column"));
}

} // namespace labelwright
