#pragma once

#include "core/dataset/subsets.h"
#include "core/deployment/prediction_service.h"
#include "core/model/advisor.h"
#include "core/project/experiments.h"
#include "core/project/run_history.h"
#include "core/session/evaluation_job.h"
#include "core/session/import_job.h"

#include <QJsonObject>
#include <QStringList>

namespace labelwright::cli {

QJsonObject importJson(const ImportSummary& summary);

/// {"samples": {"training": 1, …}, "labels": [{"name", "training": {"positives", …}, …}], "empty": […]}
QJsonObject subsetTableJson(const SubsetTable& table, const QStringList& labels);

/// The same as aligned lines, empty cells marked and said in words below.
QStringList subsetTableText(const SubsetTable& table, const QStringList& labels);

QJsonObject adviceJson(const Advice& advice);

/// Whether the epoch became the best one by what validation says; never without validation images.
bool isBest(const EpochReport& report);

QJsonObject epochJson(const EpochReport& report, const QStringList& labels);

QJsonObject experimentJson(const Experiment& experiment);

QJsonObject evaluationJson(const Evaluation& evaluation);
QStringList evaluationText(const Evaluation& evaluation);

/// `onValidation`: what the thresholds give there, per label, when it is known.
QJsonObject decisionsJson(const ChosenCheckpoint& chosen,
                          const EvaluationFigures* onValidation = nullptr);
QStringList decisionsText(const ChosenCheckpoint& chosen,
                          const EvaluationFigures* onValidation = nullptr);

QJsonObject predictionJson(const QString& file, const Result<Prediction>& prediction,
                           const QStringList& labels);

/// null for an undefined figure.
QJsonValue numberOrNull(const std::optional<double>& value);

/// Rows of cells as lines with aligned columns; the first column to the left, others to the right.
QStringList tableText(const std::vector<QStringList>& rows);

/// "1 image", "2 images".
QString countText(qint64 count, const QString& one);

/// "0.931", or "n/a".
QString figureText(const std::optional<double>& value, int digits = 3);

} // namespace labelwright::cli
