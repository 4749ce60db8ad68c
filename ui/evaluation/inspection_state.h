#pragma once

#include "core/session/decision_job.h"
#include "core/session/evaluation_job.h"
#include "core/session/inspection.h"
#include "core/session/workspace.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

/// What is evaluated.
struct InspectionSubject
{
    ExperimentId experiment;
    CheckpointKind kind = CheckpointKind::Best;
    Subset subset = Subset::Validation;
    friend bool operator==(const InspectionSubject&, const InspectionSubject&) = default;
};

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
    /// Takes an evaluation made elsewhere. `uncalibrated`: samples × labels, or empty.
    void show(Evaluation evaluation, std::vector<float> uncalibrated = {});
    [[nodiscard]] bool isLoading() const { return m_loading != 0; }

    /// Nothing before the first evaluation.
    [[nodiscard]] std::shared_ptr<const Evaluation> evaluation() const { return m_evaluation; }
    [[nodiscard]] const DecisionSet& decisions() const { return m_decisions; }

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
    /// Back to the best F1 on validation.
    void resetThreshold();
    void applyGoal(const ThresholdGoal& goal, GoalScope scope);

    void setField(std::optional<MatrixField> field);
    [[nodiscard]] std::optional<MatrixField> field() const { return m_field; }

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded();
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
    };
    using Decide = std::function<Result<DecisionSet>(Project&, CheckpointId,
                                                     const ProgressCallback&, std::stop_token)>;

    void inspect();
    void decide(const Decide& decide);
    void decideNext();
    void adoptDecisions(Decided decided);
    void reloadDecisions(CheckpointId checkpoint);

    Workspace& m_workspace;
    InspectionSubject m_subject;
    JobId m_loading = 0;
    int m_loads = 0; ///< Counts calls of `load`; only the latest's result is taken.
    std::shared_ptr<const Evaluation> m_evaluation;
    std::shared_ptr<const std::vector<float>> m_uncalibrated;
    std::shared_ptr<const LabelInspection> m_inspection;
    DecisionSet m_decisions;
    std::vector<float> m_thresholds;
    std::vector<ConfusionCounts> m_counts;
    std::optional<float> m_reference;
    std::optional<MatrixField> m_field;
    int m_label = -1;
    std::deque<Decide> m_waiting; ///< Edits of the set, one after another.
    bool m_deciding = false;
};

} // namespace labelwright
