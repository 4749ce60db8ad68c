#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

namespace labelwright {

/// Runs `work`, which may call OpenCV, and turns any cv::Exception or other std::exception into an
/// error with `summary` as its sentence and the exception's text as its detail. For use within
/// core/imaging only.
Result<void> guarded(const QString& summary, const std::function<void()>& work);

} // namespace labelwright
