#include "ui/modeling/missing_weights.h"

#include "core/model/backbone_facts.h"
#include "core/nn/backbone_store.h"
#include "core/session/backbone_download.h"
#include "core/session/backbone_fetcher.h"
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
#include <utility>

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
    connectFetcher();
    setVisible(false);
}

void MissingWeights::connectFetcher()
{
    BackboneFetcher& fetcher = m_context.workspace.backbones();
    connect(m_download, &QPushButton::clicked, this, &MissingWeights::download);
    connect(m_choose, &QPushButton::clicked, this, &MissingWeights::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { m_context.workspace.backbones().cancel(m_name); });
    connect(&m_context.workspace.jobs(), &JobRunner::changed, this, &MissingWeights::showProgress);
    connect(&fetcher, &BackboneFetcher::began, this, &MissingWeights::refresh);
    connect(&fetcher, &BackboneFetcher::failed, this, [this](const QString& name, const Error& error) {
        if (name == m_name && !isCancelled(error))
            m_problem = error.summary;
        refresh();
    });
    connect(&fetcher, &BackboneFetcher::arrived, this, [this](const QString& name) {
        refresh();
        Q_EMIT arrived(name);
    });
}

JobId MissingWeights::job() const
{
    return m_context.workspace.backbones().job(m_name);
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
    const bool isBusy = job() != 0;
    m_text->setText(!m_problem.isEmpty()
                        ? m_problem
                        : tr("The weights of %1 are not on this machine (%2 to download, once).")
                              .arg(facts->title, bytesInWords(facts->downloadBytes)));
    m_download->setVisible(!isBusy);
    m_choose->setVisible(!isBusy);
    m_cancel->setVisible(isBusy);
    m_bar->setVisible(isBusy);
    m_bar->setRange(0, 0);
    showProgress();
}

void MissingWeights::download()
{
    if (m_name.isEmpty())
        return;
    fetch(tr("Downloading %1").arg(m_name),
          [name = m_name, address = downloadAddress()](const ProgressCallback& progress,
                                                       std::stop_token stop) {
              return downloadBackbone(name, address, userBackboneFolder(), progress, stop);
          });
}

void MissingWeights::chooseFile()
{
    const QString file = m_context.dialogs.openFile(
        this, {tr("Weights of %1").arg(m_name),
               tr("Weights (*.pth *.safetensors);;All files (*)"), {}});
    if (file.isEmpty())
        return;
    fetch(tr("Checking the weights of %1").arg(m_name),
          [name = m_name, file](const ProgressCallback&, std::stop_token) {
              return addFileOf(name, file);
          });
}

void MissingWeights::fetch(const QString& title, JobRunner::Work<QString> work)
{
    m_problem.clear();
    m_context.workspace.backbones().start(m_name, title, std::move(work));
}

void MissingWeights::showProgress()
{
    for (const JobStatus& status : m_context.workspace.jobs().running()) {
        if (status.id != job() || status.progress.total <= 0)
            continue;
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(1000 * status.progress.done / status.progress.total));
    }
}

} // namespace labelwright
