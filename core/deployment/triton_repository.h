#pragma once

#include "core/deployment/model_file.h"

#include <QString>

#include <vector>

namespace labelwright {

/// Where in a model repository an export goes.
struct TritonPlace
{
    /// What is new and appears at once.
    enum class Part { Repository, Model, Version };

    QString target; ///< The folder that appears.
    Part part = Part::Repository;
    QString model; ///< Name of the model.
    int version = 1;
};

/// The title as the name of a model: letters, digits, '_', '-' and '.'.
QString tritonName(const QString& title);

/// Looks at what stands in the repository `target.path`: a model of another name goes beside those there are, one
/// of the same name becomes its next version, or replaces it where `target.overwrite` says so.
/// Refuses a folder that is no repository, and a model whose input, outputs or labels are others
/// than those of the versions before.
Result<TritonPlace> planTriton(const BundleRequest& request, const ExportTarget& target);

/// Writes that part into the empty folder `staged`: config.pbtxt and labels.txt of the model, and in
/// the version's folder model.onnx, proven, with preprocessing, thresholds and proof.
Result<std::vector<ModelProof>> writeTriton(const ProvenExport& work, const TritonPlace& place,
                                            const QString& staged);

} // namespace labelwright
