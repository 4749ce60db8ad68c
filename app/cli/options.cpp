#include "app/cli/options.h"

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <utility>

namespace labelwright::cli {

namespace {

void apply(CLI::App* command, CLI::Option* option, const OptionRules& rules)
{
    option->required(rules.required);
    if (!rules.placeholder.empty())
        option->type_name(rules.placeholder);
    if (!rules.words.empty())
        option->check(CLI::IsMember(rules.words));
    if (std::isfinite(rules.low) && std::isfinite(rules.high))
        option->check(CLI::Range(rules.low, rules.high));
    else if (std::isfinite(rules.low))
        option->check(CLI::Range(rules.low, 9e15, "number of at least "
                                                      + std::to_string(std::llround(rules.low))));
    if (rules.delimiter != 0)
        option->delimiter(rules.delimiter);
    if (rules.atLeast > 0)
        option->expected(rules.atLeast, rules.atMost);
    if (!rules.excludes.empty())
        option->excludes(command->get_option(rules.excludes));
}

template <class T>
void add(CLI::App* command, const std::string& names, T& target, const std::string& description,
         const OptionRules& rules)
{
    apply(command, command->add_option(names, target, description), rules);
}

} // namespace

void addOption(CLI::App* command, const std::string& names, std::string& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, std::vector<std::string>& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, std::vector<double>& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, int& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, qint64& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, std::uint64_t& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, std::optional<std::uint64_t>& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addOption(CLI::App* command, const std::string& names, double& target,
               const std::string& description, const OptionRules& rules)
{
    add(command, names, target, description, rules);
}

void addFlag(CLI::App* command, const std::string& names, bool& target,
             const std::string& description, const OptionRules& rules)
{
    apply(command, command->add_flag(names, target, description), rules);
}

void requireSubcommand(CLI::App* command)
{
    command->require_subcommand(1);
}

Commands::Commands() : app(std::make_unique<CLI::App>())
{
    app->description("Multi-label image classification: label, train, inspect, deploy.");
    app->footer("Exit codes: 0 done, 1 failed (one line `error: …` on stderr), 2 wrong usage, "
                "3 done but for some files,\n130 stopped by Ctrl-C with the work kept. "
                "COMMAND --help tells more.");
    app->set_version_flag("--version", "labelwright-cli " LABELWRIGHT_VERSION);
    app->require_subcommand(1);
}

Commands::~Commands() = default;

CLI::App* addCommand(Commands& commands, CLI::App* parent, const std::string& name,
                     const std::string& description)
{
    CLI::App* command = parent->add_subcommand(name, description);
    addOption(command, "--project", commands.common.project,
              "Folder of the project (default: the current one)", {.placeholder = "DIR"});
    addFlag(command, "--json", commands.common.json, "One JSON document on stdout");
    return command;
}

void setWork(Commands& commands, CLI::App* command, Work work)
{
    command->callback([&commands, work = std::move(work)] { commands.work = work; });
}

namespace {

/// The first word that stands where a command is needed and is none; empty when there is none.
std::string unknownCommand(const CLI::App* app, int argc, char** argv)
{
    for (int i = 1; i < argc && app->get_require_subcommand_min() > 0; ++i) {
        const std::string word = argv[i];
        if (word.empty() || word.front() == '-')
            return {};
        const auto named = app->get_subcommands(
            [&word](const CLI::App* command) { return command->check_name(word); });
        if (named.empty())
            return word;
        app = named.front();
    }
    return {};
}

QString usageError(const Commands& commands, const CLI::ParseError& error, int argc, char** argv)
{
    const std::string word = unknownCommand(commands.app.get(), argc, argv);
    return word.empty() ? text(error.what())
                        : QStringLiteral("There is no command '%1'").arg(text(word));
}

} // namespace

std::optional<int> parse(Commands& commands, int argc, char** argv)
{
    try {
        commands.app->parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return commands.app->exit(error);
        Console console;
        console.setOutput(commands.common.json ? Output::Json : Output::Text);
        console.error({QStringLiteral("%1 (see `labelwright-cli --help`)")
                           .arg(usageError(commands, error, argc, argv)),
                       {}});
        return exitUsage;
    }
}

} // namespace labelwright::cli
