#include "ui/datasets/dataset_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace labelwright {

namespace {

/// For texts outside of a widget.
class DatasetWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::DatasetWords)
};

QString sharesInWords(const QJsonArray& shares)
{
    double sum = 0;
    for (const QJsonValue& share : shares)
        sum += share.toDouble();
    QStringList parts;
    for (const QJsonValue& share : shares)
        parts.append(QLocale().toString(sum > 0 ? 100 * share.toDouble() / sum : 0, 'g', 3));
    return parts.join(QStringLiteral(" / "));
}

QString conditionsInWords(const QJsonArray& rules)
{
    QStringList parts;
    for (const QJsonValue& rule : rules)
        parts.append(DatasetWords::tr("%1 where %2")
                         .arg(rule["subset"].toString(), rule["condition"].toString()));
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString ageInWords(const QDateTime& then, const QDateTime& now)
{
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return DatasetWords::tr("just now");
    if (minutes < 60)
        return minutes == 1 ? DatasetWords::tr("1 minute ago")
                            : DatasetWords::tr("%1 minutes ago").arg(minutes);
    if (minutes < 24 * 60)
        return minutes < 120 ? DatasetWords::tr("1 hour ago")
                             : DatasetWords::tr("%1 hours ago").arg(minutes / 60);
    const qint64 days = then.daysTo(now);
    if (days < 30)
        return days <= 1 ? DatasetWords::tr("yesterday")
                         : DatasetWords::tr("%1 days ago").arg(days);
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

QString ruleInWords(const QJsonObject& rules)
{
    const QString method = rules["method"].toString();
    QString text;
    if (method.isEmpty())
        return DatasetWords::tr("Not split yet");
    if (method == QStringLiteral("column"))
        return DatasetWords::tr("From the index's subset column");
    if (method == QStringLiteral("conditions"))
        text = DatasetWords::tr("By conditions: %1").arg(conditionsInWords(rules["rules"].toArray()));
    else if (method.endsWith(QStringLiteral("pairs")))
        text = DatasetWords::tr("By chance %1 %, every pair of labels in proportion, seed %2");
    else
        text = DatasetWords::tr("By chance %1 %, every label in proportion, seed %2");
    if (rules.contains(QStringLiteral("shares")))
        text = text.arg(sharesInWords(rules["shares"].toArray()))
                   .arg(rules["seed"].toInteger());
    if (const QString filter = rules["filter"].toString(); !filter.isEmpty())
        text += DatasetWords::tr("; only where %1").arg(filter);
    return text;
}

QString imagesInWords(qint64 count)
{
    if (count == 1)
        return DatasetWords::tr("1 image");
    return DatasetWords::tr("%1 images").arg(QLocale().toString(count));
}

QString percentInWords(qint64 part, qint64 whole)
{
    const double share =
        whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    const bool whole10 = share == 0 || share >= 10;
    return DatasetWords::tr("%1 %").arg(QLocale().toString(share, 'f', whole10 ? 0 : 1));
}

} // namespace labelwright
