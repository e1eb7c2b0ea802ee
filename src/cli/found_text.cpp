#include "cli/found_text.h"

#include "cli/table.h"

#include <fmt/format.h>

namespace attune::cli {
namespace {

std::string why(const std::vector<shapes::FoundReason>& reasons) {
    std::string text;
    for (const auto& reason : reasons) {
        // Tags that are shared are told by their names; all else needs its words.
        const bool is_shared_tag = reason.text == "both are called " + reason.name;
        text += (text.empty() ? "" : "; ") + (is_shared_tag ? reason.name : reason.text);
    }
    return text;
}

}  // namespace

std::string artist_and_title(const shapes::Track& track) {
    return fmt::format("{} - {}", track.artist, track.title);
}

std::string found_tracks_text(const std::vector<shapes::FoundTrack>& tracks) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 24);
    table.column("title", Table::Align::left, 32);
    table.column("fit", Table::Align::right);
    table.column("why", Table::Align::left, 96);
    int rank = 0;
    for (const auto& found : tracks) {
        table.row({std::to_string(++rank), found.track.artist, found.track.title,
                   fmt::format("{:.2f}", found.score), why(found.reasons)});
    }
    return table.text();
}

std::string found_artists_text(const std::vector<shapes::FoundArtist>& artists) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("fit", Table::Align::right);
    table.column("begin with", Table::Align::left, 32);
    table.column("why", Table::Align::left, 96);
    int rank = 0;
    for (const auto& found : artists) {
        table.row({std::to_string(++rank), found.artist, fmt::format("{:.2f}", found.score),
                   found.first_track ? found.first_track->title : "", why(found.reasons)});
    }
    return table.text();
}

}  // namespace attune::cli
