#include "core/dataset/entry_names.h"

#include "core/dataset/source.h"

#include <QSet>
#include <QStringDecoder>
#include <QStringList>

namespace labelwright {

namespace {

/// The characters of the bytes 128 … 255 in code page 437.
constexpr char16_t codePage437[] =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
static_assert(sizeof codePage437 / sizeof *codePage437 == 128 + 1);

QString fromCodePage437(const QByteArray& raw)
{
    QString text;
    text.reserve(raw.size());
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 128 ? QChar(byte) : QChar(codePage437[byte - 128]);
    }
    return text;
}

} // namespace

QString zipEntryName(const QByteArray& raw, bool flaggedUtf8)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    QString name = decoder.decode(raw);
    if (!flaggedUtf8 && decoder.hasError())
        name = fromCodePage437(raw);
    name.replace(u'\\', u'/');
    while (name.startsWith(u"./"))
        name.remove(0, 2);
    return name;
}

bool leavesFolder(const QString& path)
{
    if (path.startsWith(u'/'))
        return true;
    if (path.size() >= 2 && path[1] == u':' && path[0].isLetter())
        return true;
    if (!path.contains(u".."))
        return false;
    return path.split(u'/').contains(QStringLiteral(".."));
}

bool isSystemFile(const QString& path)
{
    if (path.startsWith(u'.') || path.contains(u"/."))
        return true;
    if (path.startsWith(u"__MACOSX/") || path.contains(u"/__MACOSX/"))
        return true;
    const QStringView name = QStringView(path).mid(path.lastIndexOf(u'/') + 1);
    return name.compare(u"Thumbs.db", Qt::CaseInsensitive) == 0 ||
           name.compare(u"desktop.ini", Qt::CaseInsensitive) == 0;
}

bool isImageName(const QString& path)
{
    static const QSet<QString> extensions{QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                                          QStringLiteral("jpe"),  QStringLiteral("png"),
                                          QStringLiteral("gif"),  QStringLiteral("webp"),
                                          QStringLiteral("bmp"),  QStringLiteral("tif"),
                                          QStringLiteral("tiff"), QStringLiteral("jfif")};
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot >= 0 && path.size() - dot <= 5 && extensions.contains(path.mid(dot + 1).toLower());
}

} // namespace labelwright
