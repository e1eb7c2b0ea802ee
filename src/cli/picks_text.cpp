#include "cli/picks_text.h"

#include "cli/reasons_text.h"
#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::cli {
namespace {

constexpr std::size_t reasons_shown = 6;

std::string proposed_text(const std::vector<std::string>& sources) {
    std::string names;
    for (auto name : sources) {
        std::ranges::replace(name, '_', ' ');
        names += (names.empty() ? "" : ", ") + name;
    }
    return "\n             proposed by: " +
           (names.empty() ? std::string("nobody; the whole catalogue is ranked") : names);
}

/// The picks by artists that are new, or those by others; empty if there are none.
std::string section_text(const std::vector<shapes::Pick>& picks, bool is_new) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 40);
    table.column("like it", Table::Align::right);
    table.column("genres", Table::Align::left, 36);
    bool has_any = false;
    for (const auto& pick : picks) {
        if (pick.new_artist != is_new) continue;
        has_any = true;
        std::string genres;
        for (const auto& genre : pick.genres) genres += (genres.empty() ? "" : ", ") + genre;
        table.row({std::to_string(pick.rank), pick.track.artist, pick.track.title,
                   chance_text(pick.chance.probability), genres});
    }
    return has_any ? table.text() : "";
}

}  // namespace

std::string chance_text(const std::optional<double>& probability) {
    return probability ? fmt::format("{:.0f} %", 100 * *probability) : "–";
}

std::string picks_text(const shapes::Discovery& discovery, bool explain) {
    std::string text;
    if (explain) {
        for (const auto& pick : discovery.picks) {
            text += fmt::format("{}{:>3}  {} – {}   {}{}{}{}", text.empty() ? "" : "\n", pick.rank,
                                pick.track.artist, pick.track.title, chance_text(pick.chance.probability),
                                pick.new_artist ? ", an artist new to you" : "",
                                reasons_text(pick.reasons, reasons_shown), proposed_text(pick.sources));
        }
        return text;
    }
    for (const bool is_new : {true, false}) {
        const auto section = section_text(discovery.picks, is_new);
        if (section.empty()) continue;
        text += fmt::format("{}{}\n{}", text.empty() ? "" : "\n\n",
                            is_new ? "New to you" : "More from artists you know", section);
    }
    return text;
}

std::string artist_picks_text(const shapes::ArtistPicks& picks) {
    std::string text;
    for (const auto& pick : picks.artists) {
        text += fmt::format("{}{:>3}  {}   {} listeners, {} tracks in the catalogues{}",
                            text.empty() ? "" : "\n", pick.rank, pick.artist, pick.listeners,
                            pick.catalogue_tracks, reasons_text(pick.reasons, reasons_shown));
    }
    return text;
}

}  // namespace attune::cli
