#pragma once

#include "core/project/experiments.h"

#include <QAbstractListModel>

#include <optional>
#include <unordered_map>
#include <vector>

namespace labelwright {

/// Best figures of an experiment's run, on validation.
struct RunFigures
{
    int epochs = 0; ///< Reported when the figures were taken.
    std::optional<double> bestMap;
    std::optional<double> bestLoss;
    int bestEpoch = 0;
};

/// Figures of the epoch that is kept, from all reports of a run.
RunFigures figuresOf(const std::vector<EpochReport>& reports);

/// "Created", "Running" …
QString stateWords(ExperimentState state);
QString stateIcon(ExperimentState state);

/// The project's experiments, newest first.
class ExperimentListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< ExperimentState as a number.
        DetailRole,               ///< "mAP 0.93 · 12 epochs"; may be empty.
        DateRole,                 ///< "24 Nov, 22:10".
    };

    using QAbstractListModel::QAbstractListModel;

    /// Rows that stay keep their place in the view's selection.
    void setExperiments(std::vector<Experiment> experiments);
    /// The same experiment with another network or name.
    void update(const Experiment& experiment);
    void setFigures(ExperimentId id, const RunFigures& figures);
    [[nodiscard]] const RunFigures* figures(ExperimentId id) const;

    [[nodiscard]] const Experiment* at(int row) const;
    /// −1 when it is not there.
    [[nodiscard]] int rowOf(ExperimentId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString detail(const Experiment& experiment) const;

    std::vector<Experiment> m_experiments; ///< Newest first.
    std::unordered_map<ExperimentId, RunFigures> m_figures;
};

} // namespace labelwright
