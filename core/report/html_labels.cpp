#include "core/report/html_parts.h"
#include "core/report/markup.h"
#include "core/report/report_charts.h"

#include <algorithm>

namespace labelwright {

namespace {

QByteArray anchorOf(std::size_t index)
{
    return "label-" + QByteArray::number(qulonglong(index + 1));
}

QByteArray figureCell(const ReportFigure& figure)
{
    if (!figure.value)
        return "<td class=\"na\" data-value=\"\" title=\"" + escaped(figure.reason) + "\">n/a</td>";
    QString title;
    if (figure.low && figure.high)
        title =
            QString("95 % interval %1 – %2").arg(figureText(figure.low), figureText(figure.high));
    return "<td data-value=\"" + QByteArray::number(*figure.value, 'g', 9) +
           (title.isEmpty() ? QByteArray("\">") : "\" title=\"" + escaped(title) + "\">") +
           escaped(figureText(figure.value)) + "</td>";
}

QByteArray precisionCell(const ReportFigure& figure)
{
    if (!figure.value)
        return figureCell(figure);
    QString words;
    if (figure.low && figure.high)
        words =
            QString("95 % interval %1 – %2").arg(figureText(figure.low), figureText(figure.high));
    return "<td data-value=\"" + QByteArray::number(*figure.value, 'g', 9) + "\" title=\"" +
           escaped(words) + "\"><span class=\"ap\">" + intervalBar(figure) + "<span>" +
           escaped(figureText(figure.value)) + "</span></span></td>";
}

QByteArray countCell(std::size_t count)
{
    return "<td data-value=\"" + QByteArray::number(qulonglong(count)) + "\">" +
           escaped(countText(count)) + "</td>";
}

QByteArray tableRow(const ReportLabel& label, std::size_t index)
{
    const QByteArray note =
        label.note.isEmpty() ? QByteArray() : " title=\"" + escaped(label.note) + "\"";
    return "<tr><th scope=\"row\" class=\"name\" data-value=\"" + escaped(label.name) +
           "\"><a href=\"#" + anchorOf(index) + "\"><bdi>" + escaped(label.name) +
           "</bdi></a></th>" + countCell(label.positives) + precisionCell(label.averagePrecision) +
           figureCell(label.rocAuc) + figureCell(label.precision) + figureCell(label.recall) +
           figureCell(label.f1) + "<td data-value=\"" +
           QByteArray::number(label.threshold, 'g', 9) + "\"" + note + ">" +
           escaped(figureText(label.threshold)) + (note.isEmpty() ? "" : " *") + "</td>" +
           countCell(label.truePositive) + countCell(label.falsePositive) +
           countCell(label.falseNegative) + countCell(label.trueNegative) + "</tr>\n";
}

/// Distinct reasons for missing figures, in words for below the table.
QByteArray remarks(const ReportContents& contents)
{
    QStringList sentences;
    for (const ReportLabel& label : contents.labels) {
        if (!label.averagePrecision.value && !label.averagePrecision.reason.isEmpty())
            sentences.append(label.name + ": " + label.averagePrecision.reason);
        else if (!label.rocAuc.value && !label.rocAuc.reason.isEmpty())
            sentences.append(label.name + ": " + label.rocAuc.reason);
    }
    QByteArray out;
    if (!sentences.isEmpty())
        out += "<p class=\"small soft\" style=\"margin-top:12px\">n/a: " +
               escaped(sentences.join(QStringLiteral("; "))) + ".</p>\n";
    const bool hasNotes = std::any_of(contents.labels.begin(), contents.labels.end(),
                                      [](const auto& l) { return !l.note.isEmpty(); });
    if (hasNotes)
        out +=
            "<p class=\"small soft\">* The label's own section has a note on its threshold or "
            "calibration.</p>\n";
    return out;
}

/// One cell of a confusion matrix, tinted by its share of the row.
QByteArray matrixCell(std::size_t count, std::size_t row, const char* words)
{
    const double share = row == 0 ? 0 : double(count) / double(row);
    return "<td style=\"background:rgba(var(--tint)," +
           QByteArray::number(0.05 + 0.45 * share, 'f', 2) + ")\" title=\"" + words + "\"><b>" +
           escaped(countText(count)) + "</b><span>" + escaped(percentText(count, row)) +
           "</span></td>";
}

QByteArray confusionMatrix(const ReportLabel& label)
{
    const std::size_t present = label.truePositive + label.falseNegative;
    const std::size_t absent = label.falsePositive + label.trueNegative;
    return "<figure><figcaption>Confusion matrix</figcaption><table "
           "class=\"confusion\"><thead><tr><td></td>"
           "<th scope=\"col\">predicted present</th><th scope=\"col\">predicted "
           "absent</th></tr></thead><tbody>"
           "<tr><th scope=\"row\">actually present</th>" +
           matrixCell(label.truePositive, present, "true positives") +
           matrixCell(label.falseNegative, present, "false negatives: misses") +
           "</tr><tr><th scope=\"row\">actually absent</th>" +
           matrixCell(label.falsePositive, absent, "false positives: false alarms") +
           matrixCell(label.trueNegative, absent, "true negatives") +
           "</tr></tbody></table></figure>\n";
}

QByteArray chartFigure(const char* caption, const SvgChart& chart, bool there,
                       const QString& reason)
{
    const QByteArray head = QByteArray("<figure><figcaption>") + caption + "</figcaption>";
    if (there)
        return head + svgChart(chart, SvgUse::InPage) + "</figure>\n";
    return head + "<div class=\"empty\">n/a" + (reason.isEmpty() ? "" : ": ") + escaped(reason) +
           "</div></figure>\n";
}

QByteArray sectionHead(const ReportLabel& label, std::size_t index)
{
    const auto part = [](const char* name, const QString& value) {
        return QByteArray("<p>") + name + " <b>" + escaped(value) + "</b></p>";
    };
    QByteArray out =
        "<header><h3 id=\"" + anchorOf(index) + "\"><bdi>" + escaped(label.name) + "</bdi></h3>" +
        part("AP", figureText(label.averagePrecision.value)) +
        part("AUC", figureText(label.rocAuc.value)) +
        part("precision", figureText(label.precision.value)) +
        part("recall", figureText(label.recall.value)) + part("F1", figureText(label.f1.value)) +
        part("threshold", figureText(label.threshold)) + "<p>" +
        escaped(QString("%1, %2").arg(countOf(label.positives, "positive", "positives"),
                                      countOf(label.negatives, "negative", "negatives")));
    if (label.unknown > 0)
        out += ", " + escaped(countText(label.unknown)) + " unknown";
    out += "</p>";
    if (!label.note.isEmpty())
        out += "<p>Note: " + escaped(label.note) + "</p>";
    return out + "</header>\n";
}

QByteArray reliabilityDetails(const ReportLabel& label)
{
    if (label.reliability.empty())
        return {};
    return "<details class=\"more\"><summary>Reliability</summary>" +
           svgChart(reliabilityChart(label.reliability), SvgUse::InPage) + "</details>\n";
}

QByteArray section(const ReportLabel& label, std::size_t index)
{
    const bool hasScores = !label.positiveHistogram.empty() || !label.negativeHistogram.empty();
    return "<section class=\"card label\">" + sectionHead(label, index) +
           "<div class=\"panels\">\n" + confusionMatrix(label) +
           chartFigure("ROC curve", rocChart(label), !label.roc.empty(), label.rocAuc.reason) +
           chartFigure("Precision over recall", precisionRecallChart(label),
                       !label.precisionRecall.empty(), label.averagePrecision.reason) +
           chartFigure("Scores", scoreChart(label), hasScores, {}) + "</div>\n" +
           reliabilityDetails(label) + "</section>\n";
}

} // namespace

QByteArray labelTablePart(const ReportContents& contents)
{
    if (contents.labels.empty())
        return {};
    QByteArray out = "<h2 id=\"labels\">Labels</h2>\n";
    if (!contents.thresholds.isEmpty())
        out += "<p class=\"soft\">Thresholds: " + escaped(contents.thresholds) + ".</p>\n";
    out +=
        "<div class=\"card\"><div class=\"scroll\"><table class=\"wide\" data-sort><thead><tr>"
        "<th scope=\"col\" class=\"name\">Label</th><th scope=\"col\">support</th>"
        "<th scope=\"col\">AP</th><th scope=\"col\">AUC</th><th scope=\"col\">precision</th>"
        "<th scope=\"col\">recall</th><th scope=\"col\">F1</th><th scope=\"col\">threshold</th>"
        "<th scope=\"col\"><abbr title=\"true positives\">TP</abbr></th>"
        "<th scope=\"col\"><abbr title=\"false positives\">FP</abbr></th>"
        "<th scope=\"col\"><abbr title=\"false negatives\">FN</abbr></th>"
        "<th scope=\"col\"><abbr title=\"true negatives\">TN</abbr></th></tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < contents.labels.size(); ++i)
        out += tableRow(contents.labels[i], i);
    return out + "</tbody></table></div>\n" + remarks(contents) + "</div>\n";
}

QByteArray labelSectionsPart(const ReportContents& contents)
{
    if (contents.labels.empty())
        return {};
    QByteArray out = "<h2 id=\"details\">Curves of each label</h2>\n";
    for (std::size_t i = 0; i < contents.labels.size(); ++i)
        out += section(contents.labels[i], i);
    return out;
}

} // namespace labelwright
