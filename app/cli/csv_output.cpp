#include "app/cli/csv_output.h"

#include "core/base/csv_cell.h"

namespace labelwright::cli {

namespace {

QString cell(const QString& text)
{
    return QString::fromUtf8(csvCell(text, FormulaGuard::On));
}

} // namespace

QString predictionCsvHeader(const QStringList& labels)
{
    QStringList cells{"file"};
    for (const QString& label : labels)
        cells.append(cell("score:" + label));
    for (const QString& label : labels)
        cells.append(cell(label));
    cells.append("error");
    return cells.join(',');
}

QString predictionCsvLine(const QString& file, const Result<Prediction>& prediction,
                          const QStringList& labels)
{
    QStringList cells{cell(file)};
    for (qsizetype i = 0; i < labels.size(); ++i)
        cells.append(prediction ? QString::number(static_cast<double>(
                                                      prediction->scores[static_cast<std::size_t>(i)]),
                                                  'g', 9)
                                : QString());
    for (qsizetype i = 0; i < labels.size(); ++i)
        cells.append(prediction
                         ? QString::number(int(prediction->present[static_cast<std::size_t>(i)]))
                         : QString());
    cells.append(prediction ? QString() : cell(prediction.error().summary));
    return cells.join(',');
}

} // namespace labelwright::cli
