#include "app/cli/options.h"

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/usage_error.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <functional>
#include <type_traits>
#include <utility>

namespace labelwright::cli {

namespace {

/// CLI11's own says "0.000000 to 65535.000000".
std::function<std::string(std::string&)> rangeCheck(double low, double high)
{
    return [low, high](const std::string& value) -> std::string {
        double number = 0;
        if (CLI::detail::lexical_cast(value, number) && number >= low && number <= high)
            return {};
        return QStringLiteral("must be from %1 to %2, not '%3'")
            .arg(low, 0, 'g', 9)
            .arg(high, 0, 'g', 9)
            .arg(text(value))
            .toStdString();
    };
}

void apply(CLI::App* command, CLI::Option* option, const OptionRules& rules)
{
    option->required(rules.required);
    if (!rules.placeholder.empty())
        option->type_name(rules.placeholder);
    if (!rules.words.empty())
        option->check(CLI::IsMember(rules.words));
    if (std::isfinite(rules.low) && std::isfinite(rules.high))
        option->check(CLI::Validator(rangeCheck(rules.low, rules.high), ""));
    else if (std::isfinite(rules.low))
        option->check(CLI::Range(rules.low, 9e15, "number of at least "
                                                      + std::to_string(std::llround(rules.low))));
    if (rules.delimiter != 0)
        option->delimiter(rules.delimiter);
    if (rules.atLeast > 0)
        option->expected(rules.atLeast, rules.atMost);
    for (const std::string& other : rules.excludes)
        option->excludes(command->get_option(other));
}

template <class T>
struct NumberIn
{
    using Type = T;
};
template <class T>
struct NumberIn<std::optional<T>> : NumberIn<T>
{
};
template <class T>
struct NumberIn<std::vector<T>> : NumberIn<T>
{
};

/// Says in words what CLI11 calls a conversion that failed.
template <class Number>
void requireNumber(CLI::Option* option, const std::string& listedBy)
{
    const std::string hint = listedBy.empty() ? "" : "; see `" + listedBy + "`";
    const auto check = [hint](const std::string& value) -> std::string {
        Number number{};
        if (CLI::detail::lexical_cast(value, number))
            return {};
        const char* kind = std::is_integral_v<Number> ? "a whole number" : "a number";
        return std::string("must be ") + kind + ", not '" + value + "'" + hint;
    };
    option->check(CLI::Validator(check, ""));
}

template <class T>
void add(CLI::App* command, const std::string& names, T& target, const std::string& description,
         const OptionRules& rules)
{
    CLI::Option* option = command->add_option(names, target, description);
    using Value = typename NumberIn<T>::Type;
    if constexpr (std::is_arithmetic_v<Value>)
        requireNumber<Value>(option, rules.listedBy);
    apply(command, option, rules);
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
        console.error({usageError(commands, error, argc, argv), {}});
        return exitUsage;
    }
}

} // namespace labelwright::cli
