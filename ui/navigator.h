#pragma once

#include "core/base/ids.h"
#include "core/project/checkpoints.h"

#include <QObject>
#include <QString>

namespace labelwright {

/// The steps of the sidebar, in their order.
enum class Step { Datasets, Labeling, Modeling, Evaluation, Deployment };

/// How one view asks for another. Owned by the main window, which answers.
class Navigator : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void show(Step step) { Q_EMIT stepRequested(step); }
    /// Opens the import page on a zip, folder, CSV file or image.
    void importFile(const QString& path) { Q_EMIT importRequested(path); }
    /// Draws the sample dataset into the open project.
    void importSample() { Q_EMIT sampleRequested(); }
    /// Opens the experiment wizard; an invalid feature set means all labels.
    void newExperiment(DatasetId dataset, FeatureSetId featureSet)
    {
        Q_EMIT wizardRequested(dataset, featureSet);
    }
    /// Trains what is advised for a dataset, without questions.
    void trainAtOnce(DatasetId dataset) { Q_EMIT trainingRequested(dataset); }
    /// Shows an experiment in Modeling or Evaluation.
    void showExperiment(Step step, ExperimentId experiment)
    {
        Q_EMIT experimentRequested(step, experiment);
    }
    /// Opens "Create deployment" on a checkpoint.
    void newDeployment(ExperimentId experiment, CheckpointKind kind)
    {
        Q_EMIT deploymentRequested(experiment, kind);
    }

Q_SIGNALS:
    void stepRequested(labelwright::Step step);
    void importRequested(const QString& path);
    void sampleRequested();
    void wizardRequested(labelwright::DatasetId dataset, labelwright::FeatureSetId featureSet);
    void trainingRequested(labelwright::DatasetId dataset);
    void experimentRequested(labelwright::Step step, labelwright::ExperimentId experiment);
    void deploymentRequested(labelwright::ExperimentId experiment,
                             labelwright::CheckpointKind kind);
};

} // namespace labelwright
