#pragma once

#include "ui/deployment/deployable.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace labelwright {

/// Asks which checkpoint of which experiment becomes a deployment, and its name; shows the
/// thresholds it will carry. Opened by `open`, answered by `accepted`.
class CreateDeploymentDialog : public QDialog
{
    Q_OBJECT

public:
    /// `deployables` is not empty. An invalid experiment, or one that is not among them, means the
    /// newest.
    CreateDeploymentDialog(const Project& project, std::vector<Deployable> deployables,
                           ExperimentId experiment, CheckpointKind kind,
                           QWidget* parent = nullptr);

    [[nodiscard]] CheckpointId checkpoint() const;
    [[nodiscard]] QString name() const;

    /// Reads the checkpoints again: a run replaces them while the dialog is open. Experiment, kind of
    /// checkpoint and name stay.
    void reload();
    /// Reads the thresholds again: one that was typed just before may be stored only now.
    void showThresholds();

private:
    void build();
    void nameAfterExperiment();
    void fillExperiments(ExperimentId wanted);
    void fillCheckpoints(CheckpointKind wanted);
    [[nodiscard]] const Checkpoint& chosenCheckpoint() const;
    [[nodiscard]] const Deployable& chosen() const;

    const Project& m_project;
    std::vector<Deployable> m_deployables;
    QComboBox* m_experiment;
    QComboBox* m_checkpoint;
    QLineEdit* m_name;
    QLabel* m_source;
    QTableWidget* m_thresholds;
    QPushButton* m_create = nullptr;
};

} // namespace labelwright
