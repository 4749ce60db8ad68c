#pragma once

#include "ui/dialogs.h"
#include "ui/navigator.h"

#include <QString>

#include <functional>

class QMainWindow;

namespace labelwright {

/// What the menu bar's entries do.
struct MenuActions
{
    std::function<void()> newProject;
    std::function<void()> openProject;
    std::function<void()> closeProject;
    std::function<void(const QString& folder)> openRecent;
    std::function<void()> trySample;
    std::function<void()> importFile;
    std::function<void()> importFolder;
    std::function<void(Step)> showStep;
    std::function<bool()> hasProject; ///< Entries that need one are grey without.
    Dialogs dialogs; ///< For the settings.
};

/// Fills the window's menu bar: File, View (steps, appearance), Help (shortcuts on F1, about).
void addMenus(QMainWindow& window, const MenuActions& actions);

} // namespace labelwright
