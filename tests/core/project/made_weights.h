#pragma once

#include "core/model/model_spec.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace labelwright::tests {

/// Writes random weights for a spec with that many labels as a checkpoint's file with its JSON;
/// returns their SHA-256.
QByteArray writeMadeWeights(const QString& path, const ModelSpec& spec, int labels,
                            std::uint64_t seed = 1);

/// True when the file makes the spec's network and is what its JSON says.
bool canBeOpened(const QString& path, const ModelSpec& spec, int labels);

} // namespace labelwright::tests
