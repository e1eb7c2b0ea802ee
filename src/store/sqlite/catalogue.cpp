#include "core/hash.h"
#include "core/text.h"
#include "store/rules/matching.h"
#include "store/sqlite/sqlite_store.h"

#include <algorithm>
#include <unordered_map>

namespace attune::store {
namespace {

/// The version of the way in which a catalogue's features were made: nobody says.
constexpr int catalogue_features_version = 0;

std::uint64_t digest_of(const library::CatalogueTrack& row) {
    std::string text;
    const auto add = [&](std::string_view part) { text.append(part) += '\x1F'; };
    const auto& track = row.track;
    for (const std::string_view part :
         {std::string_view(track.spotify_id), std::string_view(track.isrc),
          std::string_view(track.recording_mbid), std::string_view(track.artist_name),
          std::string_view(track.track_name), std::string_view(track.release_name)}) {
        add(part);
    }
    for (const auto& artist : track.other_artists) add(artist);
    add(fmt::format("{},{},{},{}", track.duration_ms.value_or(-1), row.popularity.value_or(-1),
                    row.is_explicit ? static_cast<int>(*row.is_explicit) : -1,
                    row.release_year.value_or(-1)));
    for (const float value : row.features.values) add(is_missing(value) ? "" : fmt::format("{}", value));
    for (const auto& tag : row.tags) add(tag);
    return stable_hash(text);
}

/// NaN, a missing value, becomes null in the database.
library::AudioFeatures read_features(const Rows& rows, int first_column) {
    library::AudioFeatures features;
    for (auto& value : features.values) {
        if (!rows.is_null(first_column)) value = rows.get<float>(first_column);
        ++first_column;
    }
    return features;
}

constexpr std::string_view feature_columns =
    "danceability, energy, key, loudness, mode, speechiness, acousticness, instrumentalness, liveness, "
    "valence, "
    "tempo, time_signature, duration_ms";

std::unordered_map<std::int64_t, std::string> names_of_tags(Database& database) {
    std::unordered_map<std::int64_t, std::string> names;
    auto rows = database.query("SELECT id, name FROM tags");
    while (rows.next()) names.emplace(rows.get<std::int64_t>(0), rows.get<std::string>(1));
    return names;
}

}  // namespace

std::int64_t SqliteStore::provider_id(std::string_view provider) {
    const auto known = database_.first<std::int64_t>("SELECT id FROM providers WHERE name = ?", provider);
    if (known) return *known;
    database_.run("INSERT INTO main.providers (name, told_by) VALUES (?, ?)", provider, import_);
    return database_.last_id();
}

std::int64_t SqliteStore::tag_id(std::string_view tag) {
    const auto known = database_.first<std::int64_t>("SELECT id FROM tags WHERE name = ?", tag);
    if (known) return *known;
    database_.run("INSERT INTO main.tags (name, told_by) VALUES (?, ?)", tag, import_);
    return database_.last_id();
}

std::int64_t SqliteStore::catalogue_import() {
    if (catalogue_import_ == 0) {
        database_.run("INSERT INTO catalogue_imports DEFAULT VALUES");
        catalogue_import_ = database_.last_id();
    }
    return catalogue_import_;
}

Fate SqliteStore::add_catalogue_track(std::string_view provider, const library::CatalogueTrack& row) {
    check_description(row.track);
    const IntakeTurn turn(*this);
    Change change(*this);
    const auto provider_number = provider_id(provider);
    const auto digest = digest_of(row);
    if (tell_catalogue_row(provider_number, digest)) {
        change.commit();
        return Fate::duplicate;
    }
    const auto n_changes_before = database_.n_changed_ever() - n_told_;
    const auto track = ensure_track(row.track);
    remember_other_artists(track, row.track);
    const bool is_first = update_entry(provider_number, track, row);
    if (is_first) update_features(provider_number, track, catalogue_features_version, row.features);
    for (const auto& tag : row.tags) {
        if (trim(tag).empty()) continue;
        const auto id = tag_id(trim(tag));
        if (database_.run("INSERT OR IGNORE INTO main.track_tags VALUES (?, ?, ?, ?)", track, id,
                          provider_number, import_) == 0)
            tell("INSERT OR IGNORE INTO tag_tellings VALUES (?, ?, ?, ?)", track, id, provider_number);
    }
    const bool changed = database_.n_changed_ever() - n_told_ != n_changes_before;
    database_.run(
        "INSERT INTO main.catalogue_rows (provider_id, digest, told_by, track_id) VALUES (?, ?, ?, ?)",
        provider_number, digest, import_, track);
    change.commit();
    return changed ? Fate::imported : Fate::duplicate;
}

bool SqliteStore::tell_catalogue_row(std::int64_t provider, std::uint64_t digest) {
    std::int64_t told_by = 0;
    std::optional<std::int64_t> track;
    {
        auto known = database_.query(
            "SELECT told_by, track_id FROM main.catalogue_rows WHERE provider_id = ? AND digest = ?",
            provider, digest);
        if (!known.next()) return false;
        told_by = known.get<std::int64_t>(0);
        track = known.get<std::optional<std::int64_t>>(1);
    }
    if (track && told_by != import_)
        tell("INSERT OR IGNORE INTO catalogue_tellings VALUES (?, ?, ?)", provider, *track);
    return true;
}

bool SqliteStore::update_entry(std::int64_t provider, library::TrackId track,
                               const library::CatalogueTrack& row) {
    const auto written_by = database_.first<std::int64_t>(
        "SELECT import_number FROM main.catalogue_entries WHERE track_id = ? AND provider_id = ? AND "
        "replaced_by = 0",
        track, provider);
    const auto import = catalogue_import();
    if (written_by == import) return false;
    if (!written_by) {
        note_before(track);
        database_.run(
            "UPDATE main.tracks SET spotify_id = CASE WHEN ?2 = '' THEN spotify_id ELSE ?2 END, in_catalogue "
            "= 1, changed_by = ?3 WHERE id = ?1 AND NOT in_catalogue",
            track, row.track.spotify_id, import_);
    } else {
        replace_version("catalogue_entries", provider, track);
    }
    database_.run("INSERT OR REPLACE INTO main.catalogue_entries VALUES (?, ?, ?, ?, ?, ?, ?, 0)", track,
                  provider, row.popularity, row.is_explicit, row.release_year, import, import_);
    return true;
}

void SqliteStore::replace_version(std::string_view table, std::int64_t provider, library::TrackId track) {
    if (import_ == 0) {
        database_.run(fmt::format("DELETE FROM main.{} WHERE provider_id = ? AND track_id = ?", table),
                      provider, track);
        return;
    }
    database_.run(
        fmt::format("UPDATE main.{} SET replaced_by = ?3 WHERE provider_id = ?1 AND track_id = ?2 AND "
                    "replaced_by = 0 AND told_by <> ?3",
                    table),
        provider, track, import_);
}

void SqliteStore::set_features(std::string_view provider, library::TrackId track, int version,
                               const library::AudioFeatures& features) {
    const IntakeTurn turn(*this);
    Change change(*this);
    update_features(provider_id(provider), track, version, features);
    change.commit();
}

void SqliteStore::update_features(std::int64_t provider, library::TrackId track, int version,
                                  const library::AudioFeatures& features) {
    const bool has_any = std::ranges::any_of(features.values, [](float value) { return !is_missing(value); });
    if (!has_any) return;
    replace_version("features", provider, track);
    static const std::string sql = fmt::format(
        "INSERT OR REPLACE INTO main.features (provider_id, track_id, version, describes_sound, told_by, {}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        feature_columns);
    Statement& insert = database_.prepared(sql);
    const Rows end(insert);
    int parameter = 0;
    insert.bind(parameter++, provider);
    insert.bind(parameter++, track);
    insert.bind(parameter++, version);
    insert.bind(parameter++, features.describes_sound());
    insert.bind(parameter++, import_);
    for (const float value : features.values) insert.bind(parameter++, static_cast<double>(value));
    insert.step();
}

Fate SqliteStore::add_artist_genres(std::string_view provider, const library::ArtistGenres& genres) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const auto artist = ensure_artist(genres.artist_name);
    const auto provider_number = provider_id(provider);
    const auto tell_again = [&](std::int64_t genre) {
        tell("INSERT OR IGNORE INTO genre_tellings VALUES (?, ?, ?, ?)", artist, genre, provider_number);
    };
    auto n_new = database_.run("INSERT OR IGNORE INTO main.artist_entries VALUES (?, ?, ?)", artist,
                               provider_number, import_);
    if (n_new == 0) tell_again(0);
    for (const auto& genre : genres.genres) {
        if (trim(genre).empty()) continue;
        const auto id = tag_id(trim(genre));
        const auto n_added = database_.run("INSERT OR IGNORE INTO main.artist_genres VALUES (?, ?, ?, ?)",
                                           artist, id, provider_number, import_);
        if (n_added == 0) tell_again(id);
        n_new += n_added;
    }
    change.commit();
    return n_new > 0 ? Fate::imported : Fate::duplicate;
}

std::vector<FeatureRow> SqliteStore::features(std::string_view provider) {
    std::vector<FeatureRow> features;
    static const std::string sql = fmt::format(
        "SELECT track_id, {} FROM features WHERE provider_id = (SELECT id FROM providers WHERE name = ?) "
        "ORDER BY "
        "track_id",
        feature_columns);
    auto rows = database_.query(sql, provider);
    while (rows.next()) features.push_back({rows.get<library::TrackId>(0), read_features(rows, 1)});
    return features;
}

std::vector<library::TrackId> SqliteStore::tracks_with_sound() {
    return database_.query_all<library::TrackId>(
        "SELECT DISTINCT track_id FROM features WHERE describes_sound ORDER BY track_id");
}

std::vector<ProviderRow> SqliteStore::providers() {
    std::vector<ProviderRow> providers;
    auto rows = database_.query(
        "SELECT name, (SELECT count(*) FROM catalogue_entries WHERE provider_id = id), (SELECT count(*) FROM "
        "features WHERE provider_id = id AND describes_sound) FROM providers ORDER BY id");
    while (rows.next()) {
        providers.push_back({rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<std::int64_t>(2)});
    }
    return providers;
}

std::vector<TagRow> SqliteStore::tags() {
    // Names apart: joined, SQLite sorts a million texts to find that no two are the same.
    const auto reading = read();
    const auto names = names_of_tags(database_);
    std::vector<TagRow> tags;
    auto rows = database_.query("SELECT DISTINCT track_id, tag_id FROM track_tags ORDER BY track_id, tag_id");
    while (rows.next())
        tags.push_back({rows.get<library::TrackId>(0), referred(names, rows.get<std::int64_t>(1))});
    return tags;
}

}  // namespace attune::store
