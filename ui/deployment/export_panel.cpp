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

#include <array>

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

/// What the list offers, in its order.
struct ExportForm
{
    ExportFormat format;
    const char* ending; ///< Empty: a folder.
};
constexpr std::array exportForms{ExportForm{ExportFormat::Bundle, ""},
                                 ExportForm{ExportFormat::Bundle, ".zip"},
                                 ExportForm{ExportFormat::Onnx, ".onnx"},
                                 ExportForm{ExportFormat::TorchScript, ".pt"},
                                 ExportForm{ExportFormat::Triton, ""}};

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
    setMuted(addText(card, tr("Writes the model as ONNX or TorchScript, which other programs run "
                              "without Labelwright. What is written is run on images of the "
                              "dataset and held against this application; an export that differs "
                              "is refused.")));
    auto* const row = new QHBoxLayout;
    auto* const label = new QLabel(tr("&Form:"), card);
    m_form = new QComboBox(card);
    m_form->setObjectName(QStringLiteral("exportForm"));
    m_form->addItems({tr("Bundle: folder with models, examples and sample images"),
                      tr("Bundle as one archive (.zip)"), tr("ONNX file (.onnx)"),
                      tr("TorchScript file (.pt)"), tr("Triton model repository (folder)")});
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

QString ExportPanel::askPath(int form)
{
    const QString ending = QLatin1String(exportForms[static_cast<std::size_t>(form)].ending);
    const QStringList titles{tr("Name the folder of the export"), tr("Export the model as an archive"),
                             tr("Export the model as a file"), tr("Export the model as a file"),
                             tr("Choose or name the model repository")};
    const QStringList filters{{}, tr("Zip archives (*.zip)"), tr("ONNX model (*.onnx)"),
                              tr("TorchScript model (*.pt)"), {}};
    const bool isRepository = exportForms[static_cast<std::size_t>(form)].format == ExportFormat::Triton;
    const QString name = isRepository ? QStringLiteral("models")
                                      : fileNameFor(m_deployment.name) + ending;
    const QString path = m_context.dialogs.saveFile(
        this, {titles.at(form), filters.at(form), QDir::home().filePath(name)});
    const bool lacksEnding = !path.isEmpty() && !path.endsWith(ending, Qt::CaseInsensitive);
    return lacksEnding ? path + ending : path;
}

void ExportPanel::exportModel()
{
    const int form = m_form->currentIndex();
    ExportTarget target{askPath(form), exportForms[static_cast<std::size_t>(form)].format};
    if (target.path.isEmpty())
        return;
    // A repository takes further models and versions beside those it has.
    if (QFileInfo::exists(target.path) && target.format != ExportFormat::Triton) {
        const ConfirmQuestion question{
            tr("Replace an export"),
            tr("%1 exists. Replace it?").arg(QDir::toNativeSeparators(target.path)), tr("Replace")};
        if (!m_context.dialogs.confirm(this, question))
            return;
        target.overwrite = Overwrite::Yes;
    }
    startExport(target);
}

void ExportPanel::startExport(const ExportTarget& target)
{
    setBusy(true);
    m_context.workspace.run<ExportReport>(
        tr("Exporting %1").arg(m_deployment.name), this,
        [deployment = m_deployment, target](
            Project& project, const ProgressCallback& progress, std::stop_token stop) {
            return exportDeployment(project, deployment, target, progress, std::move(stop));
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
    QStringList lines{tr("Verified: what was written was run on %n images.", nullptr,
                         static_cast<int>(report.images))};
    for (const ModelProof& proof : report.models)
        lines.append(tr("%1, run by %2. Largest difference of two scores: %3. Changed decisions: %4 "
                        "of %5.")
                         .arg(proof.file, proof.runtime,
                              QLocale().toString(proof.maxDifference, 'g', 2),
                              QLocale().toString(static_cast<qulonglong>(proof.changedDecisions)),
                              QLocale().toString(static_cast<qulonglong>(proof.decisions))));
    lines.append(tr("%1, %2").arg(QDir::toNativeSeparators(report.path),
                                  QLocale().formattedDataSize(report.bytes)));
    m_result->setText(lines.join(u'\n'));
    m_result->setVisible(true);
    m_openFolder->setVisible(true);
}

} // namespace labelwright
