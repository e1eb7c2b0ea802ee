#include "library/identity.h"
#include "store/rules/name_key.h"
#include "store/sqlite/community_tables.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace attune::store {

using library::ArtistId;
using library::TrackId;

namespace {

/// Plays that refer to rows that do not exist.
constexpr auto lost_plays = std::to_array<std::string_view>(
    {"FROM community_artist_plays WHERE person_id NOT IN (SELECT id FROM community_people) OR artist_id NOT "
     "IN "
     "(SELECT id FROM community_artists)",
     "FROM community_track_plays WHERE person_id NOT IN (SELECT id FROM community_people) OR track_id NOT IN "
     "(SELECT id FROM community_tracks)"});

/// Rows of one table by their ids.
using Indices = std::unordered_map<std::int64_t, std::uint32_t>;

std::uint32_t add_index(Indices& indices, std::int64_t id) {
    return indices.try_emplace(id, static_cast<std::uint32_t>(indices.size())).first->second;
}

std::vector<CommunityPlayRow> read_plays(Rows rows, const Indices& people, const Indices& items) {
    std::vector<CommunityPlayRow> plays;
    while (rows.next()) {
        plays.push_back({referred(people, rows.get<std::int64_t>(0)),
                         referred(items, rows.get<std::int64_t>(1)), rows.get<float>(2)});
    }
    return plays;
}

/// Of the tracks of the library with one name the one that is called so best.
struct NamedTrack {
    TrackId track;
    int kind = 0;
    bool in_catalogue = false;

    bool is_better_than(const NamedTrack& other) const {
        return std::tuple(kind, !in_catalogue, track) <
               std::tuple(other.kind, !other.in_catalogue, other.track);
    }
};

std::optional<TrackId> track_of_name(Database& database, std::uint64_t key) {
    return database.first<TrackId>(
        "SELECT track_id FROM track_names JOIN tracks ON id = track_id WHERE name_key = ? ORDER BY kind, "
        "NOT in_catalogue, track_id LIMIT 1",
        key);
}

}  // namespace

struct CommunityTables::LinkedArtists {
    Indices indices;  ///< of the rows, by their ids
    std::vector<CommunityArtistRow> rows;
    std::vector<std::string> alternative_keys;  ///< of the library's artist, where it was found by one
};

/// First all artists that both call alike, then what is left by alternative keys: so each artist of the
/// library is that of one of the community at most.
CommunityTables::LinkedArtists CommunityTables::linked_artists() {
    std::unordered_map<std::string, ArtistId> library;
    auto artists = database_.query("SELECT key, id FROM artists");
    while (artists.next()) library.emplace(artists.get<std::string>(0), artists.get<ArtistId>(1));

    LinkedArtists linked;
    std::vector<std::uint32_t> unknown;
    auto rows = database_.query("SELECT id, name, key FROM community_artists ORDER BY id");
    while (rows.next()) {
        const auto index = add_index(linked.indices, rows.get<std::int64_t>(0));
        auto& row = linked.rows.emplace_back(CommunityArtistRow{rows.get<std::string>(1), {}});
        const auto key = rows.get<std::string>(2);
        if (const auto found = library.find(key); found != library.end()) {
            row.artist = found->second;
            library.erase(found);
        } else if (!key.starts_with('#')) {
            unknown.push_back(index);
        }
    }
    linked.alternative_keys.resize(linked.rows.size());
    for (const auto index : unknown) {
        auto& row = linked.rows[index];
        auto keys = library::alternative_artist_keys(row.name);
        keys.push_back("the " + library::artist_key(row.name));
        for (const auto& key : keys) {
            const auto found = library.find(key);
            if (found == library.end()) continue;
            row.artist = found->second;
            linked.alternative_keys[index] = key;
            library.erase(found);
            break;
        }
    }
    return linked;
}

/// By the names of the library's tracks; where the artist was found by an alternative key, also by that.
void CommunityTables::visit_tracks(const LinkedArtists& artists, const TrackVisitor& visit) {
    std::unordered_map<std::uint64_t, NamedTrack> library;
    auto names = database_.query(
        "SELECT name_key, track_id, kind, in_catalogue FROM track_names JOIN tracks ON id = track_id WHERE "
        "name_key "
        "IN (SELECT name_key FROM community_tracks)");
    while (names.next()) {
        const NamedTrack named{names.get<TrackId>(1), names.get<int>(2), names.get<bool>(3)};
        const auto [known, is_new] = library.try_emplace(names.get<std::uint64_t>(0), named);
        if (!is_new && named.is_better_than(known->second)) known->second = named;
    }
    auto rows = database_.query("SELECT id, artist_id, name, name_key FROM community_tracks ORDER BY id");
    while (rows.next()) {
        const auto artist = referred(artists.indices, rows.get<std::int64_t>(1));
        auto name = rows.get<std::string>(2);
        const auto found = library.find(rows.get<std::uint64_t>(3));
        TrackId track = found == library.end() ? TrackId() : found->second.track;
        if (const auto& key = artists.alternative_keys[artist]; !track && !key.empty()) {
            const auto named = library::track_key(artists.rows[artist].name, name);
            track = track_of_name(database_, name_key(key, named)).value_or(TrackId());
        }
        visit(rows.get<std::int64_t>(0), artist, std::move(name), track);
    }
}

