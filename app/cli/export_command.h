#pragma once

#include "app/cli/command.h"

namespace labelwright::cli {

/// export.
void addExportCommand(Commands& commands);

} // namespace labelwright::cli
