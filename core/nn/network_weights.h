#pragma once

#include "core/nn/network.h"
#include "core/nn/weights_file.h"

namespace labelwright {

/// Copies tensors out of torch, contiguous and on the CPU.
std::vector<WeightTensor>
toWeights(const std::vector<std::pair<std::string, torch::Tensor>>& tensors);

/// A copy as a torch tensor of the same type and shape.
torch::Tensor toTensor(const WeightTensor& tensor);

/// Saves `network.state()` (or other tensors under the same names, such as averaged weights) with
/// `writeCheckpoint`. Returns the SHA-256.
Result<QByteArray> saveWeights(const std::vector<std::pair<std::string, torch::Tensor>>& state,
                               const QString& path, const QJsonObject& facts = {});

/// Reads a checkpoint into `network`; returns its facts. Refuses damage (SHA-256) and the first
/// name, type or shape that does not fit; then the network is unchanged.
Result<QJsonObject> loadWeights(Network& network, const QString& path);

/// Reads a backbone's weights, with torchvision's names, into `network`'s backbone. The file's
/// classifier is not used. Refuses the first name, type or shape that does not fit; then the
/// network is unchanged.
Result<void> loadBackboneWeights(Network& network, const QString& path);

} // namespace labelwright
