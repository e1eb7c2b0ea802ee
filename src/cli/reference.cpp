#include "cli/reference.h"

#include "cli/run.h"
#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "shapes/playlists.h"
#include "shapes/schema.h"
#include "shapes/serving.h"
#include "web/routes.h"

#include <CLI/CLI.hpp>

#include <array>

namespace attune::cli {
namespace {

constexpr std::string_view printed_note =
    "<!-- Printed by the program itself; scripts/print_reference writes it anew. -->\n\n";

/// Text in a cell of a table.
std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// "N:1 to 1000" as "N, 1 to 1000".
std::string value_of(const CLI::Option& option) {
    std::string type = option.get_type_name();
    if (const auto colon = type.find(':'); colon != std::string::npos) type.replace(colon, 1, ", ");
    return option.get_type_size() == 0 ? "" : type;
}

std::string default_of(const CLI::Option& option) {
    const auto text = option.get_default_str();
    return text.empty() ? "" : fmt::format("`{}`", text);
}

std::string options_table(const CLI::App& app) {
    std::string rows;
    for (const auto* option : app.get_options()) {
        if (option->get_positional() || option->get_name() == "--help") continue;
        rows += fmt::format("| `{}` | {} | {} | {} |\n", option->get_name(), cell(value_of(*option)),
                            default_of(*option), cell(option->get_description()));
    }
    if (rows.empty()) return "";
    return "\n| option | value | default | meaning |\n|---|---|---|---|\n" + rows;
}

std::string arguments_table(const CLI::App& app) {
    std::string rows;
    for (const auto* option : app.get_options()) {
        if (option->get_positional())
            rows += fmt::format("| `{}` | {} |\n", option->get_name(true), cell(option->get_description()));
    }
    return rows.empty() ? "" : "\n| argument | meaning |\n|---|---|\n" + rows;
}

/// "attune train [OPTIONS]", out of the help text.
std::string usage_of(const CLI::App& command) {
    constexpr std::string_view word = "Usage: ";
    const std::string help = command.help("attune");
    const auto begin = help.find(word) + word.size();
    return help.substr(begin, help.find('\n', begin) - begin);
}

struct ExitMeaning {
    ErrorCode code;
    std::string_view text;
};

constexpr std::array<ExitMeaning, 6> exit_meanings{{
    {ErrorCode::invalid_argument, "bad usage: an unknown command or option, or a value that cannot be"},
    {ErrorCode::not_found, "something named is not there: a file, a library, a person, a track, a run"},
    {ErrorCode::conflict,
     "a conflict: the name means several tracks (they are listed), the new name is taken, the "
     "library is from a newer attune, none of the files to import is clear (what to answer is listed)"},
    {ErrorCode::corrupt_data, "nothing readable: no file could be read at all, or what is stored is damaged"},
    {ErrorCode::unavailable, "not to be had now: disk full, no rights, library in use by another program"},
    {ErrorCode::interrupted,
     "interrupted by Ctrl-C; the library is as before or as after the step under way"},
}};

}  // namespace

std::string commands_reference(const CLI::App& app) {
    std::string text(printed_note);
    text += fmt::format(
        "# Commands\n\n{}\n\n    attune COMMAND [OPTIONS]\n\n"
        "`attune --help` lists the commands, `attune COMMAND --help` explains one.\n\n"
        "## Options of every command\n{}",
        app.get_description(), options_table(app));
    for (const auto* command :
         app.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); })) {
        text += fmt::format("\n## attune {}\n\n{}\n\n    {}\n{}{}", command->get_name(),
                            command->get_description(), usage_of(*command), arguments_table(*command),
                            options_table(*command));
    }
    return text;
}

std::string exit_codes_reference() {
    std::string text(printed_note);
    text +=
        "# Exit status\n\n"
        "With `--json` an error is also written to standard output, as `{\"error\": {\"code\", "
        "\"message\"}}`; the "
        "code is the word in the second column.\n\n"
        "| status | code | meaning |\n|---|---|---|\n"
        "| 0 | | done; what could not be read of a file that was read in part stands in the report |\n";
    for (const auto& [code, meaning] : exit_meanings)
        text += fmt::format("| {} | `{}` | {} |\n", exit_status(code), to_string(code), meaning);
    return text + fmt::format("| {} | `bug` | a fault of attune itself |\n", exit_bug);
}

std::string shapes_reference() {
    std::vector<const shapes::Type*> types{
        &shapes::type_of<shapes::Failure>(),       &shapes::type_of<shapes::Demo>(),
        &shapes::type_of<shapes::ServedAt>(),      &shapes::type_of<shapes::Scores>(),
        &shapes::type_of<shapes::Exported>(),      &shapes::type_of<shapes::NewLabel>(),
        &shapes::type_of<shapes::Community>(),     &shapes::type_of<shapes::Scales>(),
        &shapes::type_of<shapes::CacheReport>(),   &shapes::type_of<shapes::CheckReport>(),
        &shapes::type_of<shapes::TrackGenres>(),   &shapes::type_of<shapes::SplitPlaylist>(),
        &shapes::type_of<shapes::MusicClusters>(), &shapes::type_of<shapes::Predictions>(),
        &shapes::type_of<shapes::GenreStudy>(),    &shapes::type_of<shapes::PopularityStudy>(),
        &shapes::type_of<shapes::ClusterStudy>()};
    for (const auto& route : web::all_routes())
        if (route.shape != nullptr) types.push_back(&route.shape());
    return std::string(printed_note) +
           "# Shapes of answers\n\n"
           "What `--json` and the [HTTP API](api.md) answer is made of these. All keys are there but those "
           "that "
           "may lack; a moment is UTC, as 2024-11-03T05:36:24Z. A document of a simulated library has "
           "\"notice\" "
           "besides.\n" +
           shapes::shape_tables(types);
}

std::string openapi_reference() { return json_text(web::openapi_json(), 2) + "\n"; }

}  // namespace attune::cli
