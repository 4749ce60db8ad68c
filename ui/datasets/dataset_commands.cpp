#include "ui/datasets/dataset_commands.h"

#include "core/dataset/sample_dataset.h"
#include "core/session/check_job.h"
#include "core/session/dataset_export_job.h"
#include "core/session/thumbnails.h"
#include "ui/datasets/dataset_words.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

/// "landscapes", with a number where that is taken.
Result<QString> freeName(const Project& project, const QString& name)
{
    const auto known = datasets(project);
    if (!known)
        return failureOf(known);
    QString free = name;
    const auto isTaken = [&] {
        return std::any_of(known->begin(), known->end(),
                           [&](const Dataset& dataset) { return dataset.name == free; });
    };
    for (int number = 2; isTaken(); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

/// Draws the landscapes in the project's cache: a stopped import must find them there again.
Result<ImportSummary> drawSample(Project& project, const ProgressCallback& progress,
                                 const std::stop_token& stop)
{
    const auto name = freeName(project, QStringLiteral("landscapes"));
    if (!name)
        return failureOf(name);
    const QDir folder(project.cacheFolder());
    folder.mkpath(QStringLiteral("samples"));
    const QString path = folder.filePath(QStringLiteral("samples/%1.zip").arg(*name));
    if (const auto drawn = writeSampleDataset(path, {}, progress, stop); !drawn)
        return failureOf(drawn);
    ImportRequest request;
    request.path = path;
    request.dataset = *name;
    auto summary = importDataset(project, request, progress, stop);
    if (summary)
        QFile::remove(path);
    return summary;
}

QString importedText(const ImportSummary& summary)
{
    const auto labels = summary.labels.size();
    QString text = DatasetCommands::tr("%1 came into “%2”, with %3.")
                       .arg(imagesInWords(summary.added), summary.name,
                            labels == 1 ? DatasetCommands::tr("1 label")
                                        : DatasetCommands::tr("%1 labels").arg(labels));
    if (!summary.alreadyThere.isEmpty())
        text += DatasetCommands::tr(" %1 were there already.")
                    .arg(imagesInWords(summary.alreadyThere.size()));
    const auto rejects = static_cast<qint64>(summary.plan.rejects.size());
    if (rejects > 0)
        text += DatasetCommands::tr(" %1 rows or images cannot be used.")
                    .arg(QLocale().toString(rejects));
    return text;
}

} // namespace

DatasetCommands::DatasetCommands(const UiContext& context, StepPage& page)
    : QObject(&page), m_context(context), m_page(page)
{}

template <class T>
JobId DatasetCommands::run(const QString& title, Workspace::Work<T> work,
                           std::function<void(const T&)> done)
{
    return m_context.workspace.run<T>(
        title, this, std::move(work), [this, done = std::move(done)](const Result<T>& result) {
            m_context.workspace.thumbnails().forgetLocations();
            m_context.workspace.tellDatasetsChanged();
            if (result)
                done(*result);
            else
                fail(result.error());
        });
}

void DatasetCommands::fail(const Error& error)
{
    if (isCancelled(error))
        m_page.messages().show(MessageKind::Info,
                               tr("Stopped. What was done until then stays; “Check again” in a "
                                  "dataset's menu goes on."));
    else
        m_page.showError(error);
}

bool DatasetCommands::isImporting() const
{
    return m_context.workspace.jobs().isRunning(m_importJob);
}

std::optional<JobStatus> DatasetCommands::importStatus() const
{
    for (const JobStatus& job : m_context.workspace.jobs().running())
        if (job.id == m_importJob)
            return job;
    return std::nullopt;
}

void DatasetCommands::cancelImport()
{
    m_context.workspace.jobs().cancel(m_importJob);
}

void DatasetCommands::import(const ImportRequest& request)
{
    m_importJob = run<ImportSummary>(
        tr("Importing %1").arg(QFileInfo(request.path).fileName()),
        [request](Project& project, const ProgressCallback& progress, const std::stop_token& stop) {
            return importDataset(project, request, progress, stop);
        },
        [this](const ImportSummary& summary) { showImported(summary); });
    Q_EMIT importStarted();
}

void DatasetCommands::importSample()
{
    m_importJob = run<ImportSummary>(
        tr("Preparing the sample"), drawSample,
        [this](const ImportSummary& summary) { showSample(summary); });
    Q_EMIT importStarted();
}

void DatasetCommands::showImported(const ImportSummary& summary)
{
    if (summary.plan.rejects.empty())
        m_page.messages().show(MessageKind::Success, importedText(summary));
    else
        offerRejects(summary, importedText(summary));
    Q_EMIT imported(summary.dataset);
}

void DatasetCommands::offerRejects(const ImportSummary& summary, const QString& sentence)
{
    m_page.messages().showAction(
        MessageKind::Warning, sentence, tr("Save rejects…"), [this, summary] {
            const QString path = m_context.dialogs.saveFile(
                &m_page, {tr("Save the rejected rows"), tr("CSV files (*.csv)"),
                          summary.name + QStringLiteral(" rejects.csv")});
            if (!path.isEmpty() && m_page.accept(saveRejects(summary.plan, path)))
                m_page.messages().show(MessageKind::Success,
                                       tr("The rejected rows are in %1.").arg(path));
        });
}

void DatasetCommands::showSample(const ImportSummary& summary)
{
    m_page.messages().showAction(
        MessageKind::Success,
        tr("%1 are ready: drawn landscapes with %2 labels.")
            .arg(imagesInWords(summary.added))
            .arg(summary.labels.size()),
        tr("Train a model now"), [this, dataset = summary.dataset] {
            m_context.navigator.trainAtOnce(dataset);
        });
    Q_EMIT imported(summary.dataset);
}

void DatasetCommands::rename(const Dataset& dataset)
{
    const QString name =
        m_context.dialogs.askText(&m_page, tr("New name of the dataset"), dataset.name);
    if (name.isEmpty() || name == dataset.name)
        return;
    if (m_page.accept(renameDataset(m_context.workspace.project(), dataset.id, name)))
        m_context.workspace.tellDatasetsChanged();
}

void DatasetCommands::remove(const Dataset& dataset)
{
    const ConfirmQuestion question{
        tr("Delete “%1”?").arg(dataset.name),
        tr("Its labels, answers and subsets go, and with them the %1 that were copied into the "
           "project. This cannot be taken back.")
            .arg(imagesInWords(dataset.samples)),
        tr("Delete")};
    if (!m_context.dialogs.confirm(&m_page, question))
        return;
    run<bool>(
        tr("Deleting %1").arg(dataset.name),
        [id = dataset.id](Project& project, const ProgressCallback&,
                          const std::stop_token&) -> Result<bool> {
            if (const auto deleted = deleteDataset(project, id); !deleted)
                return failureOf(deleted);
            return true;
        },
        [this, name = dataset.name](const bool&) {
            m_page.messages().show(MessageKind::Info, tr("“%1” is deleted.").arg(name));
        });
}

void DatasetCommands::exportZip(const Dataset& dataset)
{
    const QString path = m_context.dialogs.saveFile(
        &m_page, {tr("Export as a zip with index.csv"), tr("Zip archives (*.zip)"),
                  dataset.name + QStringLiteral(".zip")});
    if (path.isEmpty())
        return;
    run<DatasetExport>(
        tr("Exporting %1").arg(dataset.name),
        [id = dataset.id, path](Project& project, const ProgressCallback& progress,
                                const std::stop_token& stop) {
            return exportDataset(project, id, path, {}, progress, stop);
        },
        [this, path](const DatasetExport& written) {
            QString text = tr("%1 are in %2.").arg(imagesInWords(written.images), path);
            if (written.leftOut > 0)
                text += tr(" %1 cannot be used and were left out.")
                            .arg(imagesInWords(written.leftOut));
            m_page.messages().show(MessageKind::Success, text);
        });
}

void DatasetCommands::checkAgain(const Dataset& dataset)
{
    m_importJob = run<qint64>(
        tr("Checking %1").arg(dataset.name),
        [id = dataset.id](Project& project, const ProgressCallback& progress,
                          const std::stop_token& stop) -> Result<qint64> {
            const auto mended = recheckDataset(project, id, progress, stop);
            if (!mended)
                return failureOf(mended);
            if (const auto done = finishImport(project, id, std::nullopt, progress, stop); !done)
                return failureOf(done);
            return *mended;
        },
        [this](const qint64& mended) {
            m_page.messages().show(MessageKind::Info,
                                   tr("Checked again: %1 more can be used now.")
                                       .arg(imagesInWords(mended)));
        });
}

void DatasetCommands::split(const Dataset& dataset, const SplitOptions& options, qint64 mayMove)
{
    const ConfirmQuestion question{
        tr("Distribute anew?"),
        tr("Up to %1 may move to another subset. Experiments made before keep the subsets they were "
           "trained with, but a new one can have trained on images that are tested now: compare "
           "them with care.")
            .arg(imagesInWords(mayMove)),
        tr("Distribute anew")};
    if (mayMove > 0 && !m_context.dialogs.confirm(&m_page, question))
        return;
    run<SplitOutcome>(
        tr("Splitting %1").arg(dataset.name),
        [id = dataset.id, options](Project& project, const ProgressCallback&,
                                   const std::stop_token&) {
            return splitDataset(project, id, options);
        },
        [this](const SplitOutcome& outcome) {
            QString text = tr("%1 were assigned, %2 moved.")
                               .arg(imagesInWords(outcome.assigned),
                                    QLocale().toString(outcome.moved));
            if (outcome.unmatched > 0)
                text += tr(" %1 meet no rule and stay as they were.")
                            .arg(imagesInWords(outcome.unmatched));
            m_page.messages().show(MessageKind::Success, text);
        });
}

void DatasetCommands::addFeatureSet(const Dataset& dataset, const QString& name,
                                    std::vector<LabelId> labels)
{
    const auto added =
        labelwright::addFeatureSet(m_context.workspace.project(), dataset.id, name, labels);
    if (!m_page.accept(added))
        return;
    Q_EMIT featureSetAdded(*added);
    m_context.workspace.tellDatasetsChanged();
}

void DatasetCommands::removeFeatureSet(const FeatureSet& featureSet)
{
    const ConfirmQuestion question{
        tr("Delete “%1”?").arg(featureSet.name),
        tr("Experiments that were made with this feature set keep their labels."), tr("Delete")};
    if (!m_context.dialogs.confirm(&m_page, question))
        return;
    if (m_page.accept(deleteFeatureSet(m_context.workspace.project(), featureSet.id)))
        m_context.workspace.tellDatasetsChanged();
}

} // namespace labelwright
