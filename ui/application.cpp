#include "ui/application.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace labelwright {

namespace {

void load(QApplication& application, const QLocale& locale, const QString& name,
          const QString& folder)
{
    auto* const translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QApplication::installTranslator(translator);
}

} // namespace

void prepareApplication(QApplication& application)
{
    QApplication::setApplicationName(QStringLiteral("labelwright"));
    QApplication::setOrganizationName(QStringLiteral("labelwright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Labelwright"));
    QApplication::setApplicationVersion(QStringLiteral(LABELWRIGHT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("labelwright"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/labelwright.svg")));
    const QString language = QSettings().value(QStringLiteral("language")).toString();
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QLocale::setDefault(locale);
    // English has its plurals, and lies below a language that has all texts.
    load(application, QLocale(QLocale::English), QStringLiteral("labelwright"),
         QStringLiteral(":/translations"));
    load(application, locale, QStringLiteral("qtbase"),
         QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(application, locale, QStringLiteral("labelwright"), QStringLiteral(":/translations"));
    applyTheme(application, colorSchemeFromWord(
                                QSettings().value(QStringLiteral("colorScheme")).toString()));
}

} // namespace labelwright
