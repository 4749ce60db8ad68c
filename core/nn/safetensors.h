#pragma once

#include "core/base/result.h"
#include "core/nn/weights_file.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace labelwright {

/// The tensors of a file in Hugging Face's safetensors format (8 bytes header length, a JSON
/// header, the values), by name. Refuses, naming `fileName` and the tensor, a header that is
/// longer than 16 MiB or no JSON, unknown types, sizes that do not fit their shape, and values
/// that overlap, leave holes or reach outside the file.
Result<std::vector<WeightTensor>> readSafetensors(QByteArrayView bytes, const QString& fileName);

/// The same in the other direction; the same tensors in any order give the same bytes.
QByteArray writeSafetensors(const std::vector<WeightTensor>& tensors);

} // namespace labelwright
