#include "tests/core/evaluation/peer_cases.h"

#include "core/base/random.h"

#include <cmath>

namespace labelwright::tests {

namespace {

float drawScore(ScoreKind kind, bool present, Random& random)
{
    const double raw = 1 / (1 + std::exp(-(random.normal() + (present ? 0.7 : -0.7))));
    switch (kind) {
    case ScoreKind::Continuous: return static_cast<float>(raw);
    case ScoreKind::Ties: return static_cast<float>(std::round(raw * 8) / 8);
    case ScoreKind::Constant: return 0.5F;
    case ScoreKind::Saturated: return raw > 0.6 ? 1.0F : raw < 0.3 ? 0.0F : static_cast<float>(raw);
    }
    return 0;
}

Annotation drawTruth(const PeerCase& description, std::size_t label, double prevalence,
                     Random& random)
{
    const bool present = random.chance(prevalence);
    const bool unknown = random.chance(description.unknownShare);
    if (description.singleClassLabels && label == 2)
        return Annotation::Unknown;
    if (unknown)
        return Annotation::Unknown;
    if (description.singleClassLabels && label < 2)
        return label == 0 ? Annotation::Absent : Annotation::Present;
    return present ? Annotation::Present : Annotation::Absent;
}

} // namespace

PeerCase generated(PeerCase description)
{
    Random random(description.seed);
    std::vector<double> prevalence;
    for (std::size_t label = 0; label < description.labels; ++label) {
        prevalence.push_back(random.uniform(0.05, 0.6));
        description.thresholds.push_back(
            description.scoreKind == ScoreKind::Continuous
                ? static_cast<float>(random.uniform(0.2, 0.8))
                : 0.5F);
        description.names.append(QStringLiteral("label %1").arg(label));
    }
    for (std::size_t sample = 0; sample < description.samples; ++sample)
        for (std::size_t label = 0; label < description.labels; ++label) {
            const Annotation truth = drawTruth(description, label, prevalence[label], random);
            description.truth.push_back(truth);
            description.scores.push_back(
                drawScore(description.scoreKind, truth == Annotation::Present, random));
        }
    return description;
}

std::vector<PeerCase> peerCases()
{
    std::vector<PeerCase> cases;
    const auto add = [&](const char* name, std::size_t samples, std::size_t labels, ScoreKind kind,
                         double unknownShare, bool singleClassLabels) {
        PeerCase description;
        description.name = name;
        description.samples = samples;
        description.labels = labels;
        description.scoreKind = kind;
        description.unknownShare = unknownShare;
        description.singleClassLabels = singleClassLabels;
        description.seed = 100 + cases.size();
        cases.push_back(generated(std::move(description)));
    };
    add("random", 300, 12, ScoreKind::Continuous, 0, false);
    add("random again", 500, 5, ScoreKind::Continuous, 0, false);
    add("ties", 300, 12, ScoreKind::Ties, 0, false);
    add("constant scores", 120, 6, ScoreKind::Constant, 0, false);
    add("saturated scores", 200, 6, ScoreKind::Saturated, 0, false);
    add("unknown cells", 300, 12, ScoreKind::Continuous, 0.3, false);
    add("unknown cells and ties", 300, 12, ScoreKind::Ties, 0.3, false);
    add("single-class labels", 200, 8, ScoreKind::Ties, 0, true);
    add("single-class labels, mostly unknown", 150, 8, ScoreKind::Continuous, 0.8, true);
    add("few samples", 6, 7, ScoreKind::Continuous, 0, false);
    return cases;
}

} // namespace labelwright::tests
