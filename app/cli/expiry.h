#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

namespace labelwright::cli {

/// When something ends that is valid for a number of days ("30": from `now`), or until the end of a
/// date ("2027-01-31", in local time). Fails with a sentence for anything else.
Result<QDateTime> expiryOf(const QString& daysOrDate, const QDateTime& now);

} // namespace labelwright::cli
