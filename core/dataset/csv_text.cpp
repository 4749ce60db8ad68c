#include "core/dataset/csv_text.h"

#include <QStringDecoder>

#include <algorithm>
#include <vector>

namespace labelwright {

namespace {

/// Byte order of UTF-16 without a mark: which bytes of each pair are zero in western text.
enum class ZeroBytes { None, First, Second, Mixed };

ZeroBytes zeroBytes(const QByteArray& bytes)
{
    qsizetype zeros[2] = {0, 0};
    const qsizetype length = std::min<qsizetype>(bytes.size(), 8192);
    for (qsizetype i = 0; i < length; ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    if (zeros[0] == 0 && zeros[1] == 0)
        return ZeroBytes::None;
    if (zeros[0] == 0 && zeros[1] * 4 > length)
        return ZeroBytes::Second;
    if (zeros[1] == 0 && zeros[0] * 4 > length)
        return ZeroBytes::First;
    return ZeroBytes::Mixed;
}

CsvText fromUtf16(const QByteArray& bytes, QStringConverter::Encoding encoding, const char* name)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    return {text.toUtf8(), QString::fromLatin1(name)};
}

/// Numbers of cells of the first records for one separator.
std::vector<int> cellCounts(std::string_view text, char separator)
{
    constexpr std::size_t maxRecords = 50;
    constexpr std::size_t maxBytes = 256 * 1024;
    std::vector<int> counts;
    int cells = 1;
    bool quoted = false;
    bool blank = true;
    for (const char c : text.substr(0, maxBytes)) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!blank)
                counts.push_back(cells);
            if (counts.size() == maxRecords)
                return counts;
            cells = 1;
            blank = true;
            continue;
        }
        blank = false;
        cells += !quoted && c == separator ? 1 : 0;
    }
    if (!blank && (text.size() <= maxBytes || counts.empty()))
        counts.push_back(cells);
    return counts;
}

} // namespace

Result<CsvText> decodeCsvText(const QByteArray& bytes, const QString& subject)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return CsvText{bytes.mid(3), QStringLiteral("UTF-8 with byte order mark")};
    if (bytes.startsWith("\xFF\xFE"))
        return fromUtf16(bytes, QStringConverter::Utf16LE, "UTF-16 LE");
    if (bytes.startsWith("\xFE\xFF"))
        return fromUtf16(bytes, QStringConverter::Utf16BE, "UTF-16 BE");
    switch (zeroBytes(bytes)) {
    case ZeroBytes::None: break;
    case ZeroBytes::First: return fromUtf16(bytes, QStringConverter::Utf16BE, "UTF-16 BE");
    case ZeroBytes::Second: return fromUtf16(bytes, QStringConverter::Utf16LE, "UTF-16 LE");
    case ZeroBytes::Mixed: return failure(QStringLiteral("%1 is no text.").arg(subject));
    }
    if (QUtf8StringView(bytes).isValidUtf8())
        return CsvText{bytes, QStringLiteral("UTF-8")};
    return CsvText{QString::fromLatin1(bytes).toUtf8(), QStringLiteral("Latin-1")};
}

char detectSeparator(std::string_view utf8)
{
    char best = ',';
    double bestScore = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        const std::vector<int> counts = cellCounts(utf8, separator);
        if (counts.empty() || counts.front() < 2)
            continue;
        const auto equal = std::count(counts.begin(), counts.end(), counts.front());
        const double agreement = static_cast<double>(equal) / static_cast<double>(counts.size());
        const double score = agreement + 1e-4 * std::min(counts.front(), 1000);
        if (score > bestScore) {
            bestScore = score;
            best = separator;
        }
    }
    return best;
}

} // namespace labelwright
