// What InspectionView shows beside what was asked for.

#include "ui/evaluation/inspection_view.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace labelwright {

void InspectionView::offerNewer()
{
    const auto known = m_state->evaluation();
    if (!known || m_state->isLoading() || known->model.experiment.id != m_experiment)
        return m_refresh->hide();
    const Checkpoint& seen = known->model.checkpoint;
    // Ids rise; a checkpoint that replaces another has one of its own.
    m_refresh->setVisible(std::any_of(
        m_checkpoints.begin(), m_checkpoints.end(), [&](const Checkpoint& checkpoint) {
            return checkpoint.kind == seen.kind && checkpoint.id.value > seen.id.value;
        }));
}

void InspectionView::keepShown()
{
    offerNewer();
    const auto shown = m_state->evaluation();
    if (!shown) // Its checkpoint may have been replaced meanwhile.
        return m_refresh->show();
    if (shown->model.experiment.id != m_experiment)
        return;
    const QSignalBlocker quiet(m_subset);
    const QSignalBlocker quietToo(m_checkpoint);
    m_subset->setCurrentIndex(m_subset->findData(static_cast<int>(shown->subset)));
    const int kind = m_checkpoint->findData(static_cast<int>(shown->model.checkpoint.kind));
    m_checkpoint->setCurrentIndex(std::max(0, kind));
}

} // namespace labelwright
