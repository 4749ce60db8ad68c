#include "ui/main_menus.h"

#include "ui/about_dialog.h"
#include "ui/preferences.h"
#include "ui/recent_projects.h"
#include "ui/settings_dialog.h"
#include "ui/shortcut_sheet.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDir>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <array>
#include <utility>

namespace labelwright {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("labelwright::Menus", text);
}

QAction* addEntry(QMenu* menu, const char* text, const QKeySequence& keys,
                  const std::function<void()>& act, const char* iconName = nullptr)
{
    auto* const action = new QAction(words(text), menu);
    action->setShortcut(keys);
    if (iconName != nullptr)
        action->setIcon(icon(QLatin1String(iconName)));
    if (act)
        QObject::connect(action, &QAction::triggered, menu, [act] { act(); });
    menu->addAction(action);
    return action;
}

void fillRecent(QMenu* menu, const std::function<void(const QString&)>& open)
{
    menu->clear();
    const QStringList folders = recentProjects();
    for (const QString& folder : folders) {
        QString name = QDir(folder).dirName();
        QAction* const entry = menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setToolTip(QDir::toNativeSeparators(folder));
        QObject::connect(entry, &QAction::triggered, menu, [open, folder] { open(folder); });
    }
    if (folders.isEmpty())
        menu->addAction(words(QT_TRANSLATE_NOOP("labelwright::Menus", "None yet")))
            ->setEnabled(false);
}

/// Menus grey out what makes no sense only while they are open: a greyed entry's keys would stay
/// dead after a project was opened in another way.
void enableWhileOpen(QMenu* menu, const QList<QAction*>& actions, const std::function<bool()>& when)
{
    if (!when)
        return;
    QObject::connect(menu, &QMenu::aboutToShow, menu, [actions, when] {
        for (QAction* action : actions)
            action->setEnabled(when());
    });
    QObject::connect(menu, &QMenu::aboutToHide, menu, [actions] {
        for (QAction* action : actions)
            action->setEnabled(true);
    });
}

void addFileMenu(QMainWindow& window, const MenuActions& actions)
{
    QMenu* const menu =
        window.menuBar()->addMenu(words(QT_TRANSLATE_NOOP("labelwright::Menus", "&File")));
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&New project…"), QKeySequence::New,
             actions.newProject, "add");
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Open project…"), QKeySequence::Open,
             actions.openProject, "folder");
    QMenu* const recent =
        menu->addMenu(words(QT_TRANSLATE_NOOP("labelwright::Menus", "Open &recent")));
    recent->setObjectName(QStringLiteral("recentMenu"));
    recent->setToolTipsVisible(true);
    QObject::connect(recent, &QMenu::aboutToShow, recent,
                     [recent, open = actions.openRecent] { fillRecent(recent, open); });
    menu->addSeparator();
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Import a file…"),
             QKeySequence(QStringLiteral("Ctrl+Shift+I")), actions.importFile, "import");
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "Import a &folder…"), {},
             actions.importFolder);
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Try the sample"), {},
             actions.trySample, "play");
    menu->addSeparator();
    QAction* const settings = addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Settings…"),
                                       QKeySequence(QStringLiteral("Ctrl+,")),
                                       [&window, dialogs = actions.dialogs] {
                                           showSettings(&window, dialogs);
                                       },
                                       "settings");
    settings->setMenuRole(QAction::PreferencesRole);
    menu->addSeparator();
    QAction* const close =
        addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Close project"),
                 QKeySequence(QStringLiteral("Ctrl+W")), actions.closeProject);
    QAction* const quit = addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Quit"),
                                   QKeySequence(QStringLiteral("Ctrl+Q")),
                                   [&window] { window.close(); });
    quit->setMenuRole(QAction::QuitRole);
    enableWhileOpen(menu, {close}, actions.hasProject);
}

void addAppearance(QMenu* menu)
{
    QMenu* const looks =
        menu->addMenu(words(QT_TRANSLATE_NOOP("labelwright::Menus", "&Appearance")));
    looks->setObjectName(QStringLiteral("appearanceMenu"));
    auto* const group = new QActionGroup(looks);
    const std::array<std::pair<ColorScheme, const char*>, 3> schemes{{
        {ColorScheme::System, QT_TRANSLATE_NOOP("labelwright::Menus", "As the &system")},
        {ColorScheme::Light, QT_TRANSLATE_NOOP("labelwright::Menus", "&Light")},
        {ColorScheme::Dark, QT_TRANSLATE_NOOP("labelwright::Menus", "&Dark")},
    }};
    for (const auto& [scheme, text] : schemes) {
        QAction* const action =
            addEntry(looks, text, {}, [chosen = scheme] { chooseColorScheme(chosen); });
        action->setCheckable(true);
        group->addAction(action);
        // The settings dialog may have chosen another one meanwhile.
        QObject::connect(looks, &QMenu::aboutToShow, action, [action, own = scheme] {
            action->setChecked(chosenColorScheme() == own);
        });
        action->setChecked(chosenColorScheme() == scheme);
    }
}

void addViewMenu(QMainWindow& window, const MenuActions& actions)
{
    QMenu* const menu =
        window.menuBar()->addMenu(words(QT_TRANSLATE_NOOP("labelwright::Menus", "&View")));
    constexpr std::array<const char*, 5> names{
        QT_TRANSLATE_NOOP("labelwright::Menus", "Datasets"),
        QT_TRANSLATE_NOOP("labelwright::Menus", "Labeling"),
        QT_TRANSLATE_NOOP("labelwright::Menus", "Modeling"),
        QT_TRANSLATE_NOOP("labelwright::Menus", "Evaluation"),
        QT_TRANSLATE_NOOP("labelwright::Menus", "Deployment")};
    constexpr std::array<const char*, 5> icons{"datasets", "labeling", "modeling", "evaluation",
                                               "deployment"};
    QList<QAction*> steps;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto step = static_cast<Step>(i);
        steps.append(addEntry(menu, names[i], QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)),
                              [show = actions.showStep, step] { show(step); }, icons[i]));
    }
    enableWhileOpen(menu, steps, actions.hasProject);
    menu->addSeparator();
    addAppearance(menu);
    QAction* const full =
        addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Full screen"),
                 QKeySequence(QStringLiteral("F11")), [&window] {
                     window.setWindowState(window.windowState() ^ Qt::WindowFullScreen);
                 });
    full->setObjectName(QStringLiteral("fullScreen"));
}

void addHelpMenu(QMainWindow& window)
{
    QMenu* const menu =
        window.menuBar()->addMenu(words(QT_TRANSLATE_NOOP("labelwright::Menus", "&Help")));
    addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&Keyboard shortcuts"),
             QKeySequence(QStringLiteral("F1")), [&window] { showShortcuts(&window); }, "keyboard");
    QAction* const about =
        addEntry(menu, QT_TRANSLATE_NOOP("labelwright::Menus", "&About Labelwright"), {},
                 [&window] { showAbout(&window); }, "info");
    about->setMenuRole(QAction::AboutRole);
}

} // namespace

void addMenus(QMainWindow& window, const MenuActions& actions)
{
    addFileMenu(window, actions);
    addViewMenu(window, actions);
    addHelpMenu(window);
}

} // namespace labelwright
