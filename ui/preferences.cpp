#include "ui/preferences.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace labelwright {

namespace {

QString schemeKey()
{
    return QStringLiteral("colorScheme");
}

QString languageKey()
{
    return QStringLiteral("language");
}

QString folderKey()
{
    return QStringLiteral("projectsFolder");
}

} // namespace

ColorScheme chosenColorScheme()
{
    return colorSchemeFromWord(QSettings().value(schemeKey()).toString());
}

void chooseColorScheme(ColorScheme scheme)
{
    QSettings().setValue(schemeKey(), colorSchemeWord(scheme));
    applyTheme(*qApp, scheme);
}

QString chosenLanguage()
{
    return QSettings().value(languageKey()).toString();
}

void chooseLanguage(const QString& language)
{
    if (language.isEmpty())
        QSettings().remove(languageKey());
    else
        QSettings().setValue(languageKey(), language);
}

QString projectsFolder()
{
    const QString chosen = QSettings().value(folderKey()).toString();
    if (!chosen.isEmpty())
        return chosen;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("Labelwright"));
}

void chooseProjectsFolder(const QString& folder)
{
    if (folder.isEmpty())
        QSettings().remove(folderKey());
    else
        QSettings().setValue(folderKey(), folder);
}

} // namespace labelwright
