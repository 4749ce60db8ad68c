#include "core/project/names.h"

#include <algorithm>

namespace labelwright {

Result<QString> usableName(const QString& name, const QString& what)
{
    QString trimmed = name.trimmed();
    const bool isVowel = QStringLiteral("aeiou").contains(what.front());
    const QString whose = (isVowel ? QStringLiteral("an ") : QStringLiteral("a ")) + what;
    if (trimmed.isEmpty())
        return failure(QStringLiteral("The name of %1 must not be empty.").arg(whose));
    const bool hasControl = std::ranges::any_of(trimmed, [](QChar letter) {
        return letter.category() == QChar::Other_Control;
    });
    if (hasControl)
        return failure(QStringLiteral("The name of %1 must be one line of text without control "
                                      "characters.")
                           .arg(whose));
    return trimmed;
}

QString quotedList(const QStringList& names)
{
    constexpr qsizetype most = 10;
    QStringList quoted;
    for (const QString& name : names.mid(0, most))
        quoted += QStringLiteral("'%1'").arg(name);
    if (names.size() > most)
        return quoted.join(QStringLiteral(", "))
               + QStringLiteral(" and %1 more").arg(names.size() - most);
    if (quoted.size() < 2)
        return quoted.join(QString());
    const QString last = quoted.takeLast();
    return quoted.join(QStringLiteral(", ")) + QStringLiteral(" and ") + last;
}

} // namespace labelwright
