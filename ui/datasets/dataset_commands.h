#pragma once

#include "core/project/feature_sets.h"
#include "core/session/import_job.h"
#include "core/session/workspace.h"
#include "ui/datasets/dataset_contents.h"
#include "ui/step_page.h"

#include <QObject>

#include <functional>
#include <optional>

namespace labelwright {

/// What the datasets view can do to datasets: each long one as a job in the status line, its end in
/// the page's message bar. Tells the workspace when datasets changed.
class DatasetCommands : public QObject
{
    Q_OBJECT

public:
    DatasetCommands(const UiContext& context, StepPage& page);

    void import(const ImportRequest& request);
    /// Draws the landscapes and imports them under a free name.
    void importSample();
    void rename(const Dataset& dataset);
    void remove(const Dataset& dataset);
    void exportZip(const Dataset& dataset);
    /// Checks images with problems, and those still to check, once more.
    void checkAgain(const Dataset& dataset);
    /// Asks first when images could move.
    void split(const Dataset& dataset, const SplitOptions& options, qint64 mayMove);
    void addFeatureSet(const Dataset& dataset, const QString& name, std::vector<LabelId> labels);
    void removeFeatureSet(const FeatureSet& featureSet);

    /// True while an import or a check is going on.
    [[nodiscard]] bool isImporting() const;
    /// How far that is.
    [[nodiscard]] std::optional<JobStatus> importStatus() const;
    void cancelImport();

Q_SIGNALS:
    void importStarted();
    void imported(labelwright::DatasetId dataset);
    void featureSetAdded(labelwright::FeatureSetId featureSet);

private:
    template <class T>
    JobId run(const QString& title, Workspace::Work<T> work, std::function<void(const T&)> done);
    void showImported(const ImportSummary& summary);
    void showSample(const ImportSummary& summary);
    void offerRejects(const ImportSummary& summary, const QString& sentence);
    void fail(const Error& error);

    UiContext m_context;
    StepPage& m_page;
    JobId m_importJob = 0;
};

} // namespace labelwright
