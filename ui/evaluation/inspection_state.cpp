#include "ui/evaluation/inspection_state.h"

#include <algorithm>
#include <utility>

namespace labelwright {

struct InspectionState::Loaded
{
    Evaluation evaluation;
    std::vector<float> uncalibrated;
};

InspectionState::InspectionState(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::decisionsChanged, this, &InspectionState::reloadDecisions);
}

InspectionState::~InspectionState() = default;

void InspectionState::load(const InspectionSubject& subject)
{
    if (m_loading != 0)
        m_workspace.jobs().cancel(m_loading);
    m_subject = subject;
    const int number = ++m_loads;
    m_loading = m_workspace.run<Loaded>(
        tr("Evaluating the %1 images").arg(subsetName(subject.subset)), this,
        [subject](Project& project, const ProgressCallback& progress,
                  std::stop_token stop) -> Result<Loaded> {
            auto evaluation = evaluateCheckpoint(project, {subject.experiment, subject.kind},
                                                 subject.subset, TruthFrom::Version, progress,
                                                 std::move(stop));
            if (!evaluation)
                return failureOf(evaluation);
            auto uncalibrated = calibratedScores(evaluation->table.logits, {},
                                                 evaluation->figures.labels.size());
            return Loaded{*std::move(evaluation), std::move(uncalibrated)};
        },
        [this, number](Result<Loaded> loaded) {
            if (number != m_loads)
                return;
            m_loading = 0;
            Q_EMIT loadingChanged(false);
            if (loaded)
                show(std::move(loaded->evaluation), std::move(loaded->uncalibrated));
            else if (!isCancelled(loaded.error()))
                Q_EMIT failed(loaded.error());
        });
    Q_EMIT loadingChanged(true);
}

void InspectionState::clear()
{
    if (m_loading != 0)
        m_workspace.jobs().cancel(m_loading);
    m_loading = 0;
    ++m_loads;
    m_subject = {};
    m_evaluation.reset();
    m_inspection.reset();
    m_label = -1;
    m_field.reset();
    m_thresholds.clear();
    m_counts.clear();
    Q_EMIT loadingChanged(false);
    Q_EMIT loaded();
    Q_EMIT labelChanged();
}

void InspectionState::show(Evaluation evaluation, std::vector<float> uncalibrated)
{
    const QString front = labelName();
    m_evaluation = std::make_shared<const Evaluation>(std::move(evaluation));
    m_uncalibrated = std::make_shared<const std::vector<float>>(std::move(uncalibrated));
    m_decisions = m_evaluation->model.decisions;
    m_thresholds = thresholdsOf(m_decisions);
    m_counts.clear();
    for (const LabelEvaluation& label : m_evaluation->figures.labels)
        m_counts.push_back(label.counts);
    m_label = -1;
    m_inspection.reset();
    Q_EMIT loaded();
    const auto again = static_cast<int>(m_evaluation->model.labels.indexOf(front));
    selectLabel(std::max(0, again));
}

QString InspectionState::labelName() const
{
    return m_evaluation && m_label >= 0 ? m_evaluation->model.labels.at(m_label) : QString();
}

void InspectionState::selectLabel(int label)
{
    if (!m_evaluation || label < 0 || label >= static_cast<int>(m_thresholds.size())
        || label == m_label)
        return;
    m_label = label;
    m_inspection.reset();
    m_reference = threshold();
    inspect();
    Q_EMIT labelChanged();
}

void InspectionState::inspect()
{
    using Made = std::shared_ptr<const LabelInspection>;
    const int label = m_label;
    m_workspace.jobs().start<Made>(
        {}, this,
        [evaluation = m_evaluation, uncalibrated = m_uncalibrated,
         label](const ProgressCallback&, const std::stop_token&) -> Result<Made> {
            return std::make_shared<const LabelInspection>(
                inspectLabel(evaluation->scores, evaluation->truth,
                             evaluation->figures.labels.size(), static_cast<std::size_t>(label),
                             *uncalibrated));
        },
        [this, evaluation = m_evaluation, label](const Result<Made>& made) {
            if (!made || label != m_label || evaluation != m_evaluation)
                return;
            m_inspection = *made;
            Q_EMIT labelChanged();
            Q_EMIT thresholdMoved();
        });
}

