#include "core/imaging/guarded.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <exception>

namespace labelwright {

namespace {

/// Callers spread images over threads of their own, so that OpenCV's would only get in the way; and
/// what it would log comes back as an error value.
void configureOpenCvOnce()
{
    static const bool configured = [] {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    static_cast<void>(configured);
}

} // namespace

Result<void> guarded(const QString& summary, const std::function<void()>& work)
{
    try {
        configureOpenCvOnce();
        work();
        return {};
    } catch (const cv::Exception& exception) {
        return failure(summary, QString::fromLocal8Bit(exception.what()));
    } catch (const std::exception& exception) {
        return failure(summary, QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace labelwright
