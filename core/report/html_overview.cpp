#include "core/base/subset.h"
#include "core/report/html_parts.h"
#include "core/report/markup.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace labelwright {

namespace {

constexpr std::size_t rowsShownAtOnce = 16;

QByteArray dateText(const QDateTime& time)
{
    return QLocale(QLocale::English).toString(time, QStringLiteral("d MMMM yyyy, HH:mm")).toUtf8();
}

QString intervalText(const ReportFigure& figure)
{
    if (!figure.low || !figure.high)
        return {};
    return QString("%1 – %2").arg(figureText(figure.low), figureText(figure.high));
}

QByteArray smallFigure(const ReportOverall& overall)
{
    QByteArray out = "<div><span>" + escaped(overall.name) + "</span><b>" +
                     escaped(figureText(overall.figure.value)) + "</b>";
    const QString interval = intervalText(overall.figure);
    if (!interval.isEmpty())
        out += "<span>" + escaped(interval) + "</span>";
    const QString& note = overall.figure.value ? overall.note : overall.figure.reason;
    if (!note.isEmpty())
        out += "<span>" + escaped(note) + "</span>";
    if (overall.lowerIsBetter)
        out += "<span>lower is better</span>";
    return out + "</div>\n";
}

/// Subsets with fewer than one positive of a label, as "lighthouse (test)".
QStringList emptyCells(const ReportDataset& dataset)
{
    QStringList cells;
    for (const SubsetRow& row : dataset.labels)
        for (const Subset subset : allSubsets)
            if (dataset.samples[std::size_t(subset)] > 0 && row.positives[std::size_t(subset)] == 0)
                cells.append(row.label + " (" + subsetName(subset) + ")");
    return cells;
}

QByteArray emptyCellsWarning(const ReportDataset& dataset)
{
    QStringList cells = emptyCells(dataset);
    if (cells.isEmpty())
        return {};
    const qsizetype more = cells.size() - 6;
    if (more > 0)
        cells = cells.mid(0, 6) << QString("%1 more").arg(more);
    return "<p class=\"warning\">No positives: " + escaped(cells.join(", ")) +
           ". Figures of these labels are missing or say little.</p>\n";
}

QByteArray subsetCell(std::size_t positives, bool subsetIsUsed)
{
    const QByteArray value = QByteArray::number(qulonglong(positives));
    if (positives == 0 && subsetIsUsed)
        return "<td data-value=\"0\"><span class=\"none\">0, none</span></td>";
    return "<td data-value=\"" + value + "\">" + escaped(countText(positives)) + "</td>";
}

QByteArray subsetRow(const SubsetRow& row, const ReportDataset& dataset)
{
    QByteArray out =
        "<tr><th scope=\"row\" class=\"name\"><bdi>" + escaped(row.label) + "</bdi></th>";
    for (const Subset subset : allSubsets)
        out += subsetCell(row.positives[std::size_t(subset)],
                          dataset.samples[std::size_t(subset)] > 0);
    const auto positives =
        std::accumulate(row.positives.begin(), row.positives.end(), std::size_t{0});
    const auto known = std::accumulate(row.known.begin(), row.known.end(), std::size_t{0});
    const auto all =
        std::accumulate(dataset.samples.begin(), dataset.samples.end(), std::size_t{0});
    const QByteArray share =
        known == 0 ? QByteArray() : QByteArray::number(double(positives) / double(known));
    return out + "<td data-value=\"" + share + "\">" + escaped(percentText(positives, known)) +
           "</td><td data-value=\"" + QByteArray::number(qulonglong(all - std::min(known, all))) +
           "\">" + escaped(countText(all - std::min(known, all))) + "</td></tr>\n";
}

QByteArray subsetTable(const ReportDataset& dataset)
{
    QByteArray out = "<div class=\"scroll\"><table class=\"wide\" data-sort>"
                     "<caption>Positives of each label per subset</caption>\n<thead><tr>"
                     "<th scope=\"col\" class=\"name\">Label</th>";
    for (const Subset subset : allSubsets)
        out += "<th scope=\"col\">" + escaped(subsetName(subset)) + "</th>";
    out += "<th scope=\"col\">share of known</th><th "
           "scope=\"col\">unknown</th></tr></thead>\n<tbody>\n";
    for (const SubsetRow& row : dataset.labels)
        out += subsetRow(row, dataset);
    out += "</tbody>\n<tfoot><tr><th scope=\"row\" class=\"name\">Images</th>";
    for (const std::size_t samples : dataset.samples)
        out += "<td>" + escaped(countText(samples)) + "</td>";
    return out + "<td></td><td></td></tr></tfoot></table></div>\n";
}

} // namespace

