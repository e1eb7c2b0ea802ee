#include "core/hash.h"
#include "core/text.h"
#include "store/rules/listen_place.h"
#include "store/rules/name_key.h"
#include "store/sqlite/community_tables.h"

#include <algorithm>

namespace attune::store {
namespace {

using library::CommunityName;

/// Listens that are counted before they are written: 16 MiB.
constexpr std::size_t most_counted = std::size_t{1} << 21U;

std::uint64_t pair_of(std::int64_t person, std::int64_t item) {
    return (static_cast<std::uint64_t>(person) << 32U) | static_cast<std::uint64_t>(item);
}

/// The statements of one of the two tables of plays.
struct PlayStatements {
    std::string_view find;
    std::string_view insert;
    std::string_view update;
    std::string_view mark;
    std::string_view add_listens;
};

constexpr PlayStatements artist_statements{
    "SELECT count, import_number FROM community_artist_plays WHERE person_id = ? AND artist_id = ? AND ref = "
    "?",
    "INSERT INTO community_artist_plays VALUES (?, ?, ?, ?, ?)",
    "UPDATE community_artist_plays SET count = ?4, import_number = ?5 WHERE person_id = ?1 AND artist_id = "
    "?2 AND "
    "ref = ?3",
    "UPDATE community_artist_plays SET import_number = ?4 WHERE person_id = ?1 AND artist_id = ?2 AND ref = "
    "?3",
    "INSERT INTO community_artist_plays VALUES (?, ?, 0, ?, 0) ON CONFLICT DO UPDATE SET count = count + "
    "excluded.count"};
constexpr PlayStatements track_statements{
    "SELECT count, import_number FROM community_track_plays WHERE person_id = ? AND track_id = ? AND ref = ?",
    "INSERT INTO community_track_plays VALUES (?, ?, ?, ?, ?)",
    "UPDATE community_track_plays SET count = ?4, import_number = ?5 WHERE person_id = ?1 AND track_id = ?2 "
    "AND "
    "ref = ?3",
    "UPDATE community_track_plays SET import_number = ?4 WHERE person_id = ?1 AND track_id = ?2 AND ref = ?3",
    "INSERT INTO community_track_plays VALUES (?, ?, 0, ?, 0) ON CONFLICT DO UPDATE SET count = count + "
    "excluded.count"};

}  // namespace

std::optional<Fate> CommunityTables::add_play(std::string_view source_name,
                                              const library::CommunityPlay& play) {
    require(!play.person.empty(), "a row of a community needs a person");
    require(!play.artist_name.empty(), "what somebody played needs an artist");
    require(play.count > 0, "a count must be greater than 0, got {}", play.count);
    auto source = known_source(source_name);
    if (!source) {
        check_names(play);  // of a row that is refused nothing stays, its source neither
        source = source_id(source_name);
    }
    const auto what = item(*source, play);
    if (!what) return std::nullopt;
    const auto who = person(*source, play.person);
    if (play.listened_at) return add_listen(*source, who, *what, *play.listened_at);
    const auto ref = static_cast<std::uint32_t>(hash_of({play.artist_name, play.track_name})) | 1U;
    return add_count(who, *what, ref, play.count);
}

bool CommunityTables::add_seen(std::int64_t source, std::uint64_t digest) {
    return database_.run("INSERT OR IGNORE INTO community_seen VALUES (?, ?)", source, digest) > 0;
}

/// Dumps come in the order of time, and so do these digests: they are appended, not scattered. Two listens of
/// one second have the same one in 2^28 times.
Fate CommunityTables::add_listen(std::int64_t source, const Person& person, const Item& item,
                                 Timestamp time) {
    const auto hash = combine_hashes(person.hash, item.key) >> (64 - listen_hash_bits);
    const auto digest = static_cast<std::uint64_t>(first_listen_id(time)) | hash;
    if (!add_seen(source, digest)) return Fate::duplicate;
    auto& counted = item.is_track ? counted_tracks_ : counted_artists_;
    counted.push_back(pair_of(person.id, item.id));
    if (counted.size() >= most_counted) flush();
    return Fate::imported;
}

Fate CommunityTables::add_count(const Person& person, const Item& item, std::uint32_t ref, double count) {
    const auto& statements = item.is_track ? track_statements : artist_statements;
    const auto import = import_number();
    std::optional<double> known;
    std::int64_t stated_by = 0;
    if (auto rows = database_.query(statements.find, person.id, item.id, ref); rows.next()) {
        known = rows.get<double>(0);
        stated_by = rows.get<std::int64_t>(1);
    }
    if (!known) {
        database_.run(statements.insert, person.id, item.id, ref, count, import);
        return Fate::imported;
    }
    if (stated_by == import) return Fate::duplicate;
    if (*known == count) {
        // Marked as stated by this import, so that a second row of it is not taken for news.
        database_.run(statements.mark, person.id, item.id, ref, import);
        return Fate::duplicate;
    }
    database_.run(statements.update, person.id, item.id, ref, count, import);
    return Fate::imported;
}

std::optional<Fate> CommunityTables::add_tagging(std::string_view source_name,
                                                 const library::CommunityTagging& tagging) {
    const auto source = source_id(source_name);
    const auto artist = item_of_number(source, CommunityName::Kind::artist, tagging.artist_number);
    const auto tag = item_of_number(source, CommunityName::Kind::tag, tagging.tag_number);
    if (!artist || !tag) return std::nullopt;
    const auto digest = hash_of({"tagging", tagging.person, tagging.artist_number, tagging.tag_number});
    if (!add_seen(source, combine_hashes(digest, salt()))) return Fate::duplicate;
    database_.run(
        "INSERT INTO community_artist_tags VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
        source, *artist, *tag);
    return Fate::imported;
}

Fate CommunityTables::add_name(std::string_view source_name, const library::CommunityName& name) {
    require(!name.number.empty(), "a name needs the number that it stands for");
    const bool is_artist = name.kind == CommunityName::Kind::artist;
    is_artist ? void(artist_key_of(name.name)) : void(tag_name_of(name.name));  // as in add_play()
    const auto source = source_id(source_name);
    const auto item = is_artist ? named_artist_id(name.name) : tag_id(name.name);
    if (item_of_number(source, name.kind, name.number) == item) return Fate::duplicate;
    database_.run("INSERT OR REPLACE INTO community_names VALUES (?, ?, ?, ?)", source, name.kind,
                  name.number, item);
    items_.clear();
    return Fate::imported;
}

bool CommunityTables::add_dropped(std::string_view source, std::uint64_t digest) {
    return add_seen(source_id(source), digest);
}

void CommunityTables::flush() {
    write_counted(counted_tracks_, true);
    write_counted(counted_artists_, false);
}

void CommunityTables::write_counted(std::vector<std::uint64_t>& pairs, bool are_tracks) {
    if (pairs.empty()) return;
    std::ranges::sort(pairs);
    Statement& add = database_.prepared((are_tracks ? track_statements : artist_statements).add_listens);
    for (auto pair = pairs.begin(); pair != pairs.end();) {
        const auto next = std::find_if(pair, pairs.end(), [&](auto other) { return other != *pair; });
        database_.run(add, *pair >> 32U, *pair & 0xFFFF'FFFFU, next - pair);
        pair = next;
    }
    pairs.clear();
}

}  // namespace attune::store
