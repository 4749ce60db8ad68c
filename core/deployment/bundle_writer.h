#pragma once

#include "core/deployment/model_file.h"

#include <QDir>

#include <vector>

namespace labelwright {

/// Fills an empty folder with a bundle: both models, proven, and all that goes with them.
Result<std::vector<ModelProof>> writeBundle(const ProvenExport& work, const QDir& folder);

} // namespace labelwright
