#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace labelwright {

/// Type of a tensor's values in a file.
enum class WeightType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

/// Bytes of one value.
int sizeOf(WeightType type);

/// safetensors' word for it, "F32".
QString weightTypeName(WeightType type);

/// A tensor in memory, row by row, without torch.
struct WeightTensor
{
    std::string name;
    WeightType type = WeightType::F32;
    std::vector<std::int64_t> shape; ///< Empty for a single value.
    QByteArray bytes;                ///< Little-endian; as many as shape and type ask for.
};

/// All tensors of a torchvision `.pth` (see pth_reader.h) or a `.safetensors` (see
/// safetensors.h), by the file name's ending.
Result<std::vector<WeightTensor>> readTensors(const QString& path);

/// The same from the content of a file of that name.
Result<std::vector<WeightTensor>> parseTensors(const QByteArray& content, const QString& fileName);

/// The content of a weights file; refuses one that is missing or larger than 2 GiB.
Result<QByteArray> readWholeWeights(const QString& path);

/// Writes `tensors` as `path` (".safetensors") and beside it a `.json` of the same name with
/// `facts`, the file's size and its SHA-256, each atomically, the JSON last. Returns the SHA-256
/// as 64 hexadecimal digits.
Result<QByteArray> writeCheckpoint(const QString& path, const std::vector<WeightTensor>& tensors,
                                   const QJsonObject& facts);

/// A checkpoint as `writeCheckpoint` left it.
struct CheckpointContent
{
    std::vector<WeightTensor> tensors;
    QJsonObject facts;
    QByteArray sha256;
};

/// Refuses a file that is missing, has no JSON or another SHA-256 than it says.
Result<CheckpointContent> readCheckpoint(const QString& path);

} // namespace labelwright