QByteArray intervalBar(const ReportFigure& figure)
{
    if (!figure.value)
        return {};
    const auto percent = [](double value) {
        return QByteArray::number(100 * std::clamp(value, 0.0, 1.0), 'f', 1) + "%";
    };
    QByteArray out = "<span class=\"interval\" aria-hidden=\"true\" style=\"display:block\">";
    if (figure.low && figure.high)
        out += "<i style=\"left:" + percent(*figure.low) + ";right:" + percent(1 - *figure.high) +
               "\"></i>";
    return out + "<u style=\"left:" + percent(*figure.value) + "\"></u></span>";
}

QByteArray headPart(const ReportContents& contents)
{
    QStringList about;
    for (const QString& text :
         {contents.dataset.name, contents.dataset.version,
          contents.dataset.featureSet.isEmpty() ? QString()
                                                : "feature set " + contents.dataset.featureSet,
          contents.experiment.checkpoint.isEmpty()
              ? QString()
              : "checkpoint " + contents.experiment.checkpoint})
        if (!text.isEmpty())
            about.append(text);
    QByteArray out = "<header><div class=\"eyebrow\">Results on the " +
                     escaped(contents.subset.isEmpty() ? QStringLiteral("test") : contents.subset) +
                     " subset</div>\n<h1><bdi>" + escaped(contents.title) + "</bdi></h1>\n";
    if (!about.isEmpty())
        out += "<p class=\"soft\">" + escaped(about.join(QStringLiteral(" · "))) + "</p>\n";
    return out + "</header>\n";
}

QByteArray navigationPart(const ReportContents& contents)
{
    QByteArray links;
    const auto link = [&](bool there, const char* target, const char* text) {
        if (there)
            links += QByteArray("<a href=\"#") + target + "\">" + text + "</a>";
    };
    link(!contents.labels.empty(), "labels", "Labels");
    link(!contents.dataset.labels.empty(), "data", "Data");
    link(!contents.experiment.settings.empty() || !contents.epochs.empty(), "training", "Training");
    link(!contents.reliability.empty(), "reliability", "Reliability");
    link(!contents.labels.empty(), "details", "Curves of each label");
    link(!contents.samples.empty(), "samples", "Samples");
    return "<nav aria-label=\"Parts of the report\">" + links + "</nav>\n";
}

QByteArray overallPart(const ReportContents& contents)
{
    if (contents.overall.empty())
        return {};
    const ReportOverall& first = contents.overall.front();
    const QString interval = intervalText(first.figure);
    QByteArray out =
        "<section class=\"hero\" aria-label=\"Overall figures\"><div class=\"card headline\">"
        "<span class=\"eyebrow\">" +
        escaped(first.name) + "</span><b>" + escaped(figureText(first.figure.value)) + "</b>" +
        intervalBar(first.figure);
    if (!interval.isEmpty())
        out += "<span class=\"small\">95 % interval " + escaped(interval) + "</span>";
    const QString& note = first.figure.value ? first.note : first.figure.reason;
    out += "<span class=\"small soft\">" + escaped(note) +
           "</span></div>\n<div class=\"card figures\">\n";
    for (std::size_t i = 1; i < contents.overall.size(); ++i)
        out += smallFigure(contents.overall[i]);
    return out + "</div></section>\n";
}

QByteArray dataPart(const ReportContents& contents)
{
    const ReportDataset& dataset = contents.dataset;
    if (dataset.labels.empty())
        return {};
    const QByteArray table = subsetTable(dataset);
    QByteArray out =
        "<h2 id=\"data\">Data</h2>\n" + emptyCellsWarning(dataset) + "<div class=\"card\">";
    if (dataset.labels.size() <= rowsShownAtOnce)
        return out + table + "</div>\n";
    return out + "<details><summary>Positives of " + escaped(countText(dataset.labels.size())) +
           " labels in each subset</summary>" + table + "</details></div>\n";
}

QByteArray footPart(const ReportContents& contents)
{
    QByteArray out =
        "<footer><dl>"
        "<dt>AP</dt><dd>Average precision: the area under the curve of precision over recall. Its "
        "mean over the labels is mAP.</dd>"
        "<dt>AUC</dt><dd>Area under the ROC curve: how often a positive scores higher than a "
        "negative.</dd>"
        "<dt>Precision</dt><dd>Share of the predicted images that have the label.</dd>"
        "<dt>Recall</dt><dd>Share of the images with the label that are predicted.</dd>"
        "<dt>F1</dt><dd>Harmonic mean of precision and recall at the threshold.</dd>"
        "<dt>n/a</dt><dd>The figure is undefined here, for example without positives. It is left "
        "out of averages.</dd>"
        "<dt>Intervals</dt><dd>95 %, by bootstrap over the images.</dd></dl>\n<p>";
    QStringList last;
    if (!contents.program.isEmpty())
        last.append("Written by " + contents.program);
    QByteArray text = escaped(last.join(' '));
    if (contents.written.isValid())
        text += (text.isEmpty() ? "Written on " : " on ") + dateText(contents.written);
    return out + text + (text.isEmpty() ? "" : ".") + "</p></footer>\n";
}

} // namespace labelwright
