#include "ui/datasets/column_histogram.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace labelwright {

namespace {

constexpr std::size_t maxBins = 12;

/// For texts outside of a widget.
class HistogramWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::HistogramWords)
};

QString numberText(double value)
{
    return QLocale().toString(value, 'g', 6);
}

/// The numbers of the cells that are not blank; nothing when one of them is no number or none is.
std::optional<std::vector<double>> numbersOf(std::size_t rows,
                                             const std::function<QString(std::size_t)>& cell)
{
    std::vector<double> numbers;
    for (std::size_t row = 0; row < rows; ++row) {
        const QString text = cell(row);
        if (text.isEmpty())
            continue;
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(value))
            return std::nullopt;
        numbers.push_back(value);
    }
    return numbers.empty() ? std::nullopt : std::optional(std::move(numbers));
}

ColumnHistogram ofNumbers(const std::vector<double>& numbers)
{
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    const double from = *low;
    const double width = (*high - from) / static_cast<double>(maxBins);
    if (width <= 0)
        return histogramOf({{numberText(from), static_cast<qint64>(numbers.size())}});
    std::vector<HistogramBin> bins(maxBins);
    for (std::size_t i = 0; i < maxBins; ++i)
        bins[i].text = QStringLiteral("%1 – %2").arg(
            numberText(from + width * static_cast<double>(i)),
            numberText(from + width * static_cast<double>(i + 1)));
    for (const double value : numbers)
        ++bins[std::min(maxBins - 1, static_cast<std::size_t>((value - from) / width))].count;
    ColumnHistogram histogram = histogramOf(std::move(bins));
    histogram.isNumeric = true;
    return histogram;
}

ColumnHistogram ofTexts(std::size_t rows, const std::function<QString(std::size_t)>& cell)
{
    QHash<QString, qint64> counts;
    for (std::size_t row = 0; row < rows; ++row)
        ++counts[cell(row)];
    std::vector<HistogramBin> bins;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        bins.push_back({it.key().isEmpty() ? HistogramWords::tr("(blank)") : it.key(), it.value()});
    std::sort(bins.begin(), bins.end(), [](const HistogramBin& a, const HistogramBin& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    if (bins.size() > maxBins + 1) {
        HistogramBin others{
            HistogramWords::tr("%1 other values").arg(static_cast<qint64>(bins.size() - maxBins)), 0};
        for (std::size_t i = maxBins; i < bins.size(); ++i)
            others.count += bins[i].count;
        bins.resize(maxBins);
        bins.push_back(std::move(others));
    }
    return histogramOf(std::move(bins));
}

} // namespace

ColumnHistogram histogramOf(std::vector<HistogramBin> bins)
{
    ColumnHistogram histogram;
    for (const HistogramBin& bin : bins) {
        histogram.highest = std::max(histogram.highest, bin.count);
        histogram.total += bin.count;
    }
    histogram.bins = std::move(bins);
    return histogram;
}

ColumnHistogram histogramOf(std::size_t rows, const std::function<QString(std::size_t)>& cell)
{
    if (const auto numbers = numbersOf(rows, cell))
        return ofNumbers(*numbers);
    return ofTexts(rows, cell);
}

} // namespace labelwright
