#include "core/report/html_parts.h"
#include "core/report/markup.h"

#include <algorithm>

namespace labelwright {

namespace {

/// What a prediction is worth, in words.
QByteArray verdict(const ReportSample::Label& label)
{
    if (!label.truth)
        return label.predicted ? "predicted, truth unknown" : "truth unknown";
    if (label.predicted && *label.truth)
        return "<span class=\"right\">✓ right</span>";
    if (label.predicted)
        return "<span class=\"wrong\">✗ false alarm</span>";
    return *label.truth ? QByteArray("<span class=\"wrong\">✗ missed</span>")
                        : QByteArray("absent");
}

QByteArray sampleCard(const ReportSample& sample)
{
    QByteArray out = "<article class=\"card sample\">";
    if (!sample.jpeg.isEmpty())
        out += "<img alt=\"" + escaped(sample.name) +
               "\" loading=\"lazy\" src=\"data:image/jpeg;base64," + sample.jpeg.toBase64() + "\">";
    out += "<div><div class=\"file\" style=\"padding:0\"><bdi>" + escaped(sample.name) +
           "</bdi></div><ul>";
    for (const ReportSample::Label& label : sample.labels)
        out += "<li><span><bdi>" + escaped(label.name) + "</bdi> <span class=\"soft\">" +
               escaped(figureText(label.score, 2)) + "</span></span><span class=\"soft\">" +
               verdict(label) + "</span></li>\n";
    return out + "</ul></div></article>\n";
}

} // namespace

QByteArray samplesPart(const ReportContents& contents)
{
    if (contents.samples.empty())
        return {};
    QByteArray out = "<h2 id=\"samples\">Sample predictions</h2>\n<div class=\"samples\">\n";
    for (const ReportSample& sample : contents.samples)
        out += sampleCard(sample);
    return out + "</div>\n";
}

} // namespace labelwright
