#pragma once

#include "core/base/result.h"

#include <exception>
#include <type_traits>
#include <utility>

namespace labelwright {

/// The Error that stands for an exception of torch or the standard library. Must be called from a
/// catch block.
Error errorOfCurrentException(const QString& summary);

/// Runs `work` and turns what it throws into a failure with that summary; torch's text becomes the
/// detail. `work` returns T or Result<T>. Out of memory gets a summary of its own.
template <class Work>
auto guarded(const QString& summary, Work&& work)
{
    using Value = std::invoke_result_t<Work>;
    if constexpr (requires(Value v) { v.error(); }) {
        try {
            return Value(std::forward<Work>(work)());
        } catch (...) {
            return Value(tl::unexpected<Error>(errorOfCurrentException(summary)));
        }
    } else {
        try {
            if constexpr (std::is_void_v<Value>) {
                std::forward<Work>(work)();
                return Result<void>();
            } else {
                return Result<Value>(std::forward<Work>(work)());
            }
        } catch (...) {
            return Result<Value>(tl::unexpected<Error>(errorOfCurrentException(summary)));
        }
    }
}

/// True for the failure that `guarded` makes of exhausted memory.
bool isOutOfMemory(const Error& error);

} // namespace labelwright
