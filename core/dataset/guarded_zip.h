#pragma once

#include "core/base/result.h"

#include <exception>
#include <utility>

namespace labelwright {

/// Runs `work`, which may call QuaZip and returns a Result, and turns any std::exception (mostly a
/// lack of memory) into an error with `summary` as its sentence. For use within core/dataset only.
template <class Work>
auto guardedZip(const QString& summary, Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception& exception) {
        return failure(summary, QString::fromUtf8(exception.what()));
    }
}

} // namespace labelwright
