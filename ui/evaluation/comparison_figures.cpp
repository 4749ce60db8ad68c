#include "ui/evaluation/comparison_figures.h"

#include "core/project/run_history.h"
#include "core/session/decision_job.h"
#include "ui/evaluation/comparison_view.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace labelwright {

namespace {

QString number(double value)
{
    return QLocale().toString(value, 'f', 3);
}

QString signedNumber(double value)
{
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number(std::abs(value));
}

QString figure(const std::optional<double>& value, const std::optional<Interval>& interval = {})
{
    if (!value)
        return ComparisonView::tr("n/a");
    if (!interval)
        return number(*value);
    return ComparisonView::tr("%1 (%2 to %3)")
        .arg(number(*value), number(interval->low), number(interval->high));
}

QString difference(const std::optional<Interval>& interval)
{
    if (!interval)
        return {};
    return ComparisonView::tr("%1 (%2 to %3)")
        .arg(signedNumber(interval->value), signedNumber(interval->low),
             signedNumber(interval->high));
}

QString difference(const std::optional<double>& first, const std::optional<double>& second)
{
    return first && second ? signedNumber(*second - *first) : QString();
}

QString sentence(const Comparison& comparison)
{
    const auto& map = comparison.difference.meanAveragePrecision;
    const QString& first = comparison.first.model.experiment.name;
    const QString& second = comparison.second.model.experiment.name;
    if (!map)
        return ComparisonView::tr("No label has positives here, so the two cannot be told apart.");
    const int share = static_cast<int>(std::lround(100 * comparison.difference.secondBetterShare));
    if (map->low > 0 || map->high < 0) {
        const bool secondWins = map->low > 0;
        return ComparisonView::tr("%1 is better than %2: mAP %3.")
            .arg(secondWins ? second : first, secondWins ? first : second, difference(map));
    }
    return ComparisonView::tr("No clear difference: mAP of %1 against %2 is %3; %1 was higher in "
                              "%4 % of the resamples.")
        .arg(second, first, difference(map))
        .arg(share);
}

BootstrapIntervals intervalsOf(const Evaluation& evaluation)
{
    return bootstrapIntervals(evaluation.scores, evaluation.truth,
                              thresholdsOf(evaluation.model.decisions),
                              evaluation.figures.labels.size());
}

std::vector<QStringList> figureRows(const Comparison& comparison)
{
    const OverallFigures& a = comparison.first.figures.overall;
    const OverallFigures& b = comparison.second.figures.overall;
    const BootstrapIntervals ia = intervalsOf(comparison.first);
    const BootstrapIntervals ib = intervalsOf(comparison.second);
    std::vector<QStringList> rows;
    rows.push_back({ComparisonView::tr("mAP"),
                    figure(a.meanAveragePrecision.value, ia.meanAveragePrecision),
                    figure(b.meanAveragePrecision.value, ib.meanAveragePrecision),
                    difference(comparison.difference.meanAveragePrecision)});
    const auto add = [&](const QString& name, const AverageFigure& x, const AverageFigure& y,
                         const std::optional<Interval>& ix = {},
                         const std::optional<Interval>& iy = {}) {
        rows.push_back({name, figure(x.value, ix), figure(y.value, iy), difference(x.value, y.value)});
    };
    add(ComparisonView::tr("Macro F1"), a.macroF1, b.macroF1, ia.macroF1, ib.macroF1);
    add(ComparisonView::tr("Micro F1"), a.microF1, b.microF1, ia.microF1, ib.microF1);
    add(ComparisonView::tr("Macro ROC-AUC"), a.macroRocAuc, b.macroRocAuc);
    add(ComparisonView::tr("Macro precision"), a.macroPrecision, b.macroPrecision);
    add(ComparisonView::tr("Macro recall"), a.macroRecall, b.macroRecall);
    add(ComparisonView::tr("Hamming loss (lower is better)"), a.hammingLoss, b.hammingLoss);
    for (std::size_t i = 0; i < comparison.first.figures.labels.size(); ++i) {
        const LabelEvaluation& x = comparison.first.figures.labels[i];
        const LabelEvaluation& y = comparison.second.figures.labels[i];
        rows.push_back({ComparisonView::tr("AP of %1").arg(x.name),
                        figure(x.averagePrecision, ia.labels[i].averagePrecision),
                        figure(y.averagePrecision, ib.labels[i].averagePrecision),
                        difference(comparison.difference.averagePrecision[i])});
    }
    return rows;
}

} // namespace

QString settingInWords(const QString& path)
{
    const QStringList parts = path.split('.');
    QString words;
    for (const QChar letter : parts.last()) {
        if (letter.isUpper())
            words += ' ';
        words += words.isEmpty() && parts.size() < 4 ? letter.toUpper() : letter.toLower();
    }
    if (parts.size() >= 4 && parts.at(1) == QStringLiteral("blocks"))
        return ComparisonView::tr("Block %1: %2").arg(parts.at(2), words);
    return words;
}

Result<ComparisonFigures> comparisonFigures(const Project& project, ExperimentId first,
                                            ExperimentId second, Subset subset,
                                            const ProgressCallback& progress, std::stop_token stop)
{
    const auto comparison = compareExperiments(project, first, second, subset, progress,
                                               std::move(stop));
    if (!comparison)
        return failureOf(comparison);
    auto firstEpochs = epochReports(project, first);
    auto secondEpochs = epochReports(project, second);
    if (!firstEpochs || !secondEpochs)
        return firstEpochs ? failureOf(secondEpochs) : failureOf(firstEpochs);
    ComparisonFigures figures;
    figures.first = comparison->first.model.experiment.name;
    figures.second = comparison->second.model.experiment.name;
    figures.firstEpoch = comparison->first.model.checkpoint.epoch;
    figures.secondEpoch = comparison->second.model.checkpoint.epoch;
    figures.sentence = sentence(*comparison);
    for (const SettingDifference& setting : comparison->settings)
        figures.settings.push_back(
            {settingInWords(setting.name), setting.first, setting.second});
    figures.figures = figureRows(*comparison);
    figures.firstEpochs = *std::move(firstEpochs);
    figures.secondEpochs = *std::move(secondEpochs);
    return figures;
}

} // namespace labelwright
