#include "app/cli/usage_error.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <numeric>

namespace labelwright::cli {

namespace {

/// How far a command line was understood.
struct Reading
{
    const CLI::App* app = nullptr; ///< The last command that was named.
    std::string path = "labelwright-cli";
    std::string unknownCommand; ///< Empty: none.
    std::string unknownOption;  ///< The first; empty: none.
};

bool isOption(const std::string& word)
{
    return word.size() > 1 && word[0] == '-' &&
           (word[1] == '-' || std::isalpha(static_cast<unsigned char>(word[1])) != 0);
}

bool isKnown(const CLI::App* app, const std::string& option)
{
    return app->get_option_no_throw(option) != nullptr;
}

const CLI::App* subcommand(const CLI::App* app, const std::string& word)
{
    const auto named = app->get_subcommands(
        [&word](const CLI::App* command) { return command->check_name(word); });
    return named.empty() ? nullptr : named.front();
}

Reading read(const CLI::App* app, int argc, char** argv)
{
    Reading reading;
    reading.app = app;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--")
            break;
        const std::string option = word.substr(0, word.find('='));
        if (isOption(word)) {
            if (reading.unknownOption.empty() && !isKnown(reading.app, option))
                reading.unknownOption = option;
            continue;
        }
        if (const CLI::App* command = subcommand(reading.app, word)) {
            reading.app = command;
            reading.path += ' ' + word;
        } else if (reading.app->get_require_subcommand_min() > 0 &&
                   !isOption(argv[i - 1])) {
            reading.unknownCommand = word;
            break;
        }
    }
    return reading;
}

/// Levenshtein's distance.
std::size_t distance(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

/// The known option that is most like the word; empty when none is near.
std::string nearestOption(const CLI::App* app, const std::string& word)
{
    std::string nearest;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3);
    for (const CLI::Option* option : app->get_options())
        for (const std::string& name : option->get_lnames()) {
            const std::string full = "--" + name;
            const bool begins = word.size() > 3 && full.rfind(word, 0) == 0;
            const std::size_t far = begins ? 0 : distance(word, full);
            if (far > least || (far == least && !nearest.empty()))
                continue;
            least = far;
            nearest = full;
        }
    return nearest;
}

QString sentence(const Reading& reading, const CLI::ParseError& error)
{
    if (!reading.unknownCommand.empty())
        return QStringLiteral("There is no command '%1'").arg(text(reading.unknownCommand));
    if (reading.unknownOption.empty())
        return text(error.what());
    const std::string nearest = nearestOption(reading.app, reading.unknownOption);
    const QString said =
        text(reading.unknownOption) + " is no option of `" + text(reading.path) + '`';
    return nearest.empty() ? said : said + "; did you mean " + text(nearest) + '?';
}

} // namespace

QString usageError(const Commands& commands, const CLI::ParseError& error, int argc, char** argv)
{
    const Reading reading = read(commands.app.get(), argc, argv);
    return sentence(reading, error) + " (see `" + text(reading.path) + " --help`)";
}

} // namespace labelwright::cli
