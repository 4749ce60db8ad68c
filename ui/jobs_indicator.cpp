#include "ui/jobs_indicator.h"

#include "core/session/workspace.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace labelwright {

JobsIndicator::JobsIndicator(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    setObjectName(QStringLiteral("jobsIndicator"));
    const int step = gridStep(this);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * step, 0, 4 * step, 0);
    layout->setSpacing(2 * step);
    m_text->setAccessibleName(tr("Background work"));
    m_bar->setAccessibleName(tr("Progress of background work"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(45 * step);
    m_cancel->setIcon(icon(QStringLiteral("close")));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel this work"));
    m_cancel->setAccessibleName(tr("Cancel background work"));
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    layout->addStretch();
    connect(m_cancel, &QToolButton::clicked, this, &JobsIndicator::cancelShown);
    refresh();
}

void JobsIndicator::setWorkspace(Workspace* workspace)
{
    m_workspace = workspace;
    if (workspace != nullptr)
        connect(&workspace->jobs(), &JobRunner::changed, this, &JobsIndicator::refresh);
    refresh();
}

void JobsIndicator::refresh()
{
    setVisible(m_workspace != nullptr);
    const auto running = m_workspace != nullptr ? m_workspace->jobs().running()
                                                : std::vector<JobStatus>();
    m_bar->setVisible(!running.empty());
    m_cancel->setVisible(!running.empty());
    if (running.empty()) {
        m_shownJob = 0;
        m_text->setText(m_workspace != nullptr ? tr("All saved") : QString());
        return;
    }
    const JobStatus& job = running.front();
    m_shownJob = job.id;
    const Progress& progress = job.progress;
    QString text = job.title;
    if (!progress.step.isEmpty())
        text += QStringLiteral(" · ") + progress.step;
    if (progress.total > 0)
        text += QStringLiteral(" · %1 / %2")
                    .arg(QLocale().toString(progress.done), QLocale().toString(progress.total));
    if (job.secondsLeft)
        text += QStringLiteral(" · ") + tr("%1 left").arg(durationInWords(*job.secondsLeft));
    if (running.size() > 1)
        text += QStringLiteral(" · ") + tr("%n more", nullptr, static_cast<int>(running.size()) - 1);
    m_text->setText(text);
    m_bar->setMaximum(progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(1000 * progress.done / progress.total));
}

void JobsIndicator::cancelShown()
{
    if (m_workspace != nullptr && m_shownJob != 0)
        m_workspace->jobs().cancel(m_shownJob);
}

QString durationInWords(double seconds)
{
    const auto whole = std::max<qint64>(1, std::llround(std::ceil(seconds)));
    if (whole < 90)
        return QCoreApplication::translate("labelwright", "%1 s").arg(whole);
    const qint64 minutes = (whole + 59) / 60;
    if (minutes < 90)
        return QCoreApplication::translate("labelwright", "%1 min").arg(minutes);
    return QCoreApplication::translate("labelwright", "%1 h %2 min")
        .arg(minutes / 60)
        .arg(minutes % 60);
}

} // namespace labelwright
