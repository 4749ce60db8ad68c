// What InspectionState changes: thresholds by hand and by goals, one after the other.

#include "ui/evaluation/inspection_state.h"

#include <algorithm>
#include <utility>

namespace labelwright {

namespace {

/// A threshold as it counts now: the stored calibration may be newer than the scores on which it
/// was chosen.
double thresholdNow(const Evaluation& seen, const QString& label, double threshold,
                    const Project& project)
{
    const auto now = decisions(project, seen.model.checkpoint.id);
    const auto place = static_cast<std::size_t>(seen.model.labels.indexOf(label));
    if (!now || place >= now->labels.size())
        return threshold;
    return static_cast<double>(
        thresholdUnder(static_cast<float>(threshold),
                       seen.model.decisions.labels[place].calibration,
                       now->labels[place].calibration));
}

} // namespace

void InspectionState::decide(Edit edit)
{
    // The latest threshold of a label stands for those still waiting.
    if (edit.threshold)
        std::erase_if(m_waiting, [&](const Edit& earlier) {
            return earlier.threshold && earlier.label == edit.label
                   && earlier.checkpoint() == edit.checkpoint();
        });
    m_waiting.push_back(std::move(edit));
    if (!m_editing)
        decideNext();
}

Result<DecisionSet> InspectionState::apply(const Edit& edit, Project& project,
                                           const ProgressCallback& progress, std::stop_token stop)
{
    return edit.threshold
               ? setThreshold(project, edit.checkpoint(), edit.label,
                              thresholdNow(*edit.evaluation, edit.label, *edit.threshold, project))
               : fitThresholds(project, edit.checkpoint(), edit.goal, edit.label, progress,
                               std::move(stop));
}

Result<InspectionState::Decided> InspectionState::decided(const Edit& edit, Project& project,
                                                          const ProgressCallback& progress,
                                                          std::stop_token stop)
{
    std::optional<Error> error;
    auto set = apply(edit, project, progress, std::move(stop));
    if (!set) {
        error = set.error();
        set = labelwright::decisions(project, edit.checkpoint());
        if (!set)
            return tl::unexpected<Error>(*error);
    }
    auto counts = countsPerLabel(edit.evaluation->scores, edit.evaluation->truth,
                                 thresholdsOf(*set));
    return Decided{*std::move(set), std::move(counts), std::move(error)};
}

void InspectionState::decideNext()
{
    m_editing.reset();
    if (m_waiting.empty())
        return;
    m_editing = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto end = std::make_shared<std::promise<void>>();
    m_edited = end->get_future();
    m_editJob = m_workspace.run<Decided>(
        {}, this,
        [edit = *m_editing, end](Project& project, const ProgressCallback& progress,
                                 std::stop_token stop) {
            auto result = decided(edit, project, progress, std::move(stop));
            end->set_value();
            return result;
        },
        [this, edit = *m_editing](Result<Decided> made) { finishEdit(edit, std::move(made)); });
}

void InspectionState::finishEdit(const Edit& edit, Result<Decided> decided)
{
    decideNext();
    const auto error = decided ? decided->error : std::optional(decided.error());
    if (error)
        Q_EMIT failed(*error);
    if (decided && edit.evaluation == m_evaluation && !isEditing(edit.checkpoint())) {
        if (calibrationsOf(decided->set) == calibrationsOf(m_decisions))
            adoptDecisions(*std::move(decided));
        else // Its scores are others than those in sight.
            reloadDecisions(edit.checkpoint());
    }
    if (!error)
        m_workspace.tellDecisionsChanged(edit.checkpoint());
}

bool InspectionState::isEditing(CheckpointId checkpoint) const
{
    return (m_editing && m_editing->checkpoint() == checkpoint)
           || std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Edit& edit) {
                  return edit.checkpoint() == checkpoint;
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

} // namespace labelwright
