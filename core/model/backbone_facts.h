#pragma once

#include <QString>

#include <span>

namespace labelwright {

/// What is known of a torchvision backbone (its classifier left out) without loading torch.
struct BackboneFacts
{
    QString name;            ///< torchvision's.
    QString title;           ///< For people: "MobileNetV2".
    int channels = 0;        ///< Of the feature maps, so the length of a pooled embedding.
    int stages = 0;          ///< Units that can be frozen from the front; `frozenStages` ≤ this.
    qint64 parameters = 0;   ///< Trainable ones, without classifier.
    qint64 multiplyAdds = 0; ///< Per image of 224×224, convolutions.
    double imagenetTop1 = 0; ///< Percent, of the weights at `url`, as torchvision publishes it.
    qint64 downloadBytes = 0; ///< About: the file at `url`.
    QString url;             ///< torchvision's own; its name ends in a SHA-256 prefix.
};

/// All backbones, smallest work first.
std::span<const BackboneFacts> allBackbones();

/// The backbone of that name, or nullptr.
const BackboneFacts* backboneFacts(const QString& name);

/// Side of the feature map for an input side, as torchvision's layers round; 0 when it is too small.
int backboneOutputSide(const QString& name, int inputSide);

/// Smallest input side of any backbone, pixels.
inline constexpr int smallestBackboneInput = 32;

} // namespace labelwright
