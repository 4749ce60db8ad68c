#pragma once

#include "tests/core/evaluation/peer_cases.h"

#include <QJsonArray>

#include <optional>

namespace labelwright::tests {

/// scikit-learn's figures of the cases, one object each, empty when it failed; nothing where
/// python3-sklearn is missing.
std::optional<QJsonArray> askSklearn(const std::vector<PeerCase>& cases);

} // namespace labelwright::tests
