#include "app/cli/result_json.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace labelwright::cli {

namespace {

QString averageLine(const QString& name, const AverageFigure& figure, const QString& of)
{
    QString line = name.leftJustified(18) + figureText(figure.value);
    if (!figure.value)
        return line + " (" + figure.reason + ')';
    if (figure.covered != figure.total)
        line += QStringLiteral("  over %1 of %2 %3").arg(figure.covered).arg(figure.total).arg(of);
    return line;
}

QString cellText(const SubsetCell& cell)
{
    if (cell.positives + cell.negatives == 0)
        return QStringLiteral("unknown");
    return cell.positives == 0 ? QStringLiteral("0 !") : QLocale::c().toString(cell.positives);
}

} // namespace

QString figureText(const std::optional<double>& value, int digits)
{
    return value ? QString::number(*value, 'f', digits) : QStringLiteral("n/a");
}

QString countText(qint64 count, const QString& one)
{
    return QLocale::c().toString(count) + ' ' + one + (count == 1 ? "" : "s");
}

QStringList tableText(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (static_cast<std::size_t>(i) >= widths.size())
                widths.push_back(0);
            auto& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, row.at(i).size());
        }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto width = static_cast<int>(widths[static_cast<std::size_t>(i)]);
            line += i == 0 ? row.at(i).leftJustified(width) : "  " + row.at(i).rightJustified(width);
        }
        lines.append(line);
    }
    return lines;
}

QJsonObject subsetTableJson(const SubsetTable& table, const QStringList& labels)
{
    QJsonObject samples;
    for (std::size_t i = 0; i < allSubsets.size(); ++i)
        samples.insert(subsetName(allSubsets[i]), table.samples[i]);
    samples.insert("none", table.withoutSubset);
    QJsonArray rows;
    for (std::size_t label = 0; label < table.labels.size(); ++label) {
        QJsonObject row{{"name", labels.value(static_cast<qsizetype>(label))}};
        for (std::size_t i = 0; i < allSubsets.size(); ++i) {
            const SubsetCell& cell = table.labels[label][i];
            row.insert(subsetName(allSubsets[i]), QJsonObject{{"positives", cell.positives},
                                                              {"negatives", cell.negatives},
                                                              {"unknown", cell.unknown}});
        }
        rows.append(row);
    }
    QJsonArray empty;
    for (const EmptyCell& cell : table.emptyCells)
        empty.append(emptyCellText(cell, labels.value(static_cast<qsizetype>(cell.label))));
    return {{"samples", samples}, {"labels", rows}, {"empty", empty}};
}

QStringList subsetTableText(const SubsetTable& table, const QStringList& labels)
{
    std::vector<QStringList> rows;
    QStringList header{"positives per label"};
    QStringList counts{"images"};
    for (std::size_t i = 0; i < allSubsets.size(); ++i) {
        header.append(subsetName(allSubsets[i]));
        counts.append(QLocale::c().toString(table.samples[i]));
    }
    rows.push_back(header);
    rows.push_back(counts);
    for (std::size_t label = 0; label < table.labels.size(); ++label) {
        QStringList row{labels.value(static_cast<qsizetype>(label))};
        for (const SubsetCell& cell : table.labels[label])
            row.append(cellText(cell));
        rows.push_back(row);
    }
    QStringList lines = tableText(rows);
    if (table.withoutSubset > 0)
        lines.append(countText(table.withoutSubset, "image")
                     + (table.withoutSubset == 1 ? " belongs" : " belong") + " to no subset.");
    for (const EmptyCell& cell : table.emptyCells)
        lines.append("! " + emptyCellText(cell, labels.value(static_cast<qsizetype>(cell.label))));
    return lines;
}

QStringList evaluationText(const Evaluation& evaluation)
{
    const OverallFigures& overall = evaluation.figures.overall;
    QStringList lines{
        QStringLiteral("%1, checkpoint %2, on %3 (%4)")
            .arg(evaluation.model.experiment.name, checkpointInWords(evaluation.model.checkpoint),
                 subsetName(evaluation.subset),
                 countText(static_cast<qint64>(evaluation.figures.samples), "image")),
        {},
        averageLine("mAP", overall.meanAveragePrecision, "labels"),
        averageLine("macro F1", overall.macroF1, "labels"),
        averageLine("micro F1", overall.microF1, "answers"),
        averageLine("samples F1", overall.samplesF1, "images"),
        averageLine("weighted F1", overall.weightedF1, "labels"),
        averageLine("macro ROC-AUC", overall.macroRocAuc, "labels"),
        averageLine("hamming loss", overall.hammingLoss, "answers"),
        averageLine("subset accuracy", overall.subsetAccuracy, "images"),
        averageLine("coverage error", overall.coverageError, "images"),
        averageLine("ranking loss", overall.rankingLoss, "images"),
        averageLine("LRAP", overall.rankingAveragePrecision, "images"),
        {}};
    std::vector<QStringList> rows{{"label", "support", "AP", "AUC", "precision", "recall", "F1",
                                   "threshold", "TP", "FP", "TN", "FN", ""}};
    for (const LabelEvaluation& label : evaluation.figures.labels)
        rows.push_back({label.name, QString::number(label.support),
                        figureText(label.averagePrecision), figureText(label.rocAuc),
                        figureText(label.precision), figureText(label.recall),
                        figureText(label.f1),
                        QString::number(static_cast<double>(label.threshold), 'f', 3),
                        QString::number(label.counts.truePositive),
                        QString::number(label.counts.falsePositive),
                        QString::number(label.counts.trueNegative),
                        QString::number(label.counts.falseNegative), label.reason});
    return lines + tableText(rows);
}

QStringList decisionsText(const ChosenCheckpoint& chosen, const EvaluationFigures* onValidation)
{
    const DecisionSet& set = chosen.decisions;
    QStringList lines{QStringLiteral("%1, checkpoint %2")
                          .arg(chosen.experiment.name, checkpointInWords(chosen.checkpoint)),
                      "calibration: "
                          + (set.calibrationSource.isEmpty() ? "none" : set.calibrationSource),
                      "thresholds: " + set.thresholdSource};
    if (onValidation)
        lines.append("precision, recall and positives on validation:");
    lines.append(QString());
    std::vector<QStringList> rows{{"label", "threshold"}};
    if (onValidation)
        rows.front() += {"precision", "recall", "positives"};
    rows.front() += QString();
    for (std::size_t i = 0; i < set.labels.size(); ++i) {
        const LabelDecision& decision = set.labels[i];
        QStringList row{chosen.labels.at(static_cast<qsizetype>(i)),
                        QString::number(static_cast<double>(decision.threshold), 'f', 3)};
        if (onValidation) {
            const LabelEvaluation& figures = onValidation->labels.at(i);
            row += {figureText(figures.precision), figureText(figures.recall),
                    QString::number(figures.support)};
        }
        rows.push_back(row + QStringList{decision.note});
    }
    return lines + tableText(rows);
}

} // namespace labelwright::cli
