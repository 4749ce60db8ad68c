#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace labelwright {

/// Why an operation failed.
struct Error
{
    QString summary; ///< One sentence for the user: names the thing and what to do.
    QString detail;  ///< Technical cause for the log and the "Details" box; may be empty.

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// The failed form of any Result: `return failure("…");`.
inline tl::unexpected<Error> failure(QString summary, QString detail = {})
{
    return tl::unexpected<Error>(Error{std::move(summary), std::move(detail)});
}

/// Hands the error of `result` on, for a Result of another type.
template <class T>
tl::unexpected<Error> failureOf(const Result<T>& result)
{
    return tl::unexpected<Error>(result.error());
}

} // namespace labelwright
