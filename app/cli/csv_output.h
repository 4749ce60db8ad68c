#pragma once

#include "core/base/result.h"
#include "core/deployment/prediction_service.h"

#include <QString>
#include <QStringList>

namespace labelwright::cli {

/// "file,score:sky,…,sky,…,error": the label columns read back by an import.
QString predictionCsvHeader(const QStringList& labels);

QString predictionCsvLine(const QString& file, const Result<Prediction>& prediction,
                          const QStringList& labels);

} // namespace labelwright::cli
