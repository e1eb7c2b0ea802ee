#include "library/identity.h"

#include "core/hash.h"
#include "core/text.h"
#include "store/rules/matching.h"
#include "store/sqlite/sqlite_store.h"

#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace attune::store {
namespace {

using library::TrackDescription;
using library::TrackId;

constexpr std::string_view add_name_sql = "INSERT OR IGNORE INTO main.track_names VALUES (?, ?, ?, ?)";

/// The track among those of this name that the description means best.
std::optional<TrackCandidate> find_candidate(Database& database, std::string_view artist,
                                             const library::TrackKey& key,
                                             const TrackDescription& description) {
    std::vector<TrackCandidate> candidates;
    auto rows = database.query(
        "SELECT track_id, kind, duration_ms, in_catalogue, release_name FROM track_names JOIN tracks ON id = "
        "track_id WHERE name_key = ?",
        name_key(artist, key));
    while (rows.next()) {
        candidates.push_back({rows.get<TrackId>(0), rows.get<NameKind>(1), rows.get<std::optional<int>>(2),
                              rows.get<bool>(3), rows.get<std::string>(4) == description.release_name});
    }
    return best_candidate(candidates, description, key.title);
}

}  // namespace

std::vector<MatchRow> read_matches(Rows rows) {
    std::vector<MatchRow> matches;
    while (rows.next()) {
        matches.push_back({rows.get<TrackId>(0), rows.get<std::string>(1), rows.get<std::string>(2),
                           rows.get<std::string>(3), rows.get<std::string>(4), rows.get<std::string>(5)});
    }
    return matches;
}

std::array<std::uint64_t, 2> refs_of(const MatchRow& match) {
    const auto by_names = ref_of_names(match.artist_name, match.track_name);
    return {match.scheme == "spotify" ? ref_of_id(match.value) : by_names, by_names};
}

KnownName SqliteStore::known_name(const TrackDescription& description) {
    const auto hash = description_hash(description);
    if (const auto known = names_.find(hash)) return *known;
    KnownName name{ensure_track(description), ref_of(description), 0};
    if (has_names(description)) {
        const auto key = library::track_key(description.artist_name, description.track_name);
        name.name_key = name_key(key.artist, key);
    }
    names_.add(hash, name);
    return name;
}

TrackId SqliteStore::ensure_track(const TrackDescription& description) {
    check_description(description);
    const IntakeTurn turn(*this);
    Change change(*this);
    auto match = find_track(description);
    if (match) {
        complete_track(match->track, description);
    } else {
        match = TrackMatch{make_track(description), "new"};
    }
    remember_ids(*match, description);
    change.commit();
    return match->track;
}

std::optional<TrackMatch> SqliteStore::find_track(const TrackDescription& description) {
    const auto reading = read();
    auto match = match_by_id(description);
    if (!match && has_names(description)) match = match_by_name(description);
    return match;
}

std::optional<TrackMatch> SqliteStore::match_by_id(const TrackDescription& description) {
    for (const auto& [scheme, value] : ids_of(description)) {
        if (value.empty()) continue;
        const auto track = database_.first<TrackId>(
            "SELECT track_id FROM external_ids WHERE scheme = ? AND value = ?", scheme, value);
        if (track) return TrackMatch{*track, std::string(scheme)};
    }
    return std::nullopt;
}

std::optional<TrackMatch> SqliteStore::match_by_name(const TrackDescription& description) {
    const auto key = library::track_key(description.artist_name, description.track_name);
    if (const auto best = find_candidate(database_, key.artist, key, description)) {
        return match_of(*best, description);
    }
    for (const auto& artist : alternative_keys(description)) {
        // Only tracks whose own artist this is: "A & B" and "A & C" are not one.
        const auto best = find_candidate(database_, artist, key, description);
        if (best && best->kind == NameKind::own) return TrackMatch{best->track, "alternative artist"};
    }
    return std::nullopt;
}

