#pragma once

#include "core/base/annotation.h"
#include "core/dataset/label_matrix.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"
#include "core/nn/trainer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace labelwright::benchmarks {

/// A drawn landscape of side × side pixels with some noise, so that it compresses like a photo.
Pixels madePicture(int side, std::uint64_t seed = 1);

/// The same as a JPEG file's bytes, quality 90; empty when Qt's JPEG plugin is missing.
QByteArray madeJpeg(int side);

/// `count` different pictures of side × side pixels.
std::shared_ptr<const PixelSource> madeImages(int count, int side);

/// Values uniform in [0, 1).
std::vector<float> madeScores(std::size_t count);

/// One truth per score: a label holds more often where its score is high; one cell in fifty is
/// Unknown.
std::vector<Annotation> madeTruth(std::span<const float> scores);

/// Labels from frequent (a third of the samples) to rare (one in a hundred).
LabelMatrix madeLabels(std::size_t samples, std::size_t labels);

/// "label0", "label1" …
QStringList labelNames(std::size_t count);

/// A backbone whose weights are on this machine, or one with random weights.
struct Backbone
{
    QString name;
    QString weights; ///< Path; empty for random weights.
};

/// mobilenet_v2 from a folder that LABELWRIGHT_BACKBONES lists, else with random weights.
Backbone benchmarkBackbone();

/// Backbone that learns from its stage `frozenStages` on, pooling, Dense, Sigmoid; square RGB
/// input.
ModelSpec fineTuneSpec(const Backbone& backbone, int side, int frozenStages);

} // namespace labelwright::benchmarks
