#pragma once

#include "core/project/subsets.h"

#include <QDateTime>
#include <QString>

namespace labelwright {

/// "just now", "5 minutes ago", "3 days ago", later the date.
QString ageInWords(const QDateTime& then, const QDateTime& now = QDateTime::currentDateTime());

/// How the subsets were made: "By chance 80 / 10 / 10 %, every label in proportion, seed 1".
QString ruleInWords(const QJsonObject& rules);

/// "1 image", "4,120 images".
QString imagesInWords(qint64 count);

/// "39 %", one digit after the point below 10.
QString percentInWords(qint64 part, qint64 whole);

} // namespace labelwright
