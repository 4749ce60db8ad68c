#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// The backbones that can be built, in torchvision's names, from small to large.
QStringList backboneNames();

/// A file with weights of a known backbone.
struct BackboneWeights
{
    QString name;   ///< torchvision's name of the architecture.
    QString path;
    QString origin; ///< The folder it lies in.
    friend bool operator==(const BackboneWeights&, const BackboneWeights&) = default;
};

/// Weights files in `folders` whose names are torchvision's: `<name>-<8 or more hexadecimal
/// digits>.pth`, or `.safetensors`. Of one backbone the first folder's wins. Reads no content.
std::vector<BackboneWeights> findBackbones(const QStringList& folders);

/// The backbone that a file name means; empty for other names.
QString backboneOfFileName(const QString& fileName);

/// Checks a weights file (SHA-256 against the digits in its name, then names, types and shapes)
/// and copies it into `folder`, which is made where missing. Returns the copy's path; refuses what
/// does not fit in one sentence and leaves nothing behind.
Result<QString> addBackbone(const QString& file, const QString& folder);

/// Where torchvision publishes a backbone's ImageNet weights (IMAGENET1K_V1).
struct BackboneDownload
{
    QString url;        ///< Its last part is the file name.
    QString hashPrefix; ///< First hexadecimal digits of the file's SHA-256.
};

/// Fails for a name that is no backbone.
Result<BackboneDownload> downloadUrl(const QString& name);

/// Checks that a file holds exactly the tensors of that backbone (its classifier may be missing).
Result<void> checkBackboneWeights(const QString& name, const QString& path);

} // namespace labelwright
