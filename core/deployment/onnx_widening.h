#pragma once

#include "core/base/result.h"

#include <QString>

namespace labelwright {

/// Copies an ONNX file with its float16 weights, as rounded, and casts widened to float32: the same
/// network for runtimes that refuse float16, such as OpenCV 4.6. The copy appears only when
/// complete.
Result<void> widenOnnx(const QString& path, const QString& copy);

} // namespace labelwright
