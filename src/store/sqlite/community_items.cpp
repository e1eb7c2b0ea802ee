#include "core/text.h"
#include "library/identity.h"
#include "store/rules/name_key.h"
#include "store/sqlite/community_tables.h"

#include <random>

namespace attune::store {

using library::CommunityName;
using library::ItemNaming;

std::string CommunityTables::artist_key_of(std::string_view name) {
    auto key = library::artist_key(name);
    require(!key.empty(), "the name of an artist must not be empty");
    return key;
}

std::string CommunityTables::tag_name_of(std::string_view name) {
    auto folded = fold(name);
    require(!folded.empty(), "a tag must have a name");
    return folded;
}

library::TrackKey CommunityTables::track_key_of(std::string_view artist_name, std::string_view track_name) {
    auto key = library::track_key(artist_name, track_name);
    require(!key.artist.empty() && !key.title.empty(), "a track needs an artist and a title");
    return key;
}

void CommunityTables::check_names(const library::CommunityPlay& play) {
    if (play.naming != ItemNaming::name) return;
    play.track_name.empty() ? void(artist_key_of(play.artist_name))
                            : void(track_key_of(play.artist_name, play.track_name));
}

/// Made when the first person comes: another library gives the same person another hash.
std::uint64_t CommunityTables::salt() {
    if (salt_ != 0) return salt_;
    if (const auto known = database_.first<std::uint64_t>("SELECT salt FROM community_salt"))
        return salt_ = *known;
    std::random_device random;
    salt_ = (std::uint64_t{random()} << 32U) | random() | 1U;
    database_.run("INSERT INTO community_salt VALUES (?)", salt_);
    return salt_;
}

std::uint64_t CommunityTables::account_hash(std::string_view name) {
    return combine_hashes(salt(), stable_hash(fmt::format("{}\x1F{}", salt(), name)));
}

std::optional<std::int64_t> CommunityTables::find_source(std::string_view source) {
    return database_.first<std::int64_t>("SELECT id FROM community_sources WHERE name = ?", source);
}

std::optional<std::int64_t> CommunityTables::known_source(std::string_view source) {
    const auto hash = stable_hash(source);
    if (const auto known = sources_.find(hash)) return known;
    const auto id = find_source(source);
    if (id) sources_.add(hash, *id);
    return id;
}

std::int64_t CommunityTables::source_id(std::string_view source) {
    if (const auto known = known_source(source)) return *known;
    require(!trim(source).empty(), "the name of a source must not be empty");
    database_.run("INSERT INTO community_sources (name) VALUES (?)", source);
    return database_.last_id();
}

CommunityTables::Person CommunityTables::person(std::int64_t source, std::string_view name) {
    const auto place = combine_hashes(static_cast<std::uint64_t>(source), stable_hash(name));
    if (const auto known = people_.find(place)) return *known;
    Person person{0, account_hash(name)};
    const auto known = database_.first<std::int64_t>(
        "SELECT id FROM community_people WHERE source_id = ? AND hash = ?", source, person.hash);
    if (known) {
        person.id = *known;
    } else {
        database_.run("INSERT INTO community_people (source_id, hash) VALUES (?, ?)", source, person.hash);
        person.id = database_.last_id();
    }
    people_.add(place, person);
    return person;
}

std::int64_t CommunityTables::artist_id(std::string_view name, std::string_view key) {
    const auto known = database_.first<std::int64_t>("SELECT id FROM community_artists WHERE key = ?", key);
    if (known) return *known;
    database_.run("INSERT INTO community_artists (name, key) VALUES (?, ?)", name, key);
    return database_.last_id();
}

std::int64_t CommunityTables::named_artist_id(std::string_view name) {
    return artist_id(library::main_artist(name), artist_key_of(name));
}

CommunityTables::Item CommunityTables::track(std::string_view artist_name, std::string_view track_name) {
    const auto key = track_key_of(artist_name, track_name);
    Item track{0, true, name_key(key.artist, key)};
    const auto known =
        database_.first<std::int64_t>("SELECT id FROM community_tracks WHERE name_key = ?", track.key);
    if (known) {
        track.id = *known;
    } else {
        const auto artist = artist_id(library::main_artist(artist_name), key.artist);
        database_.run("INSERT INTO community_tracks (artist_id, name, name_key) VALUES (?, ?, ?)", artist,
                      track_name, track.key);
        track.id = database_.last_id();
    }
    return track;
}

std::optional<std::int64_t> CommunityTables::item_of_number(std::int64_t source, CommunityName::Kind kind,
                                                            std::string_view number) {
    return database_.first<std::int64_t>(
        "SELECT item_id FROM community_names WHERE source_id = ? AND kind = ? AND number = ?", source, kind,
        number);
}

std::optional<CommunityTables::Item> CommunityTables::item(std::int64_t source,
                                                           const library::CommunityPlay& play) {
    const auto naming = static_cast<std::uint64_t>(play.naming);
    const auto place = combine_hashes(hash_of({play.artist_name, play.track_name}),
                                      naming == 0 ? 0 : static_cast<std::uint64_t>(source) * 4 + naming);
    if (const auto known = items_.find(place)) return known;
    Item item{0, false, place};
    if (play.naming == ItemNaming::listed_number) {
        const auto id = item_of_number(source, CommunityName::Kind::artist, play.artist_name);
        if (!id) return std::nullopt;
        item.id = *id;
    } else if (play.naming == ItemNaming::bare_number) {
        const std::string number = fmt::format("#{}", play.artist_name);
        item.id = artist_id(number, fmt::format("#{}:{}", source, play.artist_name));
    } else if (play.track_name.empty()) {
        item.id = named_artist_id(play.artist_name);
    } else {
        item = track(play.artist_name, play.track_name);
    }
    items_.add(place, item);
    return item;
}

std::int64_t CommunityTables::tag_id(std::string_view name) {
    const std::string folded = tag_name_of(name);
    const auto known = database_.first<std::int64_t>("SELECT id FROM community_tags WHERE name = ?", folded);
    if (known) return *known;
    database_.run("INSERT INTO community_tags (name) VALUES (?)", folded);
    return database_.last_id();
}

std::int64_t CommunityTables::import_number() {
    if (import_ == 0) {
        database_.run("INSERT INTO community_imports DEFAULT VALUES");
        import_ = database_.last_id();
    }
    return import_;
}

void CommunityTables::forget_memory() {
    sources_.clear();
    people_.clear();
    items_.clear();
    counted_tracks_.clear();
    counted_artists_.clear();
    salt_ = 0;
    import_ = 0;
}

}  // namespace attune::store
