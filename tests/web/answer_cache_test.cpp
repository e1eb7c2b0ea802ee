#include "web/answer_cache.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

namespace attune::web {
namespace {

Response answer(std::string text) {
    Response response;
    response.body = Body::of(std::move(text));
    return response;
}

std::string text_of(const std::optional<Response>& response) {
    return response ? std::string(response->body.bytes) : "nothing";
}

TEST(AnswerCache, HoldsForOneState) {
    AnswerCache cache(1000);
    cache.keep("a", "state 1", answer("one"));
    EXPECT_EQ(text_of(cache.find("a", "state 1")), "one");
    EXPECT_EQ(text_of(cache.find("a", "state 2")), "nothing");
    EXPECT_EQ(text_of(cache.find("b", "state 1")), "nothing");
    cache.keep("a", "state 2", answer("two"));
    EXPECT_EQ(text_of(cache.find("a", "state 2")), "two");
    EXPECT_EQ(text_of(cache.find("a", "state 1")), "nothing");
}

TEST(AnswerCache, LetsGoOfWhatWasNotAskedForLongest) {
    AnswerCache cache(1000);
    for (const auto* key : {"a", "b", "c"}) cache.keep(key, "s", answer(std::string(300, *key)));
    EXPECT_NE(text_of(cache.find("a", "s")), "nothing");
    cache.keep("d", "s", answer(std::string(300, 'd')));
    EXPECT_EQ(text_of(cache.find("b", "s")), "nothing");
    for (const auto* key : {"a", "c", "d"}) EXPECT_EQ(text_of(cache.find(key, "s")), std::string(300, *key));
    cache.keep("e", "s", answer(std::string(2000, 'e')));
    EXPECT_EQ(text_of(cache.find("e", "s")), "nothing") << "one that is too large puts nothing else out";
    EXPECT_NE(text_of(cache.find("a", "s")), "nothing");
}

TEST(AnswerCache, CountsWhatIsReplacedOnce) {
    AnswerCache cache(1000);
    cache.keep("a", "s", answer(std::string(300, 'a')));
    for (int i = 0; i < 100; ++i) cache.keep("b", fmt::format("{}", i), answer(std::string(300, 'b')));
    EXPECT_NE(text_of(cache.find("a", "s")), "nothing");
}

TEST(AnswerCache, GivesACrowdTheAnswerOfBefore) {
    AnswerCache cache(1000);
    cache.keep("a", "1", answer("old"));
    EXPECT_EQ(text_of(cache.find_old("a")), "nothing");
    EXPECT_EQ(text_of(cache.find_old("a")), "nothing");
    EXPECT_EQ(text_of(cache.find_old("a")), "old");
    { const AnswerCache::Turn turn(cache, "a", {}); }
    EXPECT_EQ(text_of(cache.find_old("a")), "nothing") << "it was found out: the next crowd counts from one";
    EXPECT_EQ(text_of(cache.find_old("never asked")), "nothing");
}

TEST(AnswerCache, RemembersNoMoreKeysThanItMay) {
    AnswerCache cache(std::size_t{1} << 30);
    for (int i = 0; i < 10'000; ++i) {
        const auto key = fmt::format("/similar?name={}", i);
        cache.keep(key, "1", answer("old"));
        cache.find_old(key);  // and whoever asked is refused, since the queue is full
    }
    EXPECT_LE(cache.n_asked(), 2000U);
}

TEST(AnswerCache, LetsOneFindOut) {
    AnswerCache cache(1000);
    std::atomic<int> n_made = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&] {
                for (int state = 0; state < 50; ++state) {
                    const auto stamp = fmt::format("{}", state);
                    const AnswerCache::Turn turn(cache, "a", {});
                    if (cache.find("a", stamp)) continue;
                    ++n_made;
                    cache.keep("a", stamp, answer(stamp));
                }
            });
        }
    }
    EXPECT_GE(n_made, 50);
    EXPECT_EQ(cache.n_asked(), 0U);
}

TEST(AnswerCache, LetsGoOfWhoIsStoppedWhileWaiting) {
    AnswerCache cache(1000);
    std::stop_source gone;
    std::optional<AnswerCache::Turn> first;
    first.emplace(cache, "a", std::stop_token());
    std::latch waits(1);
    std::jthread second([&] {
        waits.count_down();
        EXPECT_THROW(AnswerCache::Turn(cache, "a", gone.get_token()), Error);
    });
    waits.wait();
    gone.request_stop();
    second.join();
    first.reset();
    const AnswerCache::Turn third(cache, "a", {});
}

}  // namespace
}  // namespace attune::web
