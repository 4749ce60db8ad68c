#pragma once

#include "core/nn/trainer.h"
#include "core/session/inspection.h"
#include "core/session/workspace.h"
#include "ui/evaluation/label_table_model.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

/// How the labels stand on validation after an epoch, at threshold 0.5, one label in front: the
/// latest epoch of a run, or an earlier one.
class EpochState : public QObject
{
    Q_OBJECT

public:
    explicit EpochState(Workspace& workspace, QObject* parent = nullptr);
    ~EpochState() override;

    /// `epochs`: those reported so far, in order.
    void setExperiment(const Experiment& experiment, std::vector<EpochReport> epochs);
    void clear();
    /// A new epoch, with its validation scores; shown unless an earlier one is looked at.
    void addEpoch(const EpochReport& report);

    /// Nothing: the latest, and each that comes.
    void showEpoch(std::optional<int> epoch);
    [[nodiscard]] int epoch() const { return m_epoch; }
    [[nodiscard]] int lastEpoch() const;
    [[nodiscard]] bool followsLatest() const { return !m_wanted.has_value(); }

    void selectLabel(int label);
    [[nodiscard]] int label() const { return m_label; }

    /// The table as of the epoch shown; empty before the first.
    [[nodiscard]] const std::vector<LabelRow>& rows() const { return m_rows; }
    [[nodiscard]] const LabelInspection* inspection() const { return m_inspection.get(); }
    /// Counts of the label in front; nothing before the first epoch.
    [[nodiscard]] std::optional<ConfusionCounts> counts() const;

Q_SIGNALS:
    /// Another epoch or label is shown.
    void changed();
    void failed(const labelwright::Error& error);

private:
    struct Made;

    void loadRows();
    void loadScores(int epoch);
    void make();
    void adopt(const Made& made);

    Workspace& m_workspace;
    std::optional<Experiment> m_experiment;
    std::vector<EpochReport> m_epochs; ///< Without scores.
    std::shared_ptr<const ValidationRows> m_validation;
    std::shared_ptr<const std::vector<float>> m_scores; ///< Of m_scoresEpoch.
    int m_scoresEpoch = 0;
    std::optional<int> m_wanted;
    int m_epoch = 0;
    int m_label = 0;
    int m_generation = 0; ///< Of the experiment; results of older ones are dropped.
    int m_loads = 0;      ///< Counts reads of scores; only the latest's result is taken.
    bool m_making = false;
    bool m_again = false; ///< Something came while figures were being made.
    std::vector<LabelRow> m_rows;
    std::vector<ConfusionCounts> m_counts;
    std::shared_ptr<const LabelInspection> m_inspection;
};

} // namespace labelwright
