#pragma once

#include "core/dataset/source.h"

namespace labelwright {

/// Lists a folder and its subfolders. Links to files are read like files; links to folders are not
/// followed.
Result<std::unique_ptr<ImageSource>> openFolderSource(const QString& folder,
                                                      const SourceLimits& limits);

} // namespace labelwright
