#include "web/library_pool.h"

#include "core/error.h"
#include "web/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

namespace attune::web {
namespace {

class Pool : public testing::Test {
  protected:
    TemporaryFolder folder_;
    LibraryPool pool_{LibraryOptions{folder_.path() / "library", "me", 1, 1}};

    void make_library() { pool_.lend(pool_.in_use(), true)->ensure_person(); }
};

TEST_F(Pool, MakesALibraryOnlyWhereItMay) {
    EXPECT_THROW(pool_.lend(pool_.in_use()), Error);
    make_library();
    EXPECT_TRUE(pool_.lend(pool_.in_use())->store->find_person("me").has_value());
}

TEST_F(Pool, LendsAConnectionAgainUntilSomethingChanged) {
    make_library();
    const auto* first = &*pool_.lend(pool_.in_use());
    EXPECT_EQ(&*pool_.lend(pool_.in_use()), first);
    const auto held = pool_.lend(pool_.in_use());
    EXPECT_NE(&*pool_.lend(pool_.in_use()), &*held);
}

TEST_F(Pool, LeavesNothingOfALoanToTheNext) {
    make_library();
    std::stop_source stop;
    {
        const auto lease = pool_.lend({pool_.in_use().directory, "you"});
        EXPECT_EQ(lease->person, "you");
        EXPECT_FALSE(lease->may_name_files);
        lease->task = Task(nullptr, stop.get_token());
    }
    stop.request_stop();
    const auto lease = pool_.lend(pool_.in_use());
    EXPECT_EQ(lease->person, "me");
    EXPECT_NO_THROW(lease->task.check());
}

TEST_F(Pool, GoesToTheLibraryThatWasMeant) {
    make_library();
    const auto meant = pool_.in_use();
    pool_.use(folder_.path() / "sample", "sam");
    pool_.lend(pool_.in_use(), true)->ensure_person();
    EXPECT_FALSE(pool_.is_own());
    {
        const auto lease = pool_.lend(meant);
        EXPECT_EQ(lease->directory, folder_.path() / "library");
        EXPECT_TRUE(lease->store->find_person("me").has_value());
        EXPECT_FALSE(lease->store->find_person("sam").has_value());
    }
    const auto lease = pool_.lend(pool_.in_use());
    EXPECT_EQ(lease->directory, folder_.path() / "sample")
        << "what was lent of the other did not come among its own";
    pool_.use_own();
    EXPECT_TRUE(pool_.is_own());
}

TEST_F(Pool, TellsOneStateFromAnother) {
    make_library();
    const auto stamp = [&](engine::Of what = engine::Of::everything) { return pool_.state().stamp(what); };
    const auto first = stamp();
    EXPECT_EQ(stamp(), first);
    std::set<std::string> seen{first};
    pool_.changed();
    EXPECT_TRUE(seen.insert(stamp()).second);
    engine::open_workspace(folder_.path() / "library", false)->store->ensure_person("another program's");
    EXPECT_TRUE(seen.insert(stamp()).second);
    pool_.use(folder_.path() / "sample", "sam");
    EXPECT_TRUE(seen.insert(stamp()).second);
    pool_.use_own();
    EXPECT_TRUE(seen.insert(stamp()).second) << "what was found out meanwhile is not of this library";
    const auto of_music = stamp(engine::Of::music);
    const auto of_people = stamp(engine::Of::people);
    pool_.changed();
    engine::open_workspace(folder_.path() / "library", false)->store->ensure_person("another");
    EXPECT_EQ(stamp(engine::Of::music), of_music);
    EXPECT_NE(stamp(engine::Of::people), of_people);
}

TEST_F(Pool, LendsToManyWhileTheLibraryIsSwitched) {
    make_library();
    pool_.use(folder_.path() / "sample", "sam");
    pool_.lend(pool_.in_use(), true)->ensure_person();
    std::atomic<bool> done = false;
    std::atomic<int> n_wrong = 0;
    {
        std::vector<std::jthread> readers;
        for (int t = 0; t < 3; ++t) {
            readers.emplace_back([&] {
                while (!done) {
                    const auto meant = pool_.in_use();
                    const auto lease = pool_.lend(meant);
                    if (!lease->store->find_person(meant.person) || lease->directory != meant.directory)
                        ++n_wrong;
                }
            });
        }
        for (int i = 0; i < 50; ++i) {
            if (i % 2 == 0) {
                pool_.use_own();
            } else {
                pool_.use(folder_.path() / "sample", "sam");
            }
            const LibraryPool::Writing writing(pool_);
            pool_.lend(pool_.in_use())->store->ensure_person(fmt::format("person {}", i));
            pool_.changed();
        }
        done = true;
    }
    EXPECT_EQ(n_wrong, 0);
}

}  // namespace
}  // namespace attune::web
