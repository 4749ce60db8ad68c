#include "ui/datasets/split_dialog.h"

#include "core/session/workspace.h"
#include "ui/datasets/condition_row.h"
#include "ui/datasets/dataset_words.h"
#include "ui/datasets/split_form.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace labelwright {

namespace {

/// Usable images that a filter leaves, and how many of them are in a subset.
struct Usage
{
    qint64 used = 0;
    qint64 placed = 0;
};

Usage usageOf(const DatasetContents& contents, const std::optional<SubsetCondition>& filter)
{
    const QuerySubject subject = subjectOf(contents);
    const qsizetype column = filter ? subject.columns.indexOf(filter->column) : -1;
    Usage usage;
    for (std::size_t row = 0; row < contents.samples.size(); ++row) {
        const Sample& sample = contents.samples[row];
        if (sample.check == CheckState::Problem)
            continue;
        const bool known = !filter || column >= 0 || filter->column == QStringLiteral("name");
        const QString cell = column >= 0 ? subject.cell(row, column) : sample.name;
        if (filter && (!known || !isFulfilled(*filter, cell)))
            continue;
        ++usage.used;
        usage.placed += contents.snapshot.subsets[row] ? 1 : 0;
    }
    return usage;
}

qint64 usableImages(const DatasetContents& contents)
{
    return contents.dataset.samples - contents.dataset.problems;
}

} // namespace

SplitDialog::SplitDialog(Workspace& workspace, const ContentsPointer& contents, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_contents(contents)
    , m_columns(contents->fields.columns
                + QStringList{QStringLiteral("name"), QStringLiteral("group")})
    , m_steps(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_error(new QLabel(this))
    , m_form(new SplitForm(m_columns, this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("splitDialog"));
    setWindowTitle(tr("New subset split"));
    const int step = gridStep(this);
    setMinimumSize(150 * step, 110 * step);
    setHeading(m_title, 2);
    m_error->setObjectName(QStringLiteral("splitError"));
    m_error->setWordWrap(true);
    setMuted(m_error);
    m_back->setObjectName(QStringLiteral("splitBack"));
    m_next->setObjectName(QStringLiteral("splitNext"));
    setPrimary(m_next);
    m_next->setDefault(true);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    m_steps->addWidget(makeFilterStep());
    m_steps->addWidget(m_form);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_error, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step);
    layout->setSpacing(3 * step);
    layout->addWidget(m_title);
    layout->addWidget(m_steps, 1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(0); });
    connect(m_next, &QPushButton::clicked, this, &SplitDialog::goOn);
    connect(m_form, &SplitForm::changed, this, [this] { showStep(m_steps->currentIndex()); });
    showStep(0);
    countUsage();
}

QWidget* SplitDialog::makeFilterStep()
{
    const int step = gridStep(this);
    auto* const part = new QWidget(this);
    m_all = new QRadioButton(tr("All images"), part);
    m_all->setChecked(true);
    m_some = new QRadioButton(tr("Only images for which"), part);
    m_some->setObjectName(QStringLiteral("filterSome"));
    m_condition = new ConditionRow(m_columns, tr("Filter"), part);
    m_condition->setObjectName(QStringLiteral("filterCondition"));
    m_condition->setEnabled(false);
    m_usage = new QLabel(part);
    m_usage->setObjectName(QStringLiteral("dataUsage"));
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(6 * step, 0, 0, 0);
    row->addWidget(m_condition);
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(m_all);
    layout->addWidget(m_some);
    layout->addLayout(row);
    layout->addSpacing(2 * step);
    layout->addWidget(m_usage);
    layout->addStretch();
    connect(m_some, &QRadioButton::toggled, m_condition, &QWidget::setEnabled);
    connect(m_some, &QRadioButton::toggled, this, &SplitDialog::countUsage);
    connect(m_condition, &ConditionRow::changed, this, &SplitDialog::countUsage);
    return part;
}

std::optional<SubsetCondition> SplitDialog::filter() const
{
    return m_some->isChecked() ? std::optional(m_condition->condition()) : std::nullopt;
}

void SplitDialog::countUsage()
{
    m_workspace.jobs().cancel(m_job);
    m_job = m_workspace.jobs().start<Usage>(
        {}, this,
        [contents = m_contents, condition = filter()](
            const ProgressCallback&, const std::stop_token&) -> Result<Usage> {
            return usageOf(*contents, condition);
        },
        [this, asked = filter()](const Result<Usage>& usage) {
            if (!usage || asked != filter())
                return;
            m_used = usage->used;
            m_placed = usage->placed;
            m_usage->setText(tr("Data usage: %1 of %2 (%3)")
                                 .arg(m_used)
                                 .arg(imagesInWords(usableImages(*m_contents)),
                                      percentInWords(m_used, usableImages(*m_contents))));
            m_form->setCounts(m_used, m_placed);
        });
}

void SplitDialog::showStep(int step)
{
    m_steps->setCurrentIndex(step);
    const bool last = step == 1;
    m_title->setText(last ? tr("2 of 2: how they are split") : tr("1 of 2: which images take part"));
    m_back->setEnabled(last);
    m_next->setText(last ? tr("Split") : tr("Next"));
    const QString problem = last ? m_form->problem() : QString();
    m_error->setText(problem);
    m_next->setEnabled(problem.isEmpty() && m_used > 0);
}

void SplitDialog::goOn()
{
    if (m_steps->currentIndex() == 0)
        showStep(1);
    else
        accept();
}

SplitOptions SplitDialog::options() const
{
    SplitOptions options = m_form->options();
    options.filter = filter();
    return options;
}

qint64 SplitDialog::mayMove() const
{
    return options().resplit == Resplit::Yes ? m_placed : 0;
}

} // namespace labelwright
