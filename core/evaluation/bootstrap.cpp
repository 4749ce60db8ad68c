#include "core/evaluation/bootstrap.h"

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/evaluation/weighted_label.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace labelwright {

namespace {

/// How often each sample is drawn, resample by resample; the first resample is the samples
/// themselves.
class Resamples
{
public:
    Resamples(std::size_t samples, const BootstrapOptions& options)
        : m_samples(samples), m_count(static_cast<std::size_t>(std::max(0, options.resamples)) + 1),
          m_weights(samples * m_count)
    {
        std::fill_n(m_weights.begin(), samples, std::uint8_t{1});
        parallelFor(m_count - 1, defaultThreadCount(), [&](int, std::size_t index) {
            Random random(options.seed, index);
            std::uint8_t* weights = m_weights.data() + (index + 1) * samples;
            for (std::size_t i = 0; i < samples; ++i)
                ++weights[random.below(samples)];
        });
    }

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::span<const std::uint8_t> weights(std::size_t resample) const
    {
        return std::span(m_weights).subspan(resample * m_samples, m_samples);
    }

private:
    std::size_t m_samples;
    std::size_t m_count;
    std::vector<std::uint8_t> m_weights;
};

/// Figures by label, then resample.
using FigureTable = std::vector<std::vector<WeightedFigures>>;

FigureTable figureTable(std::span<const float> scores, std::span<const Annotation> truth,
                        std::span<const float> thresholds, const Resamples& resamples)
{
    const std::size_t labels = thresholds.size();
    FigureTable table(labels);
    parallelFor(labels, defaultThreadCount(), [&](int, std::size_t label) {
        const WeightedLabel weighted(scores, truth, labels, label, thresholds[label]);
        table[label].reserve(resamples.count());
        for (std::size_t resample = 0; resample < resamples.count(); ++resample)
            table[label].push_back(weighted.figures(resamples.weights(resample)));
    });
    return table;
}

/// Linear interpolation between order statistics, as numpy.percentile.
double quantile(std::span<const double> sorted, double share)
{
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], position - static_cast<double>(below));
}

/// The first value is the figure on the samples themselves; NaN is undefined.
std::optional<Interval> intervalOf(std::vector<double> values, double confidence)
{
    if (values.empty() || std::isnan(values.front()))
        return std::nullopt;
    Interval interval;
    interval.value = values.front();
    values.erase(values.begin());
    const std::size_t drawn = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty() || 2 * values.size() < drawn)
        return std::nullopt;
    std::sort(values.begin(), values.end());
    interval.low = quantile(values, (1 - confidence) / 2);
    interval.high = quantile(values, (1 + confidence) / 2);
    interval.resamples = static_cast<int>(values.size());
    return interval;
}

std::optional<Interval> labelInterval(const std::vector<WeightedFigures>& row,
                                      double WeightedFigures::* figure, double confidence)
{
    std::vector<double> values;
    values.reserve(row.size());
    for (const WeightedFigures& figures : row)
        values.push_back(figures.*figure);
    return intervalOf(std::move(values), confidence);
}

/// Mean over the labels in which the figure is defined, by resample.
std::vector<double> macroByResample(const FigureTable& table, double WeightedFigures::* figure,
                                    std::size_t resamples)
{
    std::vector<double> sums(resamples);
    std::vector<int> covered(resamples);
    for (const std::vector<WeightedFigures>& row : table)
        for (std::size_t i = 0; i < resamples; ++i)
            if (!std::isnan(row[i].*figure)) {
                sums[i] += row[i].*figure;
                ++covered[i];
            }
    for (std::size_t i = 0; i < resamples; ++i)
        sums[i] = covered[i] > 0 ? sums[i] / covered[i] : std::nan("");
    return sums;
}

std::vector<double> microF1ByResample(const FigureTable& table, std::size_t resamples)
{
    std::vector<double> values(resamples);
    for (std::size_t i = 0; i < resamples; ++i) {
        double hits = 0;
        double positives = 0;
        double predicted = 0;
        for (const std::vector<WeightedFigures>& row : table) {
            hits += row[i].truePositive;
            positives += row[i].positives;
            predicted += row[i].predicted;
        }
        values[i] = positives > 0 ? 2 * hits / (predicted + positives) : std::nan("");
    }
    return values;
}

} // namespace

BootstrapIntervals bootstrapIntervals(std::span<const float> scores,
                                      std::span<const Annotation> truth,
                                      std::span<const float> thresholds, std::size_t labels,
                                      const BootstrapOptions& options)
{
    assert(scores.size() == truth.size() && thresholds.size() == labels);
    BootstrapIntervals result;
    if (labels == 0 || scores.empty())
        return result;
    const Resamples resamples(scores.size() / labels, options);
    const FigureTable table = figureTable(scores, truth, thresholds, resamples);
    const double confidence = options.confidence;
    const std::size_t count = resamples.count();
    result.meanAveragePrecision = intervalOf(
        macroByResample(table, &WeightedFigures::averagePrecision, count), confidence);
    result.macroF1 = intervalOf(macroByResample(table, &WeightedFigures::f1, count), confidence);
    result.microF1 = intervalOf(microF1ByResample(table, count), confidence);
    for (const std::vector<WeightedFigures>& row : table)
        result.labels.push_back({labelInterval(row, &WeightedFigures::averagePrecision, confidence),
                                 labelInterval(row, &WeightedFigures::rocAuc, confidence),
                                 labelInterval(row, &WeightedFigures::precision, confidence),
                                 labelInterval(row, &WeightedFigures::recall, confidence),
                                 labelInterval(row, &WeightedFigures::f1, confidence)});
    return result;
}

PairedDifference comparePaired(std::span<const float> first, std::span<const float> second,
                               std::span<const Annotation> truth, std::size_t labels,
                               const BootstrapOptions& options)
{
    assert(first.size() == truth.size() && second.size() == truth.size());
    PairedDifference result;
    result.averagePrecision.resize(labels);
    if (labels == 0 || truth.empty())
        return result;
    const Resamples resamples(truth.size() / labels, options);
    const std::vector<float> thresholds(labels, 0.5F);
    FigureTable table = figureTable(second, truth, thresholds, resamples);
    const FigureTable base = figureTable(first, truth, thresholds, resamples);
    for (std::size_t label = 0; label < labels; ++label) {
        for (std::size_t i = 0; i < resamples.count(); ++i)
            table[label][i].averagePrecision -= base[label][i].averagePrecision;
        result.averagePrecision[label] = labelInterval(
            table[label], &WeightedFigures::averagePrecision, options.confidence);
    }
    const std::vector<double> differences
        = macroByResample(table, &WeightedFigures::averagePrecision, resamples.count());
    result.meanAveragePrecision = intervalOf(differences, options.confidence);
    const auto better = std::count_if(differences.begin() + 1, differences.end(),
                                      [](double difference) { return difference > 0; });
    if (differences.size() > 1)
        result.secondBetterShare
            = static_cast<double>(better) / static_cast<double>(differences.size() - 1);
    return result;
}

} // namespace labelwright
