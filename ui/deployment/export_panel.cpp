#include "ui/deployment/export_panel.h"

#include "core/session/deployment_export.h"
#include "core/session/workspace.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QFrame* makeCard(QWidget* parent)
{
    auto* const card = new QFrame(parent);
    setCard(card);
    auto* const layout = new QVBoxLayout(card);
    const int step = gridStep(card);
    layout->setContentsMargins(4 * step, 3 * step, 4 * step, 4 * step);
    layout->setSpacing(2 * step);
    return card;
}

QLabel* addText(QWidget* card, const QString& text)
{
    auto* const label = new QLabel(text, card);
    label->setWordWrap(true);
    card->layout()->addWidget(label);
    return label;
}

/// A name for a file: without what file systems refuse.
QString fileNameFor(const QString& name)
{
    QString safe = name;
    for (const QChar letter : QStringLiteral("/\\:*?\"<>|"))
        safe.replace(letter, u'-');
    return safe;
}

} // namespace

ExportPanel::ExportPanel(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("exportPanel"));
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 3 * step, 0, 0);
    layout->setSpacing(3 * step);
    layout->addWidget(makeExportCard());
    layout->addStretch();
}

QWidget* ExportPanel::makeExportCard()
{
    QFrame* const card = makeCard(this);
    setHeading(addText(card, tr("Export the model")), 3);
    setMuted(addText(card, tr("Writes a TorchScript model that other programs run without "
                              "Labelwright. What is written is run on images of the dataset and "
                              "held against this application; an export that differs is "
                              "refused.")));
    auto* const row = new QHBoxLayout;
    auto* const label = new QLabel(tr("&Form:"), card);
    m_form = new QComboBox(card);
    m_form->setObjectName(QStringLiteral("exportForm"));
    m_form->addItem(tr("Folder with an example in Python and sample images"));
    m_form->addItem(tr("One file (.pt)"));
    label->setBuddy(m_form);
    m_export = new QPushButton(icon(QStringLiteral("export")), tr("Export model…"), card);
    m_export->setObjectName(QStringLiteral("exportModel"));
    row->setSpacing(2 * gridStep(this));
    row->addWidget(label);
    row->addWidget(m_form);
    row->addWidget(m_export);
    row->addStretch();
    static_cast<QVBoxLayout*>(card->layout())->addLayout(row);
    m_result = addText(card, {});
    m_result->setTextFormat(Qt::PlainText);
    m_result->setObjectName(QStringLiteral("exportResult"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->setAccessibleName(tr("Result of the export"));
    m_openFolder = new QPushButton(icon(QStringLiteral("folder")), tr("Open folder"), card);
    card->layout()->addWidget(m_openFolder);
    card->layout()->setAlignment(m_openFolder, Qt::AlignLeft);
    m_result->setVisible(false);
    m_openFolder->setVisible(false);
    connect(m_export, &QPushButton::clicked, this, &ExportPanel::exportModel);
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        const QFileInfo info(m_exported);
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(info.isDir() ? m_exported : info.absolutePath()));
    });
    return card;
}

void ExportPanel::setDeployment(const Deployment& deployment)
{
    const bool other = deployment.id != m_deployment.id;
    m_deployment = deployment;
    if (!other)
        return;
    m_result->setVisible(false);
    m_openFolder->setVisible(false);
    setBusy(false);
}

void ExportPanel::exportModel()
{
    const bool asFile = m_form->currentIndex() == 1;
    const QString name = fileNameFor(m_deployment.name) + (asFile ? QStringLiteral(".pt") : QString());
    QString path = m_context.dialogs.saveFile(
        this, {asFile ? tr("Export the model as a file") : tr("Name the folder of the export"),
               asFile ? tr("TorchScript model (*.pt)") : QString(), QDir::home().filePath(name)});
    if (path.isEmpty())
        return;
    if (asFile && QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pt");
    if (!QFileInfo::exists(path)) {
        startExport(path, Overwrite::No);
        return;
    }
    const ConfirmQuestion question{tr("Replace an export"),
                                   tr("%1 exists. Replace it?").arg(QDir::toNativeSeparators(path)),
                                   tr("Replace")};
    if (m_context.dialogs.confirm(this, question))
        startExport(path, Overwrite::Yes);
}

void ExportPanel::startExport(const QString& path, Overwrite overwrite)
{
    setBusy(true);
    m_context.workspace.run<ExportReport>(
        tr("Exporting %1").arg(m_deployment.name), this,
        [deployment = m_deployment, path, overwrite](
            Project& project, const ProgressCallback& progress, std::stop_token stop) {
            return exportDeployment(project, deployment, path, overwrite, progress, std::move(stop));
        },
        [this, id = m_deployment.id](const Result<ExportReport>& report) {
            if (id == m_deployment.id)
                setBusy(false);
            if (!report && !isCancelled(report.error()))
                Q_EMIT failed(report.error());
            else if (report && id == m_deployment.id)
                showReport(*report);
        });
}

void ExportPanel::setBusy(bool busy)
{
    m_export->setEnabled(!busy);
    m_export->setText(busy ? tr("Exporting…") : tr("Export model…"));
}

void ExportPanel::showReport(const ExportReport& report)
{
    m_exported = report.path;
    m_result->setText(
        tr("Verified: the written model was run on %n images.", nullptr,
           static_cast<int>(report.images))
        + u'\n'
        + tr("Largest difference of two scores: %1").arg(QLocale().toString(report.maxDifference, 'g', 2))
        + u'\n'
        + tr("Changed decisions: %1 of %2")
              .arg(QLocale().toString(static_cast<qulonglong>(report.changedDecisions)),
                   QLocale().toString(static_cast<qulonglong>(report.decisions)))
        + u'\n'
        + tr("%1, %2").arg(QDir::toNativeSeparators(report.path),
                           QLocale().formattedDataSize(report.bytes)));
    m_result->setVisible(true);
    m_openFolder->setVisible(true);
}

} // namespace labelwright
