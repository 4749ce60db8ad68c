#pragma once

#include "core/deployment/onnx_export.h"
#include "core/deployment/prediction_service.h"

#include <QString>

#include <vector>

namespace labelwright::tests {

/// A network to export, and how.
struct ExportCase
{
    QString group; ///< What it is about: a backbone, or "convolutions", "pooling", "activations",
                   ///< "heads", "forms".
    QString name;  ///< Of its files.
    ModelSpec spec;
    int labels = 4;
    CalibrationKind calibration = CalibrationKind::Platt;
    OnnxOptions options;
    QString backbone; ///< Real weights to be used; empty: random ones.
};

/// Each backbone, each block kind, activation and target on small inputs, and each form of input.
/// Backbones with real weights where LABELWRIGHT_BACKBONES has them.
std::vector<ExportCase> exportCases();

/// The groups of all cases, in order.
std::vector<QString> exportGroups();

/// The network of a case with its weights, written into `folder`.
ServedModel modelOf(const ExportCase& exported, const QString& folder);

/// Images as `prepareImage` makes them, different from each other.
std::vector<Pixels> preparedImages(const ModelSpec& spec, int count);

/// The numbers of images that are tried as one batch, and their sum.
inline constexpr int batches[] = {1, 2, 3, 16};
inline constexpr int imagesOfAllBatches = 22;

} // namespace labelwright::tests
