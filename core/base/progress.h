#pragma once

#include "core/base/result.h"

#include <QString>
#include <QtGlobal>

#include <functional>
#include <stop_token>

namespace labelwright {

/// How far a long job is.
struct Progress
{
    QString step;     ///< What is being done, in words: "Checking images".
    qint64 done = 0;  ///< Units finished.
    qint64 total = 0; ///< Units in all; 0 when unknown.
};

/// Called from the job's own threads, one call at a time; must be quick. May be empty.
using ProgressCallback = std::function<void(const Progress&)>;

/// The error every cancelled job returns.
Error cancelledError();

/// True for the error of a cancelled job.
bool isCancelled(const Error& error);

} // namespace labelwright