TrackId SqliteStore::make_track(const TrackDescription& description) {
    const auto& d = description;
    std::optional<library::ArtistId> artist;
    library::TrackKey key;
    if (has_names(d)) {
        artist = ensure_artist(d.artist_name);
        key = library::track_key(d.artist_name, d.track_name);
    }
    // The number of a track that was joined into another is not given again: it comes back if that is undone.
    database_.run(
        "INSERT INTO main.tracks (id, artist_id, artist_name, track_name, release_name, title_key, "
        "version_key, "
        "duration_ms, spotify_id, title_hash, told_by) VALUES (1 + max(coalesce((SELECT max(id) FROM "
        "main.tracks), 0), coalesce((SELECT max(track_before) FROM corrections), 0)), ?, ?, ?, ?, ?, ?, ?, "
        "?, "
        "?, ?)",
        artist, artist ? std::string_view(d.artist_name) : std::string_view(), d.track_name, d.release_name,
        key.title, key.version, d.duration_ms, d.spotify_id, title_hash(d.track_name), import_);
    const TrackId track{database_.last_id()};
    if (artist) add_names(track, d, key);
    return track;
}

void SqliteStore::complete_track(TrackId track, const TrackDescription& description) {
    std::optional<std::string> version;
    bool has_duration = true;
    {
        auto known =
            database_.query("SELECT version_key, artist_id, duration_ms FROM tracks WHERE id = ?", track);
        if (!known.next()) return;
        if (!known.is_null(1)) version = known.get<std::string>(0);
        has_duration = !known.is_null(2);
    }
    if (description.duration_ms && !has_duration) {
        note_before(track);
        database_.run("UPDATE main.tracks SET duration_ms = ?, changed_by = ? WHERE id = ?",
                      *description.duration_ms, import_, track);
    }
    if (!has_names(description)) return;
    const auto key = library::track_key(description.artist_name, description.track_name);
    if (!version) {
        name_track(track, description);
    } else if (*version == key.version) {
        // One id with two spellings: both are names of the track.
        database_.run(add_name_sql, name_key(key.artist, key), track, NameKind::own, import_);
    }
}

void SqliteStore::note_before(TrackId track) {
    tell(
        "INSERT OR IGNORE INTO tracks_before SELECT ?1, id, artist_id, artist_name, track_name, "
        "release_name, "
        "title_key, version_key, duration_ms, spotify_id, in_catalogue, title_hash FROM main.tracks WHERE id "
        "= "
        "?2 AND told_by <> ?1 AND changed_by <> ?1",
        track);
}

void SqliteStore::name_track(TrackId track, const TrackDescription& description) {
    const auto& d = description;
    const auto key = library::track_key(d.artist_name, d.track_name);
    note_before(track);
    database_.run(
        "UPDATE main.tracks SET artist_id = ?, artist_name = ?, track_name = ?, release_name = ?, title_key "
        "= "
        "?, version_key = ?, title_hash = ?, changed_by = ? WHERE id = ?",
        ensure_artist(d.artist_name), d.artist_name, d.track_name, d.release_name, key.title, key.version,
        title_hash(d.track_name), import_, track);
    add_names(track, d, key);
}

void SqliteStore::add_names(TrackId track, const TrackDescription& description,
                            const library::TrackKey& key) {
    database_.run(add_name_sql, name_key(key.artist, key), track, NameKind::own, import_);
    for (const auto& artist : alternative_keys(description)) {
        database_.run(add_name_sql, name_key(artist, key), track, NameKind::alternative, import_);
    }
    remember_other_artists(track, description);
}

void SqliteStore::remember_other_artists(TrackId track, const TrackDescription& description) {
    int position = 0;
    for (const auto& other : description.other_artists) {
        if (library::artist_key(other).empty()) continue;
        database_.run("INSERT OR IGNORE INTO main.track_artists VALUES (?, ?, ?, ?)", track,
                      ensure_artist(other), ++position, import_);
    }
}

