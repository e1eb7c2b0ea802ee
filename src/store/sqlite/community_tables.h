#pragma once

#include "library/community_rows.h"
#include "library/identity.h"
#include "store/community_rows.h"
#include "store/rows.h"
#include "store/sqlite/database.h"
#include "store/sqlite/slot_cache.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::store {

/// The tables of the community in a library (community_schema.h). Rows come by the ten million: what is
/// looked up again and again is remembered in caches of fixed size, and listens are counted here and written
/// in the order of the table, a million at a time.
class CommunityTables {
  public:
    explicit CommunityTables(Database& database) : database_(database) {}

    std::optional<Fate> add_play(std::string_view source, const library::CommunityPlay& play);
    std::optional<Fate> add_tagging(std::string_view source, const library::CommunityTagging& tagging);
    Fate add_name(std::string_view source, const library::CommunityName& name);
    bool add_dropped(std::string_view source, std::uint64_t digest);

    std::vector<CommunitySourceRow> sources();
    void forget(std::string_view source);
    CommunityCounts counts();
    CommunityContent content();

    /// Plays that refer to rows that do not exist.
    std::int64_t n_lost();
    std::int64_t delete_lost();

    /// Writes the listens that are counted but not written. Before a transaction ends, and before tables are
    /// read.
    void flush();

    /// What was remembered may be of rows that are gone now.
    void forget_memory();

    /// Another transaction begins.
    void end_import() noexcept { import_ = 0; }

    /// What is kept of the name of an account; another in each library.
    std::uint64_t account_hash(std::string_view name);

  private:
    struct Person {
        std::int64_t id = 0;
        std::uint64_t hash = 0;
    };
    /// The row of a play's item: of community_tracks or community_artists.
    struct Item {
        std::int64_t id = 0;
        bool is_track = false;
        std::uint64_t key = 0;  ///< a hash of its folded names
    };

    // Keys of names. @throws Error{invalid_argument} if they are empty
    static std::string artist_key_of(std::string_view name);
    static std::string tag_name_of(std::string_view name);
    static library::TrackKey track_key_of(std::string_view artist_name, std::string_view track_name);
    static void check_names(const library::CommunityPlay& play);

    std::uint64_t salt();
    std::int64_t source_id(std::string_view source);
    std::optional<std::int64_t> known_source(std::string_view source);
    std::optional<std::int64_t> find_source(std::string_view source);
    Person person(std::int64_t source, std::string_view name);
    std::optional<Item> item(std::int64_t source, const library::CommunityPlay& play);
    std::int64_t artist_id(std::string_view name, std::string_view key);
    std::int64_t named_artist_id(std::string_view name);
    Item track(std::string_view artist_name, std::string_view track_name);
    std::int64_t tag_id(std::string_view name);
    std::optional<std::int64_t> item_of_number(std::int64_t source, library::CommunityName::Kind kind,
                                               std::string_view number);
    std::int64_t import_number();

    /// True if the digest was new.
    bool add_seen(std::int64_t source, std::uint64_t digest);
    Fate add_listen(std::int64_t source, const Person& person, const Item& item, Timestamp time);
    Fate add_count(const Person& person, const Item& item, std::uint32_t ref, double count);
    void write_counted(std::vector<std::uint64_t>& pairs, bool are_tracks);

    /// For each row of community_artists, in the order of ids, its artist of the library.
    struct LinkedArtists;
    LinkedArtists linked_artists();

    /// Calls `visit(id, index of its artist, name, its track of the library)` for each row of
    /// community_tracks, in the order of ids.
    using TrackVisitor = std::function<void(std::int64_t, std::uint32_t, std::string&&, library::TrackId)>;
    void visit_tracks(const LinkedArtists& artists, const TrackVisitor& visit);

    Database& database_;
    std::uint64_t salt_ = 0;
    std::int64_t import_ = 0;  ///< of the transaction under way; 0 until it states a count
    SlotCache<std::int64_t, 6> sources_;
    SlotCache<Person, 16> people_;
    SlotCache<Item, 17> items_;
    std::vector<std::uint64_t> counted_tracks_;  ///< a pair of ids for each listen that is not written yet
    std::vector<std::uint64_t> counted_artists_;
};

}  // namespace attune::store
