#pragma once

#include <QtGlobal>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace labelwright::cli {

// The one door to CLI11, whose header costs many seconds in each file that includes it.

/// What an option's value must be like.
struct OptionRules
{
    bool required = false;
    std::string placeholder = {};     ///< Stands for the value in the help: "FILE".
    std::vector<std::string> words = {}; ///< Not empty: the value is one of these.
    double low = -std::numeric_limits<double>::infinity(); ///< Smallest number.
    double high = std::numeric_limits<double>::infinity(); ///< Largest number.
    char delimiter = 0;             ///< Not 0: separates several values in one argument.
    int atLeast = 0;                ///< Number of values; 0: CLI11's default for the type.
    int atMost = 0;
    std::vector<std::string> excludes = {}; ///< Options that may not be given too.
    std::string listedBy = {};        ///< The command that lists what the number may be.
};

/// `names`: "--name", or "name" for a positional argument. The target keeps its value when the
/// option is not given, and must live until the command line is read.
void addOption(CLI::App* command, const std::string& names, std::string& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, std::vector<std::string>& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, std::vector<double>& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, int& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, qint64& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, std::uint64_t& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, std::optional<std::uint64_t>& target,
               const std::string& description, const OptionRules& rules = {});
void addOption(CLI::App* command, const std::string& names, double& target,
               const std::string& description, const OptionRules& rules = {});
void addFlag(CLI::App* command, const std::string& names, bool& target,
             const std::string& description, const OptionRules& rules = {});

/// The command needs one of its subcommands.
void requireSubcommand(CLI::App* command);

} // namespace labelwright::cli
