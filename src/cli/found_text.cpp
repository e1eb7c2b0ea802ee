#include "cli/found_text.h"

#include "cli/table.h"
#include "core/json.h"

#include <fmt/format.h>

namespace attune::cli {
namespace {

std::string why(const Json& reasons) {
    std::string text;
    for (const auto& reason : reasons) {
        const std::string name = reason["name"];
        // Tags that are shared are told by their names; all else needs its words.
        const bool is_shared_tag = reason["text"] == "both are called " + name;
        text += (text.empty() ? "" : "; ") + (is_shared_tag ? name : reason["text"].get<std::string>());
    }
    return text;
}

}  // namespace

std::string artist_and_title(const Json& track) {
    return fmt::format("{} - {}", track["artist"].get<std::string>(), track["title"].get<std::string>());
}

std::string found_tracks_text(const Json& tracks) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 24);
    table.column("title", Table::Align::left, 32);
    table.column("fit", Table::Align::right);
    table.column("why", Table::Align::left, 96);
    int rank = 0;
    for (const auto& track : tracks) {
        table.row({std::to_string(++rank), track["artist"], track["title"],
                   fmt::format("{:.2f}", track["score"].get<double>()), why(track["reasons"])});
    }
    return table.text();
}

std::string found_artists_text(const Json& artists) {
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("fit", Table::Align::right);
    table.column("begin with", Table::Align::left, 32);
    table.column("why", Table::Align::left, 96);
    int rank = 0;
    for (const auto& artist : artists) {
        const auto& track = artist["track"];
        table.row({std::to_string(++rank), artist["artist"],
                   fmt::format("{:.2f}", artist["score"].get<double>()),
                   track.is_null() ? "" : track["title"].get<std::string>(), why(artist["reasons"])});
    }
    return table.text();
}

}  // namespace attune::cli
