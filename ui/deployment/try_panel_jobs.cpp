// What TryPanel does besides trying single images: why-maps, folders, drag and drop.

#include "core/session/workspace.h"
#include "ui/deployment/picture_view.h"
#include "ui/deployment/score_panel.h"
#include "ui/deployment/try_panel.h"

#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>

namespace labelwright {

void TryPanel::showWhy()
{
    const TriedEntry* const entry = current();
    m_picture->setHeat({});
    if (entry == nullptr)
        return;
    setCaption(entry->image.name);
    if (!m_why->isChecked() || !entry->image.prediction)
        return;
    if (!entry->whyProblem.isEmpty()) {
        m_caption->setText(entry->whyProblem); // A sentence: it wraps.
        return;
    }
    if (entry->whyMaps.empty()) {
        computeWhy(*entry);
        return;
    }
    const auto label = m_scores->selectedLabel();
    if (!label)
        return;
    m_picture->setHeat(entry->whyMaps.at(static_cast<std::size_t>(*label)));
    setCaption(tr("Where “%1” is seen: yellow speaks for it most.")
                   .arg(m_deployment.labels.at(*label)));
}

void TryPanel::computeWhy(const TriedEntry& entry)
{
    if (m_whyRunning == entry.number)
        return;
    m_whyRunning = entry.number;
    m_caption->setText(tr("Looking where labels are seen…"));
    m_context.workspace.jobs().start<std::vector<QImage>>(
        {}, this,
        [model = servedModel(m_deployment), encoded = entry.image.encoded](
            const ProgressCallback&, std::stop_token) { return whyMaps(model, encoded); },
        [this, number = entry.number, id = m_deployment.id](Result<std::vector<QImage>> maps) {
            if (m_whyRunning == number)
                m_whyRunning = 0;
            if (id != m_deployment.id)
                return;
            const QString problem = maps ? QString() : maps.error().summary;
            m_images->setWhyMaps(number, maps ? *std::move(maps) : std::vector<QImage>(), problem);
            showWhy();
        });
}

void TryPanel::predictFolderToTable()
{
    if (!m_service)
        return;
    const QString folder =
        m_context.dialogs.openFolder(this, {tr("Choose a folder of images"), {}, {}});
    if (folder.isEmpty())
        return;
    const QString name = QDir(folder).dirName() + QStringLiteral("-predictions.csv");
    const QString path = m_context.dialogs.saveFile(
        this, {tr("Save the predictions"), tr("CSV table (*.csv)"),
               QDir(QDir(folder).absoluteFilePath(QStringLiteral(".."))).absoluteFilePath(name)});
    if (path.isEmpty())
        return;
    m_context.workspace.jobs().start<FolderPrediction>(
        tr("Predicting %1").arg(QDir(folder).dirName()), this,
        [service = m_service, outputs = m_deployment.outputNames, folder, path](
            const ProgressCallback& progress, std::stop_token stop) {
            return predictFolder(*service, outputs, folder, path, progress, std::move(stop));
        },
        [this](const Result<FolderPrediction>& done) {
            if (!done) {
                if (!isCancelled(done.error()))
                    Q_EMIT failed(done.error());
                return;
            }
            QString sentence = tr("Predicted %n images into %1.", nullptr,
                                  static_cast<int>(done->images))
                                   .arg(QDir::toNativeSeparators(done->csvPath));
            if (done->failed > 0)
                sentence += u' ' + tr("%n of them could not be read; the table says why.", nullptr,
                                      static_cast<int>(done->failed));
            Q_EMIT told(sentence);
        });
}

void TryPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_service || (!event->mimeData()->hasUrls() && !event->mimeData()->hasImage()))
        return;
    event->acceptProposedAction();
    m_picture->setDropTarget(true);
}

void TryPanel::dragLeaveEvent(QDragLeaveEvent*)
{
    m_picture->setDropTarget(false);
}

void TryPanel::dropEvent(QDropEvent* event)
{
    m_picture->setDropTarget(false);
    if (m_service && take(*event->mimeData()))
        event->acceptProposedAction();
}

} // namespace labelwright
