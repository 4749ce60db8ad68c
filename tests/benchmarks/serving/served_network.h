#pragma once

#include "core/deployment/inference_queue.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace labelwright::benchmarks {

/// mobilenet_v2 with the weights that LABELWRIGHT_BACKBONES has, or random ones, and 20 labels;
/// its checkpoint is written into `folder`. `side` of the square input in pixels.
Result<InferenceQueue::Service> mobileNet(const QString& folder, int side);

/// A network of one small layer at 32 × 32 pixels, to load what stands around it.
Result<InferenceQueue::Service> smallNetwork(const QString& folder);

/// Different JPEGs of side × side pixels.
std::vector<QByteArray> photos(int count, int side);

/// Images a second of the network alone, on prepared images in its own largest batches.
double bareImagesPerSecond(const PredictionService& service, const std::vector<QByteArray>& jpegs,
                           double seconds);

} // namespace labelwright::benchmarks
