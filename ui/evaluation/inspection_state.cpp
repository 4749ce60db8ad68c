#include "ui/evaluation/inspection_state.h"

#include "core/project/samples.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace labelwright {

struct InspectionState::Loaded
{
    Evaluation evaluation;
    std::vector<float> uncalibrated;
    std::vector<QString> names;
};

namespace {

/// Of the rows, empty where a sample is gone.
std::vector<QString> namesOf(const Project& project, const Evaluation& evaluation)
{
    std::unordered_map<qint64, QString> known;
    if (const auto all = samples(project, evaluation.model.experiment.dataset))
        for (const Sample& sample : *all)
            known.emplace(sample.id.value, sample.name);
    std::vector<QString> names;
    names.reserve(evaluation.table.samples.size());
    for (const SampleId sample : evaluation.table.samples) {
        const auto found = known.find(sample.value);
        names.push_back(found != known.end() ? found->second : QString());
    }
    return names;
}

/// Fits what a run that was broken off, or ended with its window, left unfitted.
Result<void> fitIfMissing(Project& project, const InspectionSubject& subject,
                          const ProgressCallback& progress, std::stop_token stop)
{
    const auto model = chosenCheckpoint(project, {subject.experiment, subject.kind});
    if (!model)
        return failureOf(model);
    return fitMissingDecisions(project, model->checkpoint.id, progress, std::move(stop));
}

} // namespace

InspectionState::InspectionState(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::decisionsChanged, this, &InspectionState::reloadDecisions);
}

InspectionState::~InspectionState()
{
    if (!m_editing)
        return;
    // Sets are read and written as a whole, so the edit under way comes first. A goal is given up:
    // it may take long; a threshold by hand takes milliseconds and is never lost.
    m_workspace.jobs().cancel(m_editJob);
    m_edited.wait();
    for (const Edit& edit : m_waiting)
        if (edit.threshold && apply(edit, m_workspace.project(), {}, {}))
            m_workspace.tellDecisionsChanged(edit.checkpoint());
}

void InspectionState::load(const InspectionSubject& subject)
{
    if (m_loading != 0)
        m_workspace.jobs().cancel(m_loading);
    m_subject = subject;
    const int number = ++m_loads;
    m_loading = m_workspace.run<Loaded>(
        tr("Evaluating the %1 images").arg(subsetName(subject.subset)), this,
        // A run that goes on fits what it leaves.
        [subject, mayFit = m_workspace.training().running() != subject.experiment](
            Project& project, const ProgressCallback& progress,
            std::stop_token stop) -> Result<Loaded> {
            if (mayFit)
                if (const auto fitted = fitIfMissing(project, subject, progress, stop); !fitted)
                    return failureOf(fitted);
            auto evaluation = evaluateCheckpoint(project, {subject.experiment, subject.kind},
                                                 subject.subset, TruthFrom::Version, progress,
                                                 std::move(stop));
            if (!evaluation)
                return failureOf(evaluation);
            auto uncalibrated = calibratedScores(evaluation->table.logits, {},
                                                 evaluation->figures.labels.size());
            auto names = namesOf(project, *evaluation);
            return Loaded{*std::move(evaluation), std::move(uncalibrated), std::move(names)};
        },
        [this, number](Result<Loaded> loaded) {
            if (number != m_loads)
                return;
            m_loading = 0;
            Q_EMIT loadingChanged(false);
            if (loaded) {
                show(std::move(loaded->evaluation), std::move(loaded->uncalibrated),
                     std::move(loaded->names));
                // An edit may have been stored after the set was read.
                if (std::exchange(m_stale, false))
                    reloadDecisions(m_evaluation->model.checkpoint.id);
            } else {
                keepShown();
                if (!isCancelled(loaded.error()))
                    Q_EMIT failed(loaded.error());
            }
        });
    Q_EMIT loadingChanged(true);
}

void InspectionState::keepShown()
{
    if (m_evaluation)
        m_subject = {m_evaluation->model.experiment.id, m_evaluation->model.checkpoint.kind,
                     m_evaluation->subset};
    Q_EMIT notLoaded();
    if (std::exchange(m_stale, false) && m_evaluation)
        reloadDecisions(m_evaluation->model.checkpoint.id);
}

void InspectionState::clear()
{
    if (m_loading != 0)
        m_workspace.jobs().cancel(m_loading);
    m_loading = 0;
    ++m_loads;
    m_subject = {};
    m_evaluation.reset();
    m_names.clear();
    m_inspection.reset();
    m_beforeMove.reset();
    m_label = -1;
    m_field.reset();
    m_thresholds.clear();
    m_counts.clear();
    Q_EMIT loadingChanged(false);
    Q_EMIT loaded();
    Q_EMIT labelChanged();
}

void InspectionState::show(Evaluation evaluation, std::vector<float> uncalibrated,
                           std::vector<QString> names)
{
    const QString front = labelName();
    m_evaluation = std::make_shared<const Evaluation>(std::move(evaluation));
    m_uncalibrated = std::make_shared<const std::vector<float>>(std::move(uncalibrated));
    m_names = std::move(names);
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

QString InspectionState::sampleName(std::size_t row) const
{
    return row < m_names.size() ? m_names[row] : QString();
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
    m_beforeMove.reset();
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
    keepThreshold();
}

void InspectionState::keepThreshold()
{
    // What is never present counts as 1 when it is set by hand.
    decide({m_evaluation, labelName(), std::min(1.0, static_cast<double>(threshold())), {}});
}

void InspectionState::beginMove()
{
    if (m_inspection)
        m_beforeMove = threshold();
}

void InspectionState::undoMove()
{
    const auto before = std::exchange(m_beforeMove, std::nullopt);
    if (!m_inspection || !before || *before == threshold())
        return;
    const auto label = static_cast<std::size_t>(m_label);
    m_thresholds[label] = *before;
    m_counts[label] = m_inspection->sorted.at(*before);
    Q_EMIT thresholdMoved();
    keepThreshold();
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
    decide({m_evaluation, scope == GoalScope::ThisLabel ? labelName() : QString(), {}, goal});
}

void InspectionState::reloadDecisions(CheckpointId checkpoint)
{
    m_stale = m_stale || isLoading();
    if (!m_evaluation || isLoading() || isEditing(checkpoint)
        || checkpoint != m_evaluation->model.checkpoint.id)
        return;
    const auto stored = labelwright::decisions(m_workspace.project(), checkpoint);
    if (stored && !(*stored == m_decisions))
        load(m_subject);
}

} // namespace labelwright
