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
    database_.run("INSERT INTO providers (name) VALUES (?)", provider);
    return database_.last_id();
}

std::int64_t SqliteStore::tag_id(std::string_view tag) {
    const auto known = database_.first<std::int64_t>("SELECT id FROM tags WHERE name = ?", tag);
    if (known) return *known;
    database_.run("INSERT INTO tags (name) VALUES (?)", tag);
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
    Change change(*this);
    const auto provider_number = provider_id(provider);
    if (database_.run("INSERT OR IGNORE INTO catalogue_rows VALUES (?, ?)", provider_number,
                      digest_of(row)) == 0) {
        return Fate::duplicate;
    }
    const auto n_changes_before = database_.n_changed_ever();
    const auto track = ensure_track(row.track);
    remember_other_artists(track, row.track);
    const bool is_first = update_entry(provider_number, track, row);
    if (is_first) update_features(provider_number, track, catalogue_features_version, row.features);
    for (const auto& tag : row.tags) {
        if (trim(tag).empty()) continue;
        database_.run("INSERT OR IGNORE INTO track_tags VALUES (?, ?, ?)", track, tag_id(trim(tag)),
                      provider_number);
    }
    const bool changed = database_.n_changed_ever() != n_changes_before;
    change.commit();
    return changed ? Fate::imported : Fate::duplicate;
}

bool SqliteStore::update_entry(std::int64_t provider, library::TrackId track,
                               const library::CatalogueTrack& row) {
    const auto written_by = database_.first<std::int64_t>(
        "SELECT import_number FROM catalogue_entries WHERE track_id = ? AND provider_id = ?", track,
        provider);
    const auto import = catalogue_import();
    if (written_by == import) return false;
    if (!written_by) {
        database_.run(
            "UPDATE tracks SET spotify_id = CASE WHEN ?2 = '' THEN spotify_id ELSE ?2 END, in_catalogue = 1 "
            "WHERE "
            "id = ?1 AND NOT in_catalogue",
            track, row.track.spotify_id);
    }
    database_.run("INSERT OR REPLACE INTO catalogue_entries VALUES (?, ?, ?, ?, ?, ?)", track, provider,
                  row.popularity, row.is_explicit, row.release_year, import);
    return true;
}

void SqliteStore::set_features(std::string_view provider, library::TrackId track, int version,
                               const library::AudioFeatures& features) {
    Change change(*this);
    update_features(provider_id(provider), track, version, features);
    change.commit();
}

void SqliteStore::update_features(std::int64_t provider, library::TrackId track, int version,
                                  const library::AudioFeatures& features) {
    const bool has_any = std::ranges::any_of(features.values, [](float value) { return !is_missing(value); });
    if (!has_any) return;
    static const std::string sql = fmt::format(
        "INSERT OR REPLACE INTO features (provider_id, track_id, version, describes_sound, {}) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        feature_columns);
    Statement& insert = database_.prepared(sql);
    const Rows end(insert);
    int parameter = 0;
    insert.bind(parameter++, provider);
    insert.bind(parameter++, track);
    insert.bind(parameter++, version);
    insert.bind(parameter++, features.describes_sound());
    for (const float value : features.values) insert.bind(parameter++, static_cast<double>(value));
    insert.step();
}

Fate SqliteStore::add_artist_genres(std::string_view provider, const library::ArtistGenres& genres) {
    Change change(*this);
    const auto artist = ensure_artist(genres.artist_name);
    const auto provider_number = provider_id(provider);
    auto n_new = database_.run("INSERT OR IGNORE INTO artist_entries VALUES (?, ?)", artist, provider_number);
    for (const auto& genre : genres.genres) {
        if (trim(genre).empty()) continue;
        n_new += database_.run("INSERT OR IGNORE INTO artist_genres VALUES (?, ?, ?)", artist,
                               tag_id(trim(genre)), provider_number);
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
