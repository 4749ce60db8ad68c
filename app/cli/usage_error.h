#pragma once

#include "app/cli/command.h"

#include <QString>

namespace CLI {
class ParseError;
}

namespace labelwright::cli {

/// What is wrong with a command line that was refused, and whose --help tells more: a command or an
/// option that there is not comes first, with the nearest one there is.
QString usageError(const Commands& commands, const CLI::ParseError& error, int argc, char** argv);

} // namespace labelwright::cli
