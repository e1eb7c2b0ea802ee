#include "cli/picks_text.h"

#include "cli/reasons_text.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/json_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::cli {
namespace {

constexpr std::size_t reasons_shown = 6;

std::string proposed_text(const Json& sources) {
    std::string names;
    for (const auto& source : sources) {
        auto name = source.get<std::string>();
        std::ranges::replace(name, '_', ' ');
        names += (names.empty() ? "" : ", ") + name;
    }
    return "\n             proposed by: " +
           (names.empty() ? std::string("nobody; the whole catalogue is ranked") : names);
}

}  // namespace

std::string picks_text(const Json& discovery, bool explain) {
    std::string text;
    if (explain) {
        for (const auto& pick : discovery["picks"]) {
            text += fmt::format("{}{:>3}  {} – {}   {:.0f} %{}{}", text.empty() ? "" : "\n",
                                json_text(pick["rank"]), pick["artist"].get<std::string>(),
                                pick["title"].get<std::string>(), 100 * pick["probability"].get<double>(),
                                reasons_text(pick["reasons"], reasons_shown), proposed_text(pick["sources"]));
        }
        return text;
    }
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 40);
    table.column("like it", Table::Align::right);
    table.column("new artist");
    table.column("genres", Table::Align::left, 36);
    for (const auto& pick : discovery["picks"]) {
        std::string genres;
        for (const auto& genre : pick["genres"])
            genres += (genres.empty() ? "" : ", ") + genre.get<std::string>();
        table.row({json_text(pick["rank"]), pick["artist"], pick["title"],
                   fmt::format("{:.0f} %", 100 * pick["probability"].get<double>()),
                   pick["new_artist"].get<bool>() ? "new" : "", genres});
    }
    return table.text();
}

std::string artist_picks_text(const Json& picks) {
    std::string text;
    for (const auto& pick : picks["artists"]) {
        text += fmt::format(
            "{}{:>3}  {}   {} listeners, {} tracks in the catalogues{}", text.empty() ? "" : "\n",
            json_text(pick["rank"]), pick["artist"].get<std::string>(), json_text(pick["listeners"]),
            json_text(pick["catalogue_tracks"]), reasons_text(pick["reasons"], reasons_shown));
    }
    return text;
}

}  // namespace attune::cli