void SqliteStore::remember_ids(const TrackMatch& match, const TrackDescription& description) {
    for (const auto& [scheme, value] : ids_of(description)) {
        if (value.empty()) continue;
        const auto n_new = database_.run(
            "INSERT OR IGNORE INTO main.external_ids VALUES (?, ?, ?, ?, ?, ?, ?)", scheme, value,
            match.track, match.method, description.artist_name, description.track_name, import_);
        if (n_new == 0)
            tell("INSERT OR IGNORE INTO id_tellings VALUES (?, ?)",
                 id_hash(fmt::format("{}:{}", scheme, value)));
    }
    if (description.spotify_id.empty() || match.method == "spotify" || match.method == "new") return;
    const auto has_none =
        database_.first<bool>("SELECT spotify_id = '' FROM tracks WHERE id = ?", match.track);
    if (!has_none.value_or(false)) return;
    note_before(match.track);
    database_.run("UPDATE main.tracks SET spotify_id = ?, changed_by = ? WHERE id = ?",
                  description.spotify_id, import_, match.track);
}

library::ArtistId SqliteStore::ensure_artist(std::string_view artist_name) {
    const auto name = library::main_artist(artist_name);
    const auto key = library::artist_key(artist_name);
    require(!key.empty(), "the name of an artist must not be empty");
    constexpr std::string_view find = "SELECT id FROM artists WHERE key = ?";
    if (const auto known = database_.first<library::ArtistId>(find, key)) return *known;
    const IntakeTurn turn(*this);
    Change change(*this);
    auto artist =
        database_.first<library::ArtistId>(find, key);  // another program may have made it meanwhile
    if (!artist) {
        database_.run("INSERT INTO main.artists (name, key, told_by) VALUES (?, ?, ?)", name, key, import_);
        artist = library::ArtistId{database_.last_id()};
    }
    change.commit();
    return *artist;
}

std::optional<library::ArtistId> SqliteStore::find_artist(std::string_view artist_name) {
    const auto reading = read();
    constexpr std::string_view find = "SELECT id FROM artists WHERE key = ?";
    if (const auto id = database_.first<library::ArtistId>(find, library::artist_key(artist_name))) return id;
    for (const auto& key : library::alternative_artist_keys(artist_name)) {
        if (const auto id = database_.first<library::ArtistId>(find, key)) return id;
    }
    return std::nullopt;
}

std::vector<MatchRow> SqliteStore::matches(std::size_t limit, std::size_t offset) {
    return read_matches(database_.query(
        fmt::format("{} ORDER BY track_id, scheme, value LIMIT ? OFFSET ?", select_matches), limit, offset));
}

MatchRow SqliteStore::match_of_id(std::string_view scheme, std::string_view value) {
    auto found = read_matches(
        database_.query(fmt::format("{} WHERE scheme = ? AND value = ?", select_matches), scheme, value));
    if (found.empty()) fail(ErrorCode::not_found, "no track of this library has the id {}:{}", scheme, value);
    return std::move(found.front());
}

std::vector<DoubtfulMatchRow> SqliteStore::doubtful_matches(library::PersonId person) {
    const auto reading = read();
    std::map<std::pair<TrackId, std::uint64_t>, std::int64_t> n_listens;
    auto plays = database_.query(
        "SELECT track_id, ref, count(*) FROM listens WHERE person_id = ? AND track_id IN (SELECT track_id "
        "FROM "
        "external_ids WHERE method = 'alternative artist') GROUP BY track_id, ref",
        person);
    while (plays.next())
        n_listens[{plays.get<TrackId>(0), plays.get<std::uint64_t>(1)}] = plays.get<std::int64_t>(2);

    std::vector<DoubtfulMatchRow> doubtful;
    for (auto& match : read_matches(database_.query(
             fmt::format("{} WHERE method = 'alternative artist' ORDER BY scheme, value", select_matches)))) {
        DoubtfulMatchRow row{std::move(match)};
        const auto refs = refs_of(row.match);
        for (const auto ref : std::set(refs.begin(), refs.end())) {  // an id without a ref of its own has one
            const auto found = n_listens.find({row.match.track, ref});
            if (found != n_listens.end()) row.n_listens += found->second;
        }
        doubtful.push_back(std::move(row));
    }
    return doubtful;
}

}  // namespace attune::store
