#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>

namespace labelwright {

/// `text` as UTF-8 for XML and HTML, in elements and in quoted attributes. Characters that XML
/// forbids (control characters, lone surrogates) become U+FFFD.
QByteArray escaped(const QString& text);

/// A figure with `decimals` digits after the point; "n/a" for nothing or what is not finite.
QString figureText(std::optional<double> value, int decimals = 3);

/// A count with thousands apart: "12,345".
QString countText(std::size_t count);

/// A share as per cent with one decimal: "12.5 %"; "n/a" when `whole` is 0.
QString percentText(std::size_t part, std::size_t whole);

/// "1 image", "3 images".
QString countOf(std::size_t count, const QString& singular, const QString& plural);

/// A duration in words: "42 s", "3 min 5 s", "2 h 10 min".
QString durationText(double seconds);

} // namespace labelwright
