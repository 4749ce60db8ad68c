#pragma once

#include <QStringList>

namespace labelwright {

/// Folders of projects opened before that still hold a project, latest first, at most ten.
QStringList recentProjects();

void rememberRecentProject(const QString& folder);

} // namespace labelwright
