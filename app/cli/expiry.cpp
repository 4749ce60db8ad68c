#include "app/cli/expiry.h"

namespace labelwright::cli {

namespace {

constexpr int mostDays = 36500;

} // namespace

Result<QDateTime> expiryOf(const QString& daysOrDate, const QDateTime& now)
{
    const QString given = daysOrDate.trimmed();
    bool isNumber = false;
    const int days = given.toInt(&isNumber);
    if (isNumber && days >= 1 && days <= mostDays)
        return now.addDays(days);
    const QDate date = isNumber ? QDate() : QDate::fromString(given, Qt::ISODate);
    if (!date.isValid())
        return failure(QStringLiteral("--expires takes a number of days from 1 to %1 or a date "
                                      "like 2027-01-31, not '%2'.")
                           .arg(mostDays)
                           .arg(given));
    return date.addDays(1).startOfDay();
}

} // namespace labelwright::cli
