#pragma once

#include "core/report/report_contents.h"

#include <QByteArray>

namespace labelwright {

/// Parts of the HTML report; each is empty when its contents are.

/// Title, dataset and date.
QByteArray headPart(const ReportContents& contents);

/// Links to the other parts.
QByteArray navigationPart(const ReportContents& contents);

/// The first overall figure large, the others beside it.
QByteArray overallPart(const ReportContents& contents);

/// Samples and positives per label and subset.
QByteArray dataPart(const ReportContents& contents);

/// Settings with reasons, curves over epochs, a table of the epochs.
QByteArray trainingPart(const ReportContents& contents);

/// One row per label.
QByteArray labelTablePart(const ReportContents& contents);

/// Confusion matrix and curves of each label.
QByteArray labelSectionsPart(const ReportContents& contents);

/// Reliability of all labels pooled.
QByteArray reliabilityPart(const ReportContents& contents);

/// Sample predictions.
QByteArray samplesPart(const ReportContents& contents);

/// What the figures mean.
QByteArray footPart(const ReportContents& contents);

/// A bar from 0 to 1 with the interval and the value on it; empty without a value.
QByteArray intervalBar(const ReportFigure& figure);

} // namespace labelwright
