#pragma once

#include "core/base/annotation.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace labelwright::tests {

/// Where scores of a generated case come from.
enum class ScoreKind { Continuous, Ties, Constant, Saturated };

/// A random matrix of scores and truth.
struct PeerCase
{
    std::string name;
    std::size_t samples = 0;
    std::size_t labels = 0;
    ScoreKind scoreKind = ScoreKind::Continuous;
    double unknownShare = 0;
    bool singleClassLabels = false; ///< Label 0 all absent, label 1 all present, 2 all unknown.
    std::uint64_t seed = 1;

    std::vector<float> scores;
    std::vector<Annotation> truth;
    std::vector<float> thresholds;
    QStringList names;
};

/// Fills scores, truth, thresholds and names; the scores tell something about the truth.
PeerCase generated(PeerCase description);

/// The cases that are compared with scikit-learn.
std::vector<PeerCase> peerCases();

} // namespace labelwright::tests
