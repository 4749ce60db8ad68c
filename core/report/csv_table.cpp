#include "core/report/csv_table.h"

#include "core/base/csv_cell.h"

#include <QStringList>

#include <cmath>

namespace labelwright {

namespace {

QString cell(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QString::number(*value, 'g', 9) : QString();
}

QString cell(std::size_t count)
{
    return QString::number(count);
}

QString rowOf(const ReportLabel& label)
{
    const QStringList cells{
        QString::fromUtf8(csvCell(label.name, FormulaGuard::On)),
        cell(label.positives),
        cell(label.negatives),
        cell(label.unknown),
        cell(label.averagePrecision.value),
        cell(label.averagePrecision.low),
        cell(label.averagePrecision.high),
        cell(label.rocAuc.value),
        cell(label.precision.value),
        cell(label.recall.value),
        cell(label.f1.value),
        cell(std::optional(label.threshold)),
        cell(label.truePositive),
        cell(label.falsePositive),
        cell(label.trueNegative),
        cell(label.falseNegative),
    };
    return cells.join(',');
}

} // namespace

QByteArray csvTable(const std::vector<ReportLabel>& labels)
{
    QString out = QStringLiteral(
        "label,support,negatives,unknown,averagePrecision,averagePrecisionLow,"
        "averagePrecisionHigh,rocAuc,precision,recall,f1,threshold,truePositive,falsePositive,"
        "trueNegative,falseNegative\r\n");
    for (const ReportLabel& label : labels)
        out += rowOf(label) + QStringLiteral("\r\n");
    return out.toUtf8();
}

} // namespace labelwright
