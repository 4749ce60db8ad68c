#include "ui/evaluation/inspection_rows.h"

#include <QCoreApplication>
#include <QLocale>

namespace labelwright {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("labelwright::InspectionView", text);
}

QString figure(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 3) : translated("n/a");
}

/// Mean F1 over the labels in which it is defined, and how many these are.
std::pair<std::optional<double>, int> macroF1(const std::vector<ConfusionCounts>& counts)
{
    double sum = 0;
    int covered = 0;
    for (const ConfusionCounts& label : counts)
        if (const auto f1 = f1Of(label)) {
            sum += *f1;
            ++covered;
        }
    return {covered > 0 ? std::optional(sum / covered) : std::nullopt, covered};
}

} // namespace

std::vector<LabelRow> inspectionRows(const Evaluation& evaluation, const DecisionSet& decisions,
                                     const std::vector<ConfusionCounts>& counts)
{
    std::vector<LabelRow> rows;
    for (std::size_t i = 0; i < evaluation.figures.labels.size(); ++i) {
        const LabelEvaluation& label = evaluation.figures.labels[i];
        LabelRow row;
        row.name = label.name;
        row.support = label.support;
        row.averagePrecision = label.averagePrecision;
        row.rocAuc = label.rocAuc;
        row.threshold = static_cast<double>(decisions.labels[i].threshold);
        row.attainable = decisions.labels[i].attainable;
        row.note = decisions.labels[i].note;
        row.reason = label.reason;
        setCounts(row, counts[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

QString averagesInWords(const Evaluation& evaluation, const std::vector<ConfusionCounts>& counts)
{
    const AverageFigure& map = evaluation.figures.overall.meanAveragePrecision;
    ConfusionCounts pooled;
    for (const ConfusionCounts& label : counts)
        pooled += label;
    const auto [macro, covered] = macroF1(counts);
    QString text = translated("mAP %1 · macro F1 %2 · micro F1 %3")
                       .arg(figure(map.value), figure(macro), figure(f1Of(pooled)));
    if (covered < static_cast<int>(counts.size()))
        text += QStringLiteral(" · ")
                + translated("over %1 of %2 labels").arg(covered).arg(counts.size());
    return text;
}

} // namespace labelwright