float InspectionState::threshold() const
{
    return threshold(m_label);
}

float InspectionState::threshold(int label) const
{
    return label < 0 || label >= static_cast<int>(m_thresholds.size())
               ? defaultThreshold
               : m_thresholds[static_cast<std::size_t>(label)];
}

void InspectionState::setField(std::optional<MatrixField> field)
{
    m_field = field;
    Q_EMIT fieldChanged();
}

ConfusionCounts InspectionState::counts() const
{
    return m_label < 0 ? ConfusionCounts() : m_counts[static_cast<std::size_t>(m_label)];
}

void InspectionState::moveThreshold(double threshold)
{
    if (!m_inspection)
        return;
    const auto label = static_cast<std::size_t>(m_label);
    m_thresholds[label] = static_cast<float>(std::clamp(threshold, 0.0, 1.0));
    m_counts[label] = m_inspection->sorted.at(m_thresholds[label]);
    Q_EMIT thresholdMoved();
}

void InspectionState::storeThreshold(double threshold)
{
    if (!m_inspection)
        return;
    moveThreshold(threshold);
    decide([name = labelName(), value = static_cast<double>(this->threshold())](
               Project& project, CheckpointId checkpoint, const ProgressCallback&,
               const std::stop_token&) { return setThreshold(project, checkpoint, name, value); });
}

void InspectionState::resetThreshold()
{
    applyGoal({}, GoalScope::ThisLabel);
}

void InspectionState::applyGoal(const ThresholdGoal& goal, GoalScope scope)
{
    if (!m_evaluation)
        return;
    m_reference = threshold();
    decide([goal, name = scope == GoalScope::ThisLabel ? labelName() : QString()](
               Project& project, CheckpointId checkpoint, const ProgressCallback& progress,
               std::stop_token stop) {
        return fitThresholds(project, checkpoint, goal, name, progress, std::move(stop));
    });
}

void InspectionState::decide(const Decide& decide)
{
    m_waiting.push_back(decide);
    if (!m_deciding)
        decideNext();
}

void InspectionState::decideNext()
{
    m_deciding = !m_waiting.empty() && m_evaluation != nullptr;
    if (!m_deciding) {
        m_waiting.clear();
        return;
    }
    const Decide decide = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_workspace.run<Decided>(
        {}, this,
        [decide, evaluation = m_evaluation](Project& project, const ProgressCallback& progress,
                                            std::stop_token stop) -> Result<Decided> {
            auto set = decide(project, evaluation->model.checkpoint.id, progress, std::move(stop));
            if (!set)
                return failureOf(set);
            auto counts = countsPerLabel(evaluation->scores, evaluation->truth, thresholdsOf(*set));
            return Decided{*std::move(set), std::move(counts)};
        },
        [this, evaluation = m_evaluation](Result<Decided> decided) {
            const bool isLast = m_waiting.empty();
            decideNext();
            if (!decided)
                Q_EMIT failed(decided.error());
            else if (isLast && evaluation == m_evaluation)
                adoptDecisions(*std::move(decided));
            if (decided)
                m_workspace.tellDecisionsChanged(evaluation->model.checkpoint.id);
        });
}

void InspectionState::adoptDecisions(Decided decided)
{
    m_decisions = std::move(decided.set);
    m_thresholds = thresholdsOf(m_decisions);
    m_counts = std::move(decided.counts);
    Q_EMIT decisionsChanged();
    Q_EMIT thresholdMoved();
}

void InspectionState::reloadDecisions(CheckpointId checkpoint)
{
    if (!m_evaluation || m_deciding || checkpoint != m_evaluation->model.checkpoint.id)
        return;
    const auto stored = labelwright::decisions(m_workspace.project(), checkpoint);
    if (stored && !(*stored == m_decisions))
        load(m_subject);
}

} // namespace labelwright
