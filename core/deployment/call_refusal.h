#pragma once

#include "core/deployment/http_message.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace labelwright {

/// Why a call is not answered with what it asks for.
struct CallRefusal
{
    int status = 400;   ///< Of HTTP, 400 … 599.
    QByteArray code;    ///< For programs, like "BAD_ROW"; see README.md.
    QString sentence;   ///< For people; tells nothing of this machine.
    int retryAfter = 0; ///< Seconds; 0: not said.
    friend bool operator==(const CallRefusal&, const CallRefusal&) = default;
};

/// What a call asks for, or why it is refused.
template <class T>
using Answered = tl::expected<T, CallRefusal>;

/// The failed form of any Answered.
tl::unexpected<CallRefusal> refused(int status, const QByteArray& code, const QString& sentence,
                                    int retryAfter = 0);

/// The two ways to speak with the endpoint: rows (A) and the Open Inference Protocol (B).
enum class CallDialect { Rows, OpenInference };

/// {"errorCode", "errorMessage"} in dialect A, {"error"} in B.
HttpResponse refusalAnswer(const CallRefusal& refusal, CallDialect dialect = CallDialect::Rows);

/// The members of dialect A's error object, without braces.
QByteArray refusalMembers(const CallRefusal& refusal);

} // namespace labelwright
