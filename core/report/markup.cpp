#include "core/report/markup.h"

#include <QLocale>

#include <cmath>

namespace labelwright {

namespace {

bool isForbiddenInXml(QChar c)
{
    const ushort code = c.unicode();
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F ||
           code == 0xFFFE || code == 0xFFFF;
}

/// True for half of a surrogate pair that stands alone.
bool isLoneSurrogate(const QString& text, qsizetype i)
{
    if (text[i].isHighSurrogate())
        return i + 1 >= text.size() || !text[i + 1].isLowSurrogate();
    return text[i].isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate());
}

} // namespace

QByteArray escaped(const QString& text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i)
        safe += isForbiddenInXml(text[i]) || isLoneSurrogate(text, i)
                    ? QChar(QChar::ReplacementCharacter)
                    : text[i];
    QByteArray out = safe.toHtmlEscaped().toUtf8();
    out.replace('\'', "&#39;");
    return out;
}

QString figureText(std::optional<double> value, int decimals)
{
    if (!value || !std::isfinite(*value))
        return QStringLiteral("n/a");
    return QString::number(*value, 'f', decimals);
}

QString countText(std::size_t count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(qulonglong(count));
}

QString percentText(std::size_t part, std::size_t whole)
{
    if (whole == 0)
        return QStringLiteral("n/a");
    return QString::number(100.0 * double(part) / double(whole), 'f', 1) + QStringLiteral(" %");
}

QString countOf(std::size_t count, const QString& singular, const QString& plural)
{
    return countText(count) + ' ' + (count == 1 ? singular : plural);
}

QString durationText(double seconds)
{
    const auto whole = qint64(std::llround(std::max(0.0, seconds)));
    if (whole < 60)
        return QString("%1 s").arg(whole);
    if (whole < 3600)
        return QString("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return QString("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace labelwright
