#pragma once

#include "core/base/result.h"
#include "core/project/checks.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace labelwright {

/// Puts image bytes into `originalsFolder` under their digest, once; may be called by several
/// threads at a time. Returns the digest. Durable only after the next storeChecks.
Result<QByteArray> keepOriginal(const QString& originalsFolder, const QByteArray& bytes,
                                const QString& suffix);

/// Looks at every checked file of the dataset again (present, same size, same time or digest) and
/// lists those that were moved, changed or damaged. Changes nothing.
Result<std::vector<SampleProblem>> verifyOriginals(const Project& project, DatasetId dataset);

} // namespace labelwright
