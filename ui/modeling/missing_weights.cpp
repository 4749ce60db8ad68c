#include "ui/modeling/missing_weights.h"

#include "core/model/backbone_facts.h"
#include "core/nn/backbone_store.h"
#include "core/session/backbone_download.h"
#include "core/session/user_folders.h"
#include "core/session/workspace.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/modeling_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

/// torchvision's address, unless a mirror is set.
BackboneAddress downloadAddress()
{
    BackboneAddress address;
    address.url = QSettings().value(QStringLiteral("backbones/address")).toString();
    return address;
}

/// A file named for another backbone would be added without helping.
Result<QString> addFileOf(const QString& name, const QString& file)
{
    const QString other = backboneOfFileName(file.section(u'/', -1));
    if (!other.isEmpty() && other != name)
        return failure(ModelingWords::tr("The file holds the weights of %1, not of %2; choose the "
                                         "file whose name begins with \"%2\".")
                           .arg(other, name));
    return addBackbone(file, userBackboneFolder());
}

} // namespace

bool hasBackboneWeights(const QString& name)
{
    return std::ranges::any_of(findBackbones(backboneFolders()),
                               [&](const BackboneWeights& found) { return found.name == name; });
}

MissingWeights::MissingWeights(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_download(new QPushButton(icon(QStringLiteral("download")), tr("Download"), this))
    , m_choose(new QPushButton(icon(QStringLiteral("folder")), tr("Choose file…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    const int step = gridStep(this);
    setCard(this);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("missingWeightsText"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the download"));
    m_download->setObjectName(QStringLiteral("downloadWeights"));
    m_choose->setObjectName(QStringLiteral("chooseWeights"));
    m_choose->setToolTip(tr("Use a weights file that you have: a .pth or .safetensors of torchvision"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    layout->setSpacing(2 * step);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(2 * step);
    buttons->addWidget(m_download);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_download, &QPushButton::clicked, this, &MissingWeights::download);
    connect(m_choose, &QPushButton::clicked, this, &MissingWeights::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { m_context.workspace.jobs().cancel(m_job); });
    connect(&m_context.workspace.jobs(), &JobRunner::changed, this, &MissingWeights::showProgress);
    setVisible(false);
}

void MissingWeights::setBackbone(const QString& name)
{
    if (name != m_name)
        m_problem.clear();
    m_name = name;
    refresh();
}

void MissingWeights::refresh()
{
    const BackboneFacts* const facts = backboneFacts(m_name);
    const bool isMissing = facts != nullptr && !hasBackboneWeights(m_name);
    setVisible(isMissing);
    if (!isMissing)
        return;
    const bool isBusy = m_job != 0;
    m_text->setText(!m_problem.isEmpty()
                        ? m_problem
                        : tr("The weights of %1 are not on this machine (%2 to download, once).")
                              .arg(facts->title, bytesInWords(facts->downloadBytes)));
    m_download->setVisible(!isBusy);
    m_choose->setVisible(!isBusy);
    m_cancel->setVisible(isBusy);
    m_bar->setVisible(isBusy);
}

void MissingWeights::download()
{
    if (m_job != 0 || m_name.isEmpty())
        return;
    m_problem.clear();
    m_jobName = m_name;
    m_bar->setRange(0, 0);
    m_job = m_context.workspace.jobs().start<QString>(
        tr("Downloading %1").arg(m_name), this,
        [name = m_name, address = downloadAddress()](const ProgressCallback& progress,
                                                     std::stop_token stop) {
            return downloadBackbone(name, address, userBackboneFolder(), progress, stop);
        },
        [this, name = m_name](const Result<QString>& path) { finish(name, path); });
    refresh();
}

void MissingWeights::chooseFile()
{
    const QString file = m_context.dialogs.openFile(
        this, {tr("Weights of %1").arg(m_name),
               tr("Weights (*.pth *.safetensors);;All files (*)"), {}});
    if (file.isEmpty() || m_job != 0)
        return;
    m_problem.clear();
    m_jobName = m_name;
    m_bar->setRange(0, 0);
    m_job = m_context.workspace.jobs().start<QString>(
        tr("Checking the weights of %1").arg(m_name), this,
        [name = m_name, file](const ProgressCallback&, std::stop_token) {
            return addFileOf(name, file);
        },
        [this, name = m_name](const Result<QString>& path) { finish(name, path); });
    refresh();
}

void MissingWeights::finish(const QString& name, const Result<QString>& path)
{
    m_job = 0;
    if (!path && !isCancelled(path.error())) {
        m_problem = path.error().summary;
        Q_EMIT failed(path.error());
    }
    refresh();
    if (path)
        Q_EMIT arrived(name);
}

void MissingWeights::showProgress()
{
    for (const JobStatus& status : m_context.workspace.jobs().running()) {
        if (status.id != m_job || status.progress.total <= 0)
            continue;
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(1000 * status.progress.done / status.progress.total));
    }
}

} // namespace labelwright
