#pragma once

#include "core/nn/network_plan.h"
#include "core/nn/weights_file.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace labelwright::tests {

/// A zip of uncompressed entries, as torch.save writes it.
QByteArray storedZip(const std::vector<std::pair<QByteArray, QByteArray>>& entries);

/// A `.pth` in torch.save's zip form whose pickle is `pickle` and whose storage 0 is `storage`.
QByteArray zippedPth(const QByteArray& pickle, const QByteArray& storage = {});

/// The same in the form before torch 1.6; `count` values are in storage "0"; 0: there
/// is no storage.
QByteArray legacyPth(const QByteArray& pickle, const QByteArray& storage, std::int64_t count);

/// A pickle of OrderedDict({"weight": tensor}) where the tensor is FLOAT, `shape` and `strides`
/// are tuples of small numbers, and its storage "0" holds `count` values.
QByteArray tensorPickle(const std::vector<int>& shape, const std::vector<int>& strides, int count,
                        int offset = 0);

/// Tensors that fit a plan, with small pseudo-random values.
std::vector<WeightTensor> randomTensors(const NetworkPlan& plan, std::uint64_t seed);

/// Writes random weights of a backbone, as if they were its pretrained ones, as a .safetensors in
/// `folder`; returns the file's path.
QString writeBackbone(const QString& name, std::uint64_t seed, const QString& folder);

/// A FLOAT tensor.
WeightTensor floatTensor(const std::string& name, std::vector<std::int64_t> shape,
                         const std::vector<float>& values);

} // namespace labelwright::tests
