#include "core/project/decisions.h"

#include "core/project/experiment_rows.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <cmath>
#include <ranges>

namespace labelwright {

namespace {

Result<std::vector<LabelId>> labelsOf(Database& database, CheckpointId checkpoint)
{
    Statement row(database, "SELECT experiment FROM checkpoints WHERE id = ?1");
    row.with(checkpoint);
    if (!row.next())
        return failure(QStringLiteral("The checkpoint does not exist any more: the run has newer "
                                      "weights; choose the checkpoint again."));
    return experimentLabels(database, row.id<ExperimentId>(0));
}

DecisionSet defaultSet(const std::vector<LabelId>& labels)
{
    DecisionSet set;
    set.calibrationSource = QStringLiteral("none");
    set.thresholdSource = unfittedThresholds;
    for (const LabelId label : labels)
        set.labels.push_back({.label = label, .calibration = {}, .note = {}});
    return set;
}

void readLabels(Database& database, CheckpointId checkpoint, DecisionSet& set)
{
    Statement rows(database, "SELECT label, scale, offset, threshold, attainable, note FROM "
                             "label_decisions WHERE checkpoint = ?1 ORDER BY place");
    rows.with(checkpoint);
    while (rows.next())
        set.labels.push_back({rows.id<LabelId>(0),
                              {static_cast<float>(rows.real(1)), static_cast<float>(rows.real(2))},
                              static_cast<float>(rows.real(3)), rows.integer(4) != 0,
                              rows.text(5)});
}

/// Fails unless the set speaks of these labels in this order, with finite numbers.
Result<void> checkSet(const DecisionSet& set, const std::vector<LabelId>& labels)
{
    if (!std::ranges::equal(set.labels, labels, {}, &LabelDecision::label))
        return failure(QStringLiteral("The thresholds do not fit the experiment's labels; fit them "
                                      "again."));
    for (const LabelDecision& label : set.labels)
        if (!std::isfinite(label.calibration.scale) || !std::isfinite(label.calibration.offset)
            || !(label.threshold >= 0))
            return failure(QStringLiteral("A threshold or a calibration is not a number that can "
                                          "be used; fit them again."));
    return {};
}

void insertSet(Database& database, CheckpointId checkpoint, const DecisionSet& set)
{
    Statement(database, "DELETE FROM decision_sets WHERE checkpoint = ?1").run(checkpoint);
    Statement(database, "INSERT INTO decision_sets (checkpoint, calibration, calibration_source, "
                        "threshold_source) VALUES (?1, ?2, ?3, ?4)")
        .run(checkpoint, static_cast<int>(set.calibration), set.calibrationSource,
             set.thresholdSource);
    Statement insert(database, "INSERT INTO label_decisions (checkpoint, place, label, scale, "
                               "offset, threshold, attainable, note) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    for (std::size_t place = 0; place < set.labels.size(); ++place) {
        const LabelDecision& label = set.labels[place];
        insert.run(checkpoint, place, label.label, static_cast<double>(label.calibration.scale),
                   static_cast<double>(label.calibration.offset),
                   static_cast<double>(label.threshold), label.attainable, label.note);
    }
}

} // namespace

Result<DecisionSet> decisions(const Project& project, CheckpointId checkpoint)
{
    return reading(project, QStringLiteral("The thresholds cannot be read"),
                   [&](ProjectStorage& storage) -> Result<DecisionSet> {
        const Result<std::vector<LabelId>> labels = labelsOf(storage.database, checkpoint);
        if (!labels)
            return failureOf(labels);
        Statement row(storage.database, "SELECT calibration, calibration_source, threshold_source "
                                        "FROM decision_sets WHERE checkpoint = ?1");
        row.with(checkpoint);
        if (!row.next())
            return defaultSet(*labels);
        DecisionSet set{static_cast<CalibrationKind>(row.integer(0)), row.text(1), row.text(2), {}};
        readLabels(storage.database, checkpoint, set);
        return set;
    });
}

Result<void> storeDecisions(Project& project, CheckpointId checkpoint, const DecisionSet& set)
{
    return editing(project, QStringLiteral("The thresholds cannot be stored"),
                   [&](ProjectStorage& storage) -> Result<void> {
        const Result<std::vector<LabelId>> labels = labelsOf(storage.database, checkpoint);
        if (!labels)
            return failureOf(labels);
        if (const Result<void> fits = checkSet(set, *labels); !fits)
            return fits;
        insertSet(storage.database, checkpoint, set);
        return {};
    });
}

} // namespace labelwright
