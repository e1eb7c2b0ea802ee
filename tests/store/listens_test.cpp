#include "store/backends.h"
#include "store/rules/listen_place.h"
#include "store/sqlite/database.h"

#include <gtest/gtest.h>

namespace attune::store {
namespace {

constexpr std::int64_t n_hashes = std::int64_t{1} << listen_hash_bits;

/// A play whose own number is the last of its second (found by trying lengths).
library::Listen play_with_last_number() {
    library::Listen listen;
    listen.track.artist_name = "A";
    listen.track.track_name = "Song";
    listen.ended_at = listen.listened_at = timestamp_of(1'700'000'040);
    listen.ms_played = 63'492'064;
    return listen;
}

TEST(Listens, TakeTheNextNumberOfTheirOwnSecond) {
    const TemporaryFolder folder;
    const auto store = open_store(folder.path(), true);
    const auto me = store->ensure_person("me");
    const auto play = play_with_last_number();
    store->add_listen(me, play, library::ListenSource::csv);
    Database database(folder.path() / "library.db", false);
    const auto id = database.first<std::int64_t>("SELECT id FROM listens");
    ASSERT_EQ(*id % n_hashes, n_hashes - 1);
    // Another play that has come to the same number.
    database.execute("UPDATE listens SET ref = ref + 1");

    EXPECT_EQ(store->add_listen(me, play, library::ListenSource::csv), Fate::imported);
    EXPECT_EQ(store->add_listen(me, play, library::ListenSource::csv), Fate::duplicate);
    const auto ids = database.query_all<std::int64_t>("SELECT id FROM listens ORDER BY id");
    EXPECT_EQ(ids, (std::vector{first_listen_id(play.ended_at), *id}));
}

}  // namespace
}  // namespace attune::store
