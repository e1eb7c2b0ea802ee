#include "store/sqlite/revisions.h"

#include <algorithm>
#include <array>

namespace attune::store {
namespace {

constexpr auto music_tables = std::to_array<std::string_view>(
    {"artists", "tracks", "track_artists", "track_names", "external_ids", "providers", "catalogue_entries",
     "features", "tags", "track_tags", "artist_entries", "artist_genres", "corrections", "audio_analyses",
     "audio_files"});

constexpr auto community_tables = std::to_array<std::string_view>(
    {"community_sources", "community_people", "community_artists", "community_tracks", "community_tags",
     "community_names", "community_artist_plays", "community_track_plays", "community_artist_tags"});

constexpr auto people_tables = std::to_array<std::string_view>({"persons", "imports"});

constexpr auto listens_tables = std::to_array<std::string_view>({"listens", "listen_matches"});

constexpr auto playlists_tables = std::to_array<std::string_view>(
    {"playlists", "playlist_entries", "marked_tracks", "marked_artists", "playlist_changes",
     "playlist_versions", "playlist_version_entries", "playlist_decisions", "contributors"});

constexpr auto labels_tables = std::to_array<std::string_view>({"label_changes", "artist_block_changes"});

constexpr auto runs_tables =
    std::to_array<std::string_view>({"runs", "current_runs", "cycles", "candidates", "candidates_told"});

/// What an import notes for itself, and what nothing is worked out from.
constexpr auto other_tables = std::to_array<std::string_view>(
    {"catalogue_imports", "catalogue_rows", "dropped_rows", "community_salt", "community_imports",
     "community_seen", "correction_rows", "revisions", "derived", "import_state", "tracks_before",
     "listen_tellings", "entry_tellings", "mark_tellings", "id_tellings", "catalogue_tellings",
     "tag_tellings", "genre_tellings"});

/// Which import stated a value is no part of the value.
constexpr auto other_columns =
    std::to_array<std::string_view>({"import_number", "told_by", "changed_by", "contributor_told_by"});

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& tables, std::string_view table) {
    return std::ranges::find(tables, table) != tables.end();
}

}  // namespace

unsigned parts_of(std::string_view table, std::string_view column) {
    if (is_in(other_columns, column) || is_in(other_tables, table) || table.starts_with("sqlite_"))
        return no_part;
    if (is_in(music_tables, table)) return music_part;
    if (is_in(community_tables, table)) return community_part;
    if (is_in(people_tables, table)) return people_part;
    if (is_in(listens_tables, table)) return listens_part;
    if (is_in(playlists_tables, table)) return playlists_part;
    if (is_in(labels_tables, table)) return labels_part;
    if (is_in(runs_tables, table)) return runs_part;
    return all_parts;
}

Revisions read_revisions(Database& database) {
    Revisions revisions;
    auto rows = database.query("SELECT part, number FROM revisions");
    while (rows.next()) {
        const auto number = rows.get<std::int64_t>(1);
        switch (rows.get<unsigned>(0)) {
            case music_part: revisions.music = number; break;
            case community_part: revisions.community = number; break;
            case people_part: revisions.people = number; break;
            case listens_part: revisions.listens = number; break;
            case playlists_part: revisions.playlists = number; break;
            case labels_part: revisions.labels = number; break;
            case runs_part: revisions.runs = number; break;
            default: break;
        }
    }
    return revisions;
}

void count_changes(Database& database) {
    const auto touched = database.touched();
    if (touched == no_part) return;
    database.run("UPDATE revisions SET number = number + 1 WHERE part & ? <> 0", touched);
}

}  // namespace attune::store
