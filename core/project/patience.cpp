#include "core/project/patience.h"

#include "core/project/project_storage.h"

#include <sqlite3.h>

namespace labelwright {

void setPatience(Project& project, int milliseconds)
{
    sqlite3_busy_timeout(project.storage().database.handle(), milliseconds);
}

} // namespace labelwright
