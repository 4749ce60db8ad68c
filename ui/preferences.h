#pragma once

#include "ui/style/theme.h"

#include <QString>

namespace labelwright {

/// What a person chose in the settings; each is stored at once when it is set.

ColorScheme chosenColorScheme();
/// Stores the scheme and lets the whole application wear it.
void chooseColorScheme(ColorScheme scheme);

/// "de", "sv", "en"; empty: the system's language. Read when the application starts.
QString chosenLanguage();
void chooseLanguage(const QString& language);

/// Where projects are made unasked: "Labelwright" among the user's documents unless chosen
/// otherwise.
QString projectsFolder();
/// An empty folder means the usual one.
void chooseProjectsFolder(const QString& folder);

} // namespace labelwright
