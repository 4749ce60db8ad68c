#include "core/evaluation/score_histogram.h"

#include <algorithm>

namespace labelwright {

ScoreHistogram scoreHistogram(std::span<const float> scores, std::span<const Annotation> truth,
                              int bins)
{
    ScoreHistogram histogram;
    histogram.positives.assign(static_cast<std::size_t>(bins), 0);
    histogram.negatives.assign(static_cast<std::size_t>(bins), 0);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const int part = static_cast<int>(scores[i] * static_cast<float>(bins));
        const auto bin = static_cast<std::size_t>(std::clamp(part, 0, bins - 1));
        if (truth[i] == Annotation::Present)
            ++histogram.positives[bin];
        if (truth[i] == Annotation::Absent)
            ++histogram.negatives[bin];
    }
    return histogram;
}

} // namespace labelwright
