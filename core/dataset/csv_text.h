#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace labelwright {

/// A text in UTF-8 without byte order mark, and what it was before.
struct CsvText
{
    QByteArray utf8;
    QString encoding; ///< In the words of CsvTable::encoding().
};

/// Detects the encoding by byte order mark, by the zero bytes of UTF-16 and by UTF-8 being valid;
/// anything else is Latin-1. Fails when the bytes are no text; the message calls them `subject`.
Result<CsvText> decodeCsvText(const QByteArray& bytes, const QString& subject);

/// The separator by which the first records fall into equal numbers of cells, and the most of them:
/// one of , ; tab |. A comma when there is but one column.
char detectSeparator(std::string_view utf8);

} // namespace labelwright
