#include "core/base/progress.h"

namespace labelwright {

Error cancelledError()
{
    return {QStringLiteral("Stopped on request."), QStringLiteral("cancelled")};
}

bool isCancelled(const Error& error)
{
    return error == cancelledError();
}

} // namespace labelwright
