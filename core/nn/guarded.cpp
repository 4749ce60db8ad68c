#include "core/nn/guarded.h"

#include <c10/util/Exception.h>

#include <new>

namespace labelwright {

namespace {

constexpr char16_t outOfMemory[] = u"There is not enough memory for this network and batch size.";

bool speaksOfMemory(const QString& text)
{
    return text.contains(QLatin1String("out of memory"), Qt::CaseInsensitive)
           || text.contains(QLatin1String("can't allocate memory"))
           || text.contains(QLatin1String("not enough memory"));
}

Error errorOf(const QString& summary, const QString& detail)
{
    return speaksOfMemory(detail) ? Error{QString::fromUtf16(outOfMemory), detail}
                                  : Error{summary, detail};
}

} // namespace

Error errorOfCurrentException(const QString& summary)
{
    try {
        throw;
    } catch (const c10::Error& error) {
        return errorOf(summary, QString::fromUtf8(error.what_without_backtrace()));
    } catch (const std::bad_alloc& error) {
        return Error{QString::fromUtf16(outOfMemory), QString::fromUtf8(error.what())};
    } catch (const std::exception& error) {
        return errorOf(summary, QString::fromUtf8(error.what()));
    } catch (...) {
        return Error{summary, QStringLiteral("unknown exception")};
    }
}

bool isOutOfMemory(const Error& error)
{
    return error.summary == QStringView(outOfMemory);
}

} // namespace labelwright
