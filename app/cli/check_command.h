#pragma once

namespace CLI {
class App;
}

namespace labelwright::cli {

struct Commands;

/// `dataset check`: whether images are where they were, and, when asked, those that could not be
/// used once more.
void addCheckCommand(Commands& commands, CLI::App* parent);

} // namespace labelwright::cli
