#pragma once

#include "core/base/result.h"
#include "core/deployment/prediction_service.h"

#include <QString>
#include <QStringList>

namespace labelwright::cli {

/// "file,score:sky,…,sky,…,error": an import takes the label columns for labels. Here and in the
/// lines, a text that a spreadsheet would take for a formula is led by an apostrophe.
QString predictionCsvHeader(const QStringList& labels);

QString predictionCsvLine(const QString& file, const Result<Prediction>& prediction,
                          const QStringList& labels);

} // namespace labelwright::cli
