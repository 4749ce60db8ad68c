#include "ui/modeling/experiment_list_model.h"

#include "ui/modeling/block_words.h"
#include "ui/modeling/modeling_words.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace labelwright {

namespace {

/// What a never-run experiment would train.
QString networkWords(const ModelSpec& spec)
{
    const BackboneBlock* const backbone = find<BackboneBlock>(spec);
    return backbone != nullptr ? blockHeading(*backbone) : ModelingWords::tr("Small network");
}

} // namespace

RunFigures figuresOf(const std::vector<EpochReport>& reports)
{
    RunFigures figures;
    figures.epochs = static_cast<int>(reports.size());
    for (const EpochReport& report : reports)
        if (report.best) {
            figures.bestMap = report.validationMap;
            figures.bestLoss = report.validationLoss;
            figures.bestEpoch = report.epoch;
        }
    return figures;
}

QString stateWords(ExperimentState state)
{
    switch (state) {
    case ExperimentState::Created: return ModelingWords::tr("Ready to run");
    case ExperimentState::Running: return ModelingWords::tr("Running");
    case ExperimentState::Stopped: return ModelingWords::tr("Stopped");
    case ExperimentState::Finished: return ModelingWords::tr("Finished");
    case ExperimentState::Failed: return ModelingWords::tr("Failed");
    }
    return {};
}

QString stateIcon(ExperimentState state)
{
    switch (state) {
    case ExperimentState::Created: return QStringLiteral("edit");
    case ExperimentState::Running: return QStringLiteral("play");
    case ExperimentState::Stopped: return QStringLiteral("pause");
    case ExperimentState::Finished: return QStringLiteral("check");
    case ExperimentState::Failed: return QStringLiteral("error");
    }
    return {};
}

void ExperimentListModel::setExperiments(std::vector<Experiment> experiments)
{
    std::ranges::reverse(experiments);
    const bool sameRows = std::ranges::equal(experiments, m_experiments, {}, &Experiment::id,
                                             &Experiment::id);
    if (!sameRows)
        beginResetModel();
    m_experiments = std::move(experiments);
    if (!sameRows)
        endResetModel();
    else if (!m_experiments.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ExperimentListModel::update(const Experiment& experiment)
{
    const int row = rowOf(experiment.id);
    if (row < 0)
        return;
    m_experiments[static_cast<std::size_t>(row)] = experiment;
    Q_EMIT dataChanged(index(row), index(row));
}

void ExperimentListModel::setFigures(ExperimentId id, const RunFigures& figures)
{
    m_figures[id] = figures;
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

const RunFigures* ExperimentListModel::figures(ExperimentId id) const
{
    const auto found = m_figures.find(id);
    return found != m_figures.end() ? &found->second : nullptr;
}

const Experiment* ExperimentListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_experiments[static_cast<std::size_t>(row)] : nullptr;
}

int ExperimentListModel::rowOf(ExperimentId id) const
{
    const auto found = std::ranges::find(m_experiments, id, &Experiment::id);
    return found != m_experiments.end() ? static_cast<int>(found - m_experiments.begin()) : -1;
}

int ExperimentListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_experiments.size());
}

QString ExperimentListModel::detail(const Experiment& experiment) const
{
    QStringList parts;
    const RunFigures* const known = figures(experiment.id);
    if (known != nullptr && known->bestMap)
        parts.append(ModelingWords::tr("mAP %1").arg(*known->bestMap, 0, 'f', 3));
    else if (known != nullptr && known->bestLoss)
        parts.append(ModelingWords::tr("loss %1").arg(*known->bestLoss, 0, 'f', 3));
    const int epochs = std::max(experiment.epochs, known != nullptr ? known->epochs : 0);
    if (epochs > 0)
        parts.append(ModelingWords::tr("%n epochs", nullptr, epochs));
    if (parts.isEmpty())
        return networkWords(experiment.spec);
    return parts.join(QStringLiteral(" · "));
}

QVariant ExperimentListModel::data(const QModelIndex& index, int role) const
{
    const Experiment* const experiment = index.isValid() ? at(index.row()) : nullptr;
    if (experiment == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return experiment->name;
    case StateRole: return static_cast<int>(experiment->state);
    case DetailRole: return detail(*experiment);
    case DateRole:
        return QLocale().toString(experiment->created.toLocalTime(), QStringLiteral("d MMM, HH:mm"));
    case Qt::ToolTipRole: return experiment->stateReason;
    case Qt::AccessibleTextRole:
        return QStringList{experiment->name, stateWords(experiment->state), detail(*experiment)}
            .join(QStringLiteral(", "));
    default: return {};
    }
}

} // namespace labelwright
