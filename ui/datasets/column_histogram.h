#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace labelwright {

/// One bar: what falls into it, in words, and how often.
struct HistogramBin
{
    QString text;
    qint64 count = 0;

    friend bool operator==(const HistogramBin&, const HistogramBin&) = default;
};

/// How the values of a column are spread.
struct ColumnHistogram
{
    std::vector<HistogramBin> bins;
    bool isNumeric = false; ///< Bins of equal width, rising; else categories, most frequent first.
    qint64 highest = 0;     ///< Largest count, at least 0.
    qint64 total = 0;

    friend bool operator==(const ColumnHistogram&, const ColumnHistogram&) = default;
};

/// Bars in the order given.
ColumnHistogram histogramOf(std::vector<HistogramBin> bins);

/// Of texts: numbers throughout (but for blank cells) make twelve bins of equal width, anything else
/// the twelve most frequent values and one bin for the others. `cell` is called with 0 … rows - 1.
ColumnHistogram histogramOf(std::size_t rows, const std::function<QString(std::size_t)>& cell);

} // namespace labelwright
