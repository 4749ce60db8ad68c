#include "core/report/html_parts.h"
#include "core/report/markup.h"
#include "core/report/report_charts.h"

#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

QByteArray settingRow(const ReportSetting& setting)
{
    return "<dt>" + escaped(setting.name) + "</dt><dd>" + escaped(setting.reason) + "</dd>\n";
}

QByteArray fact(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return {};
    return "<span>" + escaped(name) + " <b>" + escaped(value) + "</b></span>\n";
}

QByteArray facts(const ReportExperiment& experiment)
{
    const QString started =
        experiment.started.isValid()
            ? QLocale(QLocale::English)
                  .toString(experiment.started, QStringLiteral("d MMMM yyyy, HH:mm"))
            : QString();
    const QByteArray out =
        fact("Started", started) +
        fact("Training took", experiment.trainingSeconds > 0
                                  ? durationText(experiment.trainingSeconds)
                                  : QString()) +
        fact("Device", experiment.device) + fact("Precision", experiment.precision) +
        fact("Threads", experiment.threads > 0 ? QString::number(experiment.threads) : QString());
    return out.isEmpty() ? out : "<div class=\"facts\">" + out + "</div>\n";
}

QByteArray notes(const QStringList& texts)
{
    QByteArray out;
    for (const QString& text : texts)
        out += "<li>" + escaped(text) + "</li>\n";
    return out.isEmpty() ? out : "<ul class=\"soft small\">" + out + "</ul>\n";
}

QByteArray epochRow(const ReportEpoch& epoch)
{
    return "<tr><th scope=\"row\">" + QByteArray::number(epoch.epoch) +
           (epoch.best ? " (best)" : "") + "</th><td>" +
           escaped(figureText(epoch.trainingLoss, 4)) + "</td><td>" +
           escaped(figureText(epoch.validationLoss, 4)) + "</td><td>" +
           escaped(figureText(epoch.validationMap)) + "</td><td>" +
           QByteArray::number(epoch.learningRate, 'g', 3) + "</td><td>" +
           escaped(figureText(epoch.imagesPerSecond, 1)) + "</td></tr>\n";
}

QByteArray epochTable(const std::vector<ReportEpoch>& epochs)
{
    QByteArray out =
        "<details class=\"card\"><summary>Figures of all epochs</summary>"
        "<div class=\"scroll\"><table class=\"wide\"><thead><tr><th scope=\"col\">epoch</th>"
        "<th scope=\"col\">training loss</th><th scope=\"col\">validation loss</th>"
        "<th scope=\"col\">validation mAP</th><th scope=\"col\">learning rate</th>"
        "<th scope=\"col\">images/s</th></tr></thead><tbody>\n";
    for (const ReportEpoch& epoch : epochs)
        out += epochRow(epoch);
    return out + "</tbody></table></div></details>\n";
}

QByteArray epochCharts(const std::vector<ReportEpoch>& epochs)
{
    if (epochs.empty())
        return {};
    QByteArray out = "<div class=\"pair\"><div class=\"card\">" +
                     svgChart(lossChart(epochs), SvgUse::InPage) + "</div>";
    if (std::any_of(epochs.begin(), epochs.end(),
                    [](const ReportEpoch& epoch) { return epoch.validationMap.has_value(); }))
        out += "<div class=\"card\">" + svgChart(mapChart(epochs), SvgUse::InPage) + "</div>";
    return out + "</div>\n" + epochTable(epochs);
}

} // namespace

QByteArray trainingPart(const ReportContents& contents)
{
    const ReportExperiment& experiment = contents.experiment;
    if (experiment.settings.empty() && contents.epochs.empty())
        return {};
    QByteArray settings;
    for (const ReportSetting& setting : experiment.settings)
        settings += settingRow(setting);
    QByteArray out = "<h2 id=\"training\">How it was trained</h2>\n";
    const QByteArray lines = facts(experiment) + notes(experiment.notes);
    if (!settings.isEmpty() || !lines.isEmpty())
        out += "<div class=\"card\" style=\"margin-bottom:16px\">" +
               (settings.isEmpty() ? QByteArray()
                                   : "<dl class=\"settings\">\n" + settings + "</dl>\n") +
               lines + "</div>\n";
    return out + epochCharts(contents.epochs);
}

QByteArray reliabilityPart(const ReportContents& contents)
{
    if (contents.reliability.empty())
        return {};
    QByteArray rows;
    for (const ReportReliabilityBin& bin : contents.reliability)
        rows += "<tr><td>" + escaped(figureText(bin.meanScore)) + "</td><td>" +
                escaped(figureText(bin.positiveShare)) + "</td><td>" +
                escaped(countText(bin.count)) + "</td></tr>\n";
    QByteArray out =
        "<h2 id=\"reliability\">Reliability</h2>\n<p>Of all scores near 0.8, about 80 % should "
        "be right. On the dotted line they are.";
    if (!contents.calibration.isEmpty())
        out += " Calibration: " + escaped(contents.calibration) + ".";
    return out + "</p>\n<div class=\"pair\"><div class=\"card\">" +
           svgChart(reliabilityChart(contents.reliability), SvgUse::InPage) +
           "</div><div class=\"card\"><div class=\"scroll\"><table class=\"wide\"><thead><tr>"
           "<th scope=\"col\">mean score</th><th scope=\"col\">share of positives</th>"
           "<th scope=\"col\">answers</th></tr></thead><tbody>\n" +
           rows + "</tbody></table></div></div></div>\n";
}

} // namespace labelwright
