#include "cli/arguments.h"

#include "cli/command.h"
#include "cli/reference.h"
#include "cli/run.h"
#include "core/error.h"
#include "core/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace attune::cli {
namespace {

/// Like CLI::Range, in our words: help says "1 to 1000", an error what must hold and what was got.
template <class Number>
CLI::Validator range(Number least, Number most) {
    const auto fault_of = [least, most](const std::string& text) {
        Number value{};
        const bool is_number = CLI::detail::lexical_cast(text, value);
        if (is_number && value >= least && value <= most) return std::string();
        return fmt::format("must be a number from {} to {}, got '{}'", least, most, text);
    };
    return {fault_of, fmt::format("{} to {}", least, most)};
}

}  // namespace

void Arguments::flag(const std::string& name, bool& value, const std::string& help) {
    app_.add_flag(name, value, help);
}

void Arguments::option(const std::string& name, std::string& value, const std::string& help) {
    app_.add_option(name, value, help)->type_name("TEXT")->capture_default_str();
}

void Arguments::option(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    app_.add_option(name, values, help)->type_name("TEXT")->expected(1)->take_all()->delimiter(',');
}

void Arguments::option(const std::string& name, std::uint64_t& value, std::uint64_t least, std::uint64_t most,
                       const std::string& help) {
    app_.add_option(name, value, help)->type_name("N")->check(range(least, most))->capture_default_str();
}

void Arguments::option(const std::string& name, double& value, double least, double most,
                       const std::string& help) {
    app_.add_option(name, value, help)->type_name("X")->check(range(least, most))->capture_default_str();
}

void Arguments::positional(const std::string& name, std::string& value, const std::string& help,
                           bool required) {
    app_.add_option(name, value, help)->type_name("")->required(required);
}

void Arguments::positionals(const std::string& name, std::vector<std::string>& values,
                            const std::string& help, bool required) {
    app_.add_option(name, values, help)->type_name("")->required(required);
}

namespace {

/// The options that every command takes, before or after its name.
void declare_common(CLI::App& app, CommonOptions& options) {
    app.add_option("--library", options.library, "folder of the library")->type_name("DIR");
    app.add_option("--person", options.person, "whose listens, labels and runs")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_flag("--json", options.json, "write exactly one JSON document to standard output");
    app.add_option("--seed", options.seed, "seed of everything random")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--threads", options.threads, "threads to use; 0: as many as there are cores")
        ->type_name("N")
        ->check(range(0, 256))
        ->capture_default_str();
    app.add_flag("--quiet", options.quiet, "no progress")->envname("ATTUNE_QUIET");
}

std::string command_names() {
    std::string names;
    for (const auto& entry : all_commands()) names += (names.empty() ? "" : ", ") + std::string(entry.name);
    return names;
}

/// Says in our words what does not fit, and where to look it up.
[[noreturn]] void fail_parsing(const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : chosen.front()->get_name() + " ";
    const auto left = app.remaining(true);
    if (left.empty() && chosen.empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        fail(ErrorCode::invalid_argument, "no command is named; there are: {}", command_names());
    if (!left.empty() && !left.front().starts_with('-') && chosen.empty())
        fail(ErrorCode::invalid_argument, "no command '{}'; there are: {}", left.front(), command_names());
    if (!left.empty() && chosen.empty())
        fail(ErrorCode::invalid_argument, "no option '{}'; see `attune --help`", left.front());
    if (!left.empty()) {
        fail(ErrorCode::invalid_argument, "{}does not take '{}'; see `attune {}--help`", command,
             left.front(), command);
    }
    fail(ErrorCode::invalid_argument, "{}; see `attune {}--help`", error.what(), command);
}

/// `attune help [COMMAND]`, and what prints docs/reference: `attune help --markdown [exit-codes|shapes]`,
/// `attune help --openapi`.
struct HelpCommand {
    explicit HelpCommand(CLI::App& program) : app(program), sub(program.add_subcommand("help")) {
        sub->group("");  // not in the list: it is there for those who try it
        sub->add_option("COMMAND", about)->type_name("");
        sub->add_flag("--markdown", is_markdown);
        sub->add_flag("--openapi", is_openapi);
    }

    std::string text() const {
        if (is_openapi) return openapi_reference();
        if (is_markdown) {
            return about == "exit-codes" ? exit_codes_reference()
                   : about == "shapes"   ? shapes_reference()
                                         : commands_reference(app);
        }
        if (about.empty()) return app.help();
        for (const auto& entry : all_commands()) {
            if (entry.name == about) return app.get_subcommand(about)->help("attune");
        }
        fail(ErrorCode::invalid_argument, "no command '{}'; there are: {}", about, command_names());
    }

    CLI::App& app;
    CLI::App* sub;
    std::string about;
    bool is_markdown = false;
    bool is_openapi = false;
};

}  // namespace

ParsedLine parse_line(int argc, const char* const* argv) {
    CLI::App app("attune finds new music from what you really play.", "attune");
    ParsedLine parsed;
    // A program that reads JSON gets its errors as JSON too, even where the line cannot be parsed.
    parsed.options.json =
        std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", fmt::format("attune {}", attune_version()),
                         "the version of this program");
    declare_common(app, parsed.options);
    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
    for (const auto& entry : all_commands()) {
        auto* sub = app.add_subcommand(std::string(entry.name), std::string(entry.help));
        commands.emplace_back(sub, entry.make());
        Arguments arguments(*sub);
        commands.back().second->declare(arguments);
    }
    const HelpCommand help(app);
    if (argc == 1) {
        parsed.text = app.help();
        parsed.status = exit_status(ErrorCode::invalid_argument);
        return parsed;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        parsed.text = chosen.empty() ? app.help() : chosen.front()->help("attune");
        return parsed;
    } catch (const CLI::CallForVersion& version) {
        parsed.text = std::string(version.what()) + "\n";
        return parsed;
    } catch (const CLI::ParseError& error) {
        fail_parsing(app, error);
    }
    if (help.sub->parsed()) parsed.text = help.text();
    for (auto& [sub, command] : commands) {
        if (sub->parsed()) parsed.command = std::move(command);
    }
    return parsed;
}

}  // namespace attune::cli
