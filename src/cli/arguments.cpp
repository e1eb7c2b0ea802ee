#include "cli/arguments.h"

#include "cli/command.h"
#include "cli/run.h"
#include "core/error.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace attune::cli {

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
    app_.add_option(name, value, help)->type_name("N")->check(CLI::Range(least, most))->capture_default_str();
}

void Arguments::option(const std::string& name, double& value, double least, double most,
                       const std::string& help) {
    app_.add_option(name, value, help)->type_name("X")->check(CLI::Range(least, most))->capture_default_str();
}

void Arguments::positional(const std::string& name, std::string& value, const std::string& help, bool required) {
    app_.add_option(name, value, help)->type_name("")->required(required);
}

void Arguments::positionals(const std::string& name, std::vector<std::string>& values, const std::string& help,
                            bool required) {
    app_.add_option(name, values, help)->type_name("")->required(required);
}

namespace {

/// The options that every command takes, before or after its name.
void declare_common(CLI::App& app, CommonOptions& options) {
    app.add_option("--library", options.library, "folder of the library")->type_name("DIR");
    app.add_option("--person", options.person, "whose listens, labels and runs")
        ->type_name("NAME")->capture_default_str();
    app.add_flag("--json", options.json, "write exactly one JSON document to standard output");
    app.add_option("--seed", options.seed, "seed of everything random")->type_name("N")->capture_default_str();
    app.add_option("--threads", options.threads, "threads to use; 0: as many as there are cores")
        ->type_name("N")->check(CLI::Range(0, 256));
    app.add_flag("--quiet", options.quiet, "no progress");
}

}  // namespace

ParsedLine parse_line(int argc, const char* const* argv) {
    CLI::App app("attune finds new music from what you really play.", "attune");
    ParsedLine parsed;
    // A program that reads JSON gets its errors as JSON too, even where the line cannot be parsed.
    parsed.options.json = std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--json"; });
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", std::string("attune ") + ATTUNE_VERSION);
    declare_common(app, parsed.options);
    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
    for (const auto& entry : all_commands()) {
        auto* sub = app.add_subcommand(std::string(entry.name), std::string(entry.help));
        commands.emplace_back(sub, entry.make());
        Arguments arguments(*sub);
        commands.back().second->declare(arguments);
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
        fail(ErrorCode::invalid_argument, "{}; see `attune --help`", error.what());
    }
    for (auto& [sub, command] : commands) {
        if (sub->parsed()) parsed.command = std::move(command);
    }
    return parsed;
}

}  // namespace attune::cli