CommunityContent CommunityTables::content() {
    flush();
    CommunityContent content;
    Indices people;
    auto persons = database_.query("SELECT id FROM community_people ORDER BY id");
    while (persons.next()) add_index(people, persons.get<std::int64_t>(0));
    content.n_people = static_cast<std::uint32_t>(people.size());

    auto artists = linked_artists();
    Indices tracks;
    visit_tracks(artists, [&](std::int64_t id, std::uint32_t artist, std::string&& name, TrackId track) {
        add_index(tracks, id);
        content.tracks.push_back({artist, std::move(name), track});
    });

    content.track_plays = read_plays(
        database_.query("SELECT person_id, track_id, count FROM community_track_plays"), people, tracks);
    content.artist_plays =
        read_plays(database_.query("SELECT person_id, artist_id, count FROM community_artist_plays"), people,
                   artists.indices);
    content.artist_plays.reserve(content.artist_plays.size() + content.track_plays.size());
    for (const auto& play : content.track_plays)
        content.artist_plays.push_back({play.person, content.tracks[play.item].artist, play.count});

    Indices tags;
    auto tag_names = database_.query("SELECT id, name FROM community_tags ORDER BY name");
    while (tag_names.next()) {
        add_index(tags, tag_names.get<std::int64_t>(0));
        content.tags.push_back(tag_names.get<std::string>(1));
    }
    auto artist_tags = database_.query("SELECT artist_id, tag_id, count FROM community_artist_tags");
    while (artist_tags.next()) {
        content.artist_tags.push_back({referred(artists.indices, artist_tags.get<std::int64_t>(0)),
                                       referred(tags, artist_tags.get<std::int64_t>(1)),
                                       artist_tags.get<float>(2)});
    }
    std::ranges::sort(content.artist_tags, {},
                      [](const auto& row) { return std::pair(row.artist, row.tag); });
    content.artists = std::move(artists.rows);
    return content;
}

std::vector<CommunitySourceRow> CommunityTables::sources() {
    flush();
    std::vector<CommunitySourceRow> sources;
    auto rows = database_.query(
        "SELECT name, (SELECT count(*) FROM community_people WHERE source_id = s.id), "
        "(SELECT count(*) FROM community_artist_plays JOIN community_people AS p ON p.id = person_id WHERE "
        "p.source_id = s.id), "
        "(SELECT count(*) FROM community_track_plays JOIN community_people AS p ON p.id = person_id WHERE "
        "p.source_id = s.id), "
        "(SELECT count(*) FROM community_artist_tags WHERE source_id = s.id) FROM community_sources AS s "
        "ORDER BY id");
    while (rows.next()) {
        sources.push_back({rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2),
                           rows.get<std::int64_t>(3), rows.get<std::int64_t>(4)});
    }
    return sources;
}

CommunityCounts CommunityTables::counts() {
    flush();
    const auto count = [&](std::string_view table) {
        return database_.first<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table)).value_or(0);
    };
    CommunityCounts counts{count("community_people"),
                           count("community_artists"),
                           count("community_tracks"),
                           count("community_tags"),
                           0,
                           0};
    const auto artists = linked_artists();
    for (const auto& row : artists.rows) counts.known_artists += row.artist ? 1 : 0;
    std::unordered_set<TrackId> known;
    visit_tracks(artists, [&](std::int64_t, std::uint32_t, std::string&&, TrackId track) {
        if (track) known.insert(track);
    });
    counts.known_tracks = std::ssize(known);
    return counts;
}

std::int64_t CommunityTables::n_lost() {
    std::int64_t n = 0;
    for (const auto plays : lost_plays)
        n += database_.first<std::int64_t>(fmt::format("SELECT count(*) {}", plays)).value_or(0);
    return n;
}

std::int64_t CommunityTables::delete_lost() {
    std::int64_t n = 0;
    for (const auto plays : lost_plays) n += database_.run(fmt::format("DELETE {}", plays));
    return n;
}

void CommunityTables::forget(std::string_view source) {
    flush();
    const auto id = find_source(source);
    if (!id) {
        std::string known;
        for (const auto& row : sources()) known += (known.empty() ? "" : ", ") + row.name;
        fail(ErrorCode::not_found, "there is no community data of '{}'; there is: {}", source,
             known.empty() ? "none" : known);
    }
    constexpr std::string_view theirs = "person_id IN (SELECT id FROM community_people WHERE source_id = ?)";
    database_.run(fmt::format("DELETE FROM community_artist_plays WHERE {}", theirs), *id);
    database_.run(fmt::format("DELETE FROM community_track_plays WHERE {}", theirs), *id);
    for (const std::string_view table :
         {"community_people", "community_names", "community_seen", "community_artist_tags"})
        database_.run(fmt::format("DELETE FROM {} WHERE source_id = ?", table), *id);
    database_.run("DELETE FROM community_sources WHERE id = ?", *id);
    database_.run(
        "DELETE FROM community_tracks WHERE id NOT IN (SELECT track_id FROM community_track_plays)");
    database_.run(
        "DELETE FROM community_artists WHERE id NOT IN (SELECT artist_id FROM community_artist_plays) AND id "
        "NOT IN "
        "(SELECT artist_id FROM community_tracks) AND id NOT IN (SELECT artist_id FROM "
        "community_artist_tags) AND "
        "id NOT IN (SELECT item_id FROM community_names WHERE kind = 0)");
    database_.run(
        "DELETE FROM community_tags WHERE id NOT IN (SELECT tag_id FROM community_artist_tags) AND id NOT IN "
        "(SELECT item_id FROM community_names WHERE kind = 1)");
    forget_memory();
}

}  // namespace attune::store
