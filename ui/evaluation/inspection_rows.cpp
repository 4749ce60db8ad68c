#include "ui/evaluation/inspection_rows.h"

#include "ui/evaluation/inspection_view.h"

#include <QLocale>

namespace labelwright {

namespace {

QString figure(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 3) : InspectionView::tr("n/a");
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
    const AverageFigure macro = macroF1Of(counts);
    QString text = InspectionView::tr("mAP %1 · macro F1 %2 · micro F1 %3")
                       .arg(figure(map.value), figure(macro.value), figure(f1Of(pooled)));
    if (macro.covered < macro.total)
        text += QStringLiteral(" · ")
                + InspectionView::tr("over %1 of %2 labels").arg(macro.covered).arg(macro.total);
    return text;
}

} // namespace labelwright
