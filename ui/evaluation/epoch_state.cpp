#include "ui/evaluation/epoch_state.h"

#include "core/project/run_history.h"
#include "ui/evaluation/run_curves.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace labelwright {

struct EpochState::Made
{
    int epoch = 0;
    int label = 0;
    std::vector<ConfusionCounts> counts;
    std::shared_ptr<const LabelInspection> inspection;
};

namespace {

/// Figures that the report has, with average precision over all epochs up to it.
LabelRow rowOf(const std::vector<EpochReport>& epochs, const EpochReport& report, std::size_t label,
               const QString& name, const ConfusionCounts& counts)
{
    LabelRow row;
    row.name = name;
    row.support = counts.positives();
    if (label < report.labels.size()) {
        row.averagePrecision = report.labels[label].averagePrecision;
        row.rocAuc = report.labels[label].rocAuc;
    }
    for (const EpochReport& epoch : epochs)
        if (epoch.epoch <= report.epoch && label < epoch.labels.size())
            row.history.push_back(epoch.labels[label].averagePrecision.value_or(
                std::numeric_limits<double>::quiet_NaN()));
    if (counts.positives() == 0)
        row.reason = EpochState::tr("No known positives in validation");
    else if (counts.negatives() == 0)
        row.reason = EpochState::tr("No known negatives in validation");
    setCounts(row, counts);
    return row;
}

} // namespace

EpochState::EpochState(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

EpochState::~EpochState() = default;

void EpochState::clear()
{
    ++m_generation;
    ++m_loads;
    m_making = false;
    m_again = false;
    m_experiment.reset();
    m_epochs.clear();
    m_validation.reset();
    m_scores.reset();
    m_scoresEpoch = 0;
    m_wanted.reset();
    m_epoch = 0;
    m_label = 0;
    m_rows.clear();
    m_counts.clear();
    m_inspection.reset();
    Q_EMIT changed();
}

void EpochState::setExperiment(const Experiment& experiment, std::vector<EpochReport> epochs)
{
    if (m_experiment && m_experiment->id == experiment.id)
        return;
    clear();
    m_experiment = experiment;
    m_epochs = std::move(epochs);
    loadRows();
}

void EpochState::loadRows()
{
    using Rows = std::shared_ptr<const ValidationRows>;
    m_workspace.run<Rows>(
        {}, this,
        [experiment = *m_experiment](Project& project, const ProgressCallback&,
                                     const std::stop_token&) -> Result<Rows> {
            auto rows = validationRows(project, experiment);
            if (!rows)
                return failureOf(rows);
            return std::make_shared<const ValidationRows>(*std::move(rows));
        },
        [this, id = m_experiment->id](const Result<Rows>& rows) {
            if (!m_experiment || m_experiment->id != id)
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            m_validation = *rows;
            if (m_scores)
                make();
            else if (!m_epochs.empty())
                loadScores(m_wanted.value_or(lastEpoch()));
        });
}

int EpochState::lastEpoch() const
{
    return m_epochs.empty() ? 0 : m_epochs.back().epoch;
}

void EpochState::addEpoch(const EpochReport& report)
{
    labelwright::addEpoch(m_epochs, report);
    if (m_wanted && *m_wanted < report.epoch) {
        Q_EMIT changed();
        return;
    }
    m_wanted.reset();
    ++m_loads;
    if (report.validationScores.empty())
        return;
    m_scores = std::make_shared<const std::vector<float>>(report.validationScores);
    m_scoresEpoch = report.epoch;
    make();
}

void EpochState::showEpoch(std::optional<int> epoch)
{
    m_wanted = epoch;
    const int shown = epoch.value_or(lastEpoch());
    if (shown > 0 && shown != m_scoresEpoch) {
        loadScores(shown);
        return;
    }
    ++m_loads; // Whatever is being read was asked for before.
    if (shown > 0 && shown != m_epoch)
        make();
    Q_EMIT changed();
}

void EpochState::loadScores(int epoch)
{
    using Scores = std::vector<float>;
    const int load = ++m_loads;
    m_workspace.run<Scores>(
        {}, this,
        [id = m_experiment->id, epoch](Project& project, const ProgressCallback&,
                                       const std::stop_token&) {
            return epochValidationScores(project, id, epoch);
        },
        [this, epoch, load](Result<Scores> scores) {
            if (load != m_loads)
                return;
            if (!scores) {
                Q_EMIT failed(scores.error());
                return;
            }
            m_scores = std::make_shared<const Scores>(*std::move(scores));
            m_scoresEpoch = epoch;
            make();
        });
}

void EpochState::make()
{
    if (!m_validation || !m_scores || m_scores->size() != m_validation->truth.size()
        || m_scores->empty())
        return;
    // One at a time, then the latest: were each result dropped for the next epoch's, a fast run
    // would show none.
    m_again = m_making;
    if (std::exchange(m_making, true))
        return;
    const int generation = m_generation;
    m_workspace.jobs().start<Made>(
        {}, this,
        [rows = m_validation, scores = m_scores, epoch = m_scoresEpoch,
         label = m_label](const ProgressCallback&, const std::stop_token&) -> Result<Made> {
            const auto labels = static_cast<std::size_t>(rows->labels.size());
            const std::vector<float> thresholds(labels, 0.5F);
            return Made{epoch, label, countsPerLabel(*scores, rows->truth, thresholds),
                        std::make_shared<const LabelInspection>(
                            inspectLabel(*scores, rows->truth, labels,
                                         static_cast<std::size_t>(label)))};
        },
        [this, generation](const Result<Made>& made) {
            if (generation != m_generation)
                return;
            m_making = false;
            if (made && made->label == m_label)
                adopt(*made);
            if (m_again)
                make();
        });
}

void EpochState::adopt(const Made& made)
{
    const auto report = std::find_if(m_epochs.begin(), m_epochs.end(),
                                     [&](const EpochReport& e) { return e.epoch == made.epoch; });
    if (report == m_epochs.end())
        return;
    m_epoch = made.epoch;
    m_counts = made.counts;
    m_inspection = made.inspection;
    m_rows.clear();
    for (std::size_t label = 0; label < m_counts.size(); ++label)
        m_rows.push_back(rowOf(m_epochs, *report, label,
                               m_validation->labels.at(static_cast<qsizetype>(label)),
                               m_counts[label]));
    Q_EMIT changed();
}

void EpochState::selectLabel(int label)
{
    if (label < 0 || label == m_label)
        return;
    m_label = label;
    make();
}

std::optional<ConfusionCounts> EpochState::counts() const
{
    if (!m_inspection)
        return std::nullopt;
    return m_counts[m_inspection->label];
}

} // namespace labelwright
