#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace labelwright {

/// Where weights are downloaded from.
struct BackboneAddress
{
    /// Empty: torchvision's public address. Ending in ".pth" or ".safetensors": that file, whose
    /// name is torchvision's (`<name>-<digits of its SHA-256>`). Otherwise a folder that holds
    /// torchvision's file. https, or http on this machine (loopback).
    QString url;
    std::chrono::milliseconds timeout{30'000}; ///< Longest wait for the next bytes.
};

/// Downloads a backbone's weights into `targetFolder` (made where missing) and returns the file's
/// path. A download that broke off is continued when the server still has the same file, otherwise
/// begun anew. The file appears under its name only after its SHA-256 fits the digits in its name
/// and its tensors fit the backbone; what does not fit is deleted. A file that is already there and
/// fits is not downloaded again.
///
/// Works on any thread and needs a QCoreApplication, but no running event loop: it blocks until
/// done, failed or stopped. What was received before a failure of the network or a stop is kept for
/// the next time.
Result<QString> downloadBackbone(const QString& name, const BackboneAddress& address,
                                 const QString& targetFolder, const ProgressCallback& progress = {},
                                 std::stop_token stop = {});

} // namespace labelwright
