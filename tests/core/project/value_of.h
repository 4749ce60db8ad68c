#pragma once

#include "core/base/result.h"

#include <stdexcept>
#include <utility>

namespace labelwright::tests {

/// The value of a result that must have one, by value: safe to loop over. Fails the test otherwise.
template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().summary.toStdString());
    return std::move(*result);
}

} // namespace labelwright::tests
