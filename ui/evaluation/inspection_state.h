#pragma once

#include "core/session/decision_job.h"
#include "core/session/evaluation_job.h"
#include "core/session/inspection.h"
#include "core/session/workspace.h"
#include "ui/evaluation/inspection_subject.h"

#include <QObject>

#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

enum class GoalScope { ThisLabel, AllLabels };

/// An evaluation under inspection: one label in front, thresholds that can be moved. All widgets of
/// the inspection read it and hear of every change by its signals, so that they move together.
class InspectionState : public QObject
{
    Q_OBJECT

public:
    explicit InspectionState(Workspace& workspace, QObject* parent = nullptr);
    ~InspectionState() override;

    /// Evaluates in the background. The label in front stays where the labels are the same.
    void load(const InspectionSubject& subject);
    void clear();
    /// Takes an evaluation made elsewhere. `uncalibrated`: samples × labels, or empty; `names`: of
    /// the samples, or empty.
    void show(Evaluation evaluation, std::vector<float> uncalibrated = {},
              std::vector<QString> names = {});
    [[nodiscard]] bool isLoading() const { return m_loading != 0; }
    /// The job that evaluates; 0 when none does.
    [[nodiscard]] JobId loading() const { return m_loading; }

    /// Nothing before the first evaluation.
    [[nodiscard]] std::shared_ptr<const Evaluation> evaluation() const { return m_evaluation; }
    [[nodiscard]] const DecisionSet& decisions() const { return m_decisions; }
    /// Of a row of the evaluation; empty where it is not known.
    [[nodiscard]] QString sampleName(std::size_t row) const;

    void selectLabel(int label);
    [[nodiscard]] int label() const { return m_label; }
    [[nodiscard]] QString labelName() const;
    /// The label in front; nothing while it is being made.
    [[nodiscard]] const LabelInspection* inspection() const { return m_inspection.get(); }

    /// As moved last, stored or not.
    [[nodiscard]] float threshold() const;
    [[nodiscard]] float threshold(int label) const;
    [[nodiscard]] ConfusionCounts counts() const;
    [[nodiscard]] const std::vector<ConfusionCounts>& allCounts() const { return m_counts; }
    /// The threshold that stood when the label came to the front or a goal was applied.
    [[nodiscard]] std::optional<float> reference() const { return m_reference; }

    /// Moves the threshold of the label in front without storing it.
    void moveThreshold(double threshold);
    /// The same, and keeps it.
    void storeThreshold(double threshold);
    /// A move that may prove to be half of a double click begins; there was none after all.
    void beginMove();
    void forgetMove() { m_beforeMove.reset(); }
    /// Back to the threshold at the latest `beginMove`, if there was one.
    void undoMove();
    /// Back to the best F1 on validation.
    void resetThreshold();
    void applyGoal(const ThresholdGoal& goal, GoalScope scope);

    void setField(std::optional<MatrixField> field);
    [[nodiscard]] std::optional<MatrixField> field() const { return m_field; }

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded();
    /// `load` failed or was cancelled; the evaluation shown before, if any, stays.
    void notLoaded();
    void failed(const labelwright::Error& error);
    /// Another label is in front; `inspection` is nothing until it is made and this comes again.
    void labelChanged();
    void thresholdMoved();
    /// Thresholds of any label, or their notes, are others.
    void decisionsChanged();
    void fieldChanged();

private:
    struct Loaded;
    struct Decided
    {
        DecisionSet set;
        std::vector<ConfusionCounts> counts;
        std::optional<Error> error; ///< The edit failed; this is what is stored.
    };
    /// A change of the set of the checkpoint that was in sight when it was asked for.
    struct Edit
    {
        std::shared_ptr<const Evaluation> evaluation;
        QString label;                   ///< Empty: all.
        std::optional<double> threshold; ///< By hand; nothing: by the goal.
        ThresholdGoal goal;
        [[nodiscard]] CheckpointId checkpoint() const { return evaluation->model.checkpoint.id; }
    };

    void keepShown();
    void inspect();
    static Result<DecisionSet> apply(const Edit& edit, Project& project,
                                     const ProgressCallback& progress, std::stop_token stop);
    static Result<Decided> decided(const Edit& edit, Project& project,
                                   const ProgressCallback& progress, std::stop_token stop);
    void keepThreshold();
    void decide(Edit edit);
    void decideNext();
    void finishEdit(const Edit& edit, Result<Decided> decided);
    [[nodiscard]] bool isEditing(CheckpointId checkpoint) const;
    void adoptDecisions(Decided decided);
    void reloadDecisions(CheckpointId checkpoint);

    Workspace& m_workspace;
    InspectionSubject m_subject;
    JobId m_loading = 0;
    bool m_stale = false; ///< Decisions were changed while loading.
    int m_loads = 0; ///< Counts calls of `load`; only the latest's result is taken.
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const std::vector<float>> m_uncalibrated;
    std::vector<QString> m_names; ///< Of the evaluation's rows.
    std::shared_ptr<const LabelInspection> m_inspection;
    DecisionSet m_decisions;
    std::vector<float> m_thresholds;
    std::vector<ConfusionCounts> m_counts;
    std::optional<float> m_reference;
    std::optional<float> m_beforeMove;
    std::optional<MatrixField> m_field;
    int m_label = -1;
    std::deque<Edit> m_waiting; ///< Done one after another, also after `clear`.
    std::optional<Edit> m_editing;
    JobId m_editJob = 0;
    std::future<void> m_edited; ///< Ready once m_editing is stored, or never will be.
};

} // namespace labelwright
