#pragma once

#include <QPointF>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace labelwright {

/// A figure with its interval, or the reason why there is none.
struct ReportFigure
{
    std::optional<double> value;
    std::optional<double> low;  ///< Lower end of the 95 % bootstrap interval.
    std::optional<double> high; ///< Upper end.
    QString reason;             ///< Why `value` is missing: "no positives in test".
};

/// Mean score and share of positives in one bin of scores.
struct ReportReliabilityBin
{
    double meanScore = 0;
    double positiveShare = 0;
    std::size_t count = 0;
};

/// One label's results on the evaluated subset.
struct ReportLabel
{
    QString name;
    std::size_t positives = 0;
    std::size_t negatives = 0;
    std::size_t unknown = 0;
    ReportFigure averagePrecision;
    ReportFigure rocAuc;
    ReportFigure precision;
    ReportFigure recall;
    ReportFigure f1;
    double threshold = 0.5;
    QString note; ///< What to know of its threshold and calibration; may be empty.
    std::size_t truePositive = 0;
    std::size_t falsePositive = 0;
    std::size_t trueNegative = 0;
    std::size_t falseNegative = 0;
    std::vector<QPointF> roc;                      ///< x false positive rate, y true positive rate.
    std::vector<QPointF> precisionRecall;          ///< x recall, y precision, rising recall.
    std::vector<std::size_t> positiveHistogram;    ///< Positives per equal bin of scores in [0, 1].
    std::vector<std::size_t> negativeHistogram;    ///< Negatives; as many bins.
    std::vector<ReportReliabilityBin> reliability; ///< Empty bins left out; may be empty.
};

} // namespace labelwright
