#include "core/report/html_report.h"

#include "core/base/digest.h"
#include "core/report/html_parts.h"
#include "core/report/html_style.h"
#include "core/report/markup.h"

namespace labelwright {

namespace {

/// Forbids the page everything but its own style, its own script and embedded pictures, so that a
/// label's name can never load or run anything.
QByteArray securityPolicy(const QByteArray& script)
{
    const QByteArray digest = QByteArray::fromHex(sha256(script)).toBase64();
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src "
           "data:; "
           "style-src 'unsafe-inline'; script-src 'sha256-" +
           digest + "'\">\n";
}

} // namespace

QByteArray htmlReport(const ReportContents& contents)
{
    const QByteArray script = htmlReportScript();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
           securityPolicy(script) +
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(contents.title) + "</title>\n<style>" + htmlReportStyle() +
           "</style>\n</head>\n<body>\n<main>\n" + headPart(contents) + navigationPart(contents) +
           overallPart(contents) + labelTablePart(contents) + dataPart(contents) +
           trainingPart(contents) + reliabilityPart(contents) + samplesPart(contents) +
           labelSectionsPart(contents) + footPart(contents) + "</main>\n<script>" + script +
           "</script>\n</body>\n</html>\n";
}

} // namespace labelwright
