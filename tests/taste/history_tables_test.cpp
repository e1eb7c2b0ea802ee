#include "taste/history_tables.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace attune::taste {
namespace {

TasteOptions quick_options() {
    TasteOptions options;
    options.search_trials = 0;
    options.folds = 3;
    return options;
}

/// What other listeners say: the same of every artist.
class SameOfAll final : public Others {
  public:
    SameOfAll(std::size_t n_artists, float fit) : n_artists_(n_artists), fit_(fit) {}
    OthersSay say(const library::History& known) const override {
        std::vector<float> fits(n_artists_, fit_);
        for (const auto& play : known.plays) fits[play.track % n_artists_] += 0.01F;
        return {fits, fits, {}};
    }
    std::size_t n_people() const noexcept override { return 3; }

  private:
    std::size_t n_artists_;
    float fit_;
};

std::uint64_t hash_with(const SmallLibrary& small, const TasteOptions& options = quick_options(),
                        std::shared_ptr<const Others> others = nullptr) {
    auto space = make_surroundings(small.collection, 8);
    space.others = std::move(others);
    const TasteTable table(small.collection, small.history, small.now, space);
    return hash_of(make_history_tables(small.collection, small.history, table, options), options);
}

TEST(HistoryTables, HashTellsWhateverTheLearnerSees) {
    const auto small = make_small_library();
    const auto before = hash_with(small);
    EXPECT_EQ(hash_with(make_small_library()), before);
    const auto& plays = small.history.plays;
    const auto play_that_ended = [&](library::PlayReason reason) {
        return static_cast<std::size_t>(std::ranges::find(plays, reason, &library::Play::reason_end) -
                                        plays.begin());
    };
    const auto completed = play_that_ended(library::PlayReason::track_done);
    const auto left = play_that_ended(library::PlayReason::forward);
    const auto heard = plays[completed].track;
    const std::map<std::string, std::function<void(SmallLibrary&)>> changes{
        {"why it was left",
         [&](auto& s) { s.history.plays[left].reason_end = library::PlayReason::app_closed; }},
        {"how long it was", [&](auto& s) { s.history.plays[completed].ms_played = 1'000; }},
        {"when it was", [&](auto& s) { s.history.plays.back().listened_at -= std::chrono::hours(24 * 90); }},
        {"whose track it is", [&](auto& s) { s.collection.tracks[heard].artist ^= 1U; }},
        {"on which releases they are",
         [&](auto& s) {
             for (auto& track : s.collection.tracks) track.release_name = "One";
         }},
        {"who else is on it",
         [&](auto& s) {
             s.collection.tracks[heard].other_artists = {0, 1, 2, 4};
         }},
        {"how it sounds", [&](auto& s) { s.collection.features(heard, 2) = 0.125F; }},
        {"its year", [&](auto& s) { s.collection.tracks[heard].release_year = 1901; }},
        {"its popularity", [&](auto& s) { s.collection.tracks[heard].popularity = 100; }},
        {"an artist's genres",
         [&](auto& s) { s.collection.artists[s.collection.tracks[heard].artist].genres = {7}; }},
        {"an entry of a playlist", [&](auto& s) { s.history.playlists[0].items.pop_back(); }},
        {"when an entry came", [&](auto& s) { s.history.playlists[0].items[0].added_at = on_day(1); }},
        {"which tracks they are",
         [&](auto& s) {
             for (auto& play : s.history.plays) play.track ^= play.track / 2 == heard / 2 ? 1U : 0U;
         }},
    };
    for (const auto& [name, change] : changes) {
        auto changed = small;
        change(changed);
        EXPECT_NE(hash_with(changed), before) << name;
    }
}

TEST(HistoryTables, HashTellsWhatOthersSay) {
    const auto small = make_small_library();
    const auto n = small.collection.artists.size();
    const auto alone = hash_with(small);
    const auto with_others = hash_with(small, quick_options(), std::make_shared<SameOfAll>(n, 0.5F));
    EXPECT_NE(with_others, alone);
    EXPECT_NE(hash_with(small, quick_options(), std::make_shared<SameOfAll>(n, 0.75F)), with_others);
}

TEST(HistoryTables, HashTellsTheOptionsThatChangeWhatIsLearnt) {
    const auto small = make_small_library();
    const auto before = hash_with(small);
    const std::map<std::string, std::function<void(TasteOptions&)>> changes{
        {"seed", [](auto& options) { options.seed = 2; }},
        {"folds", [](auto& options) { options.folds = 2; }},
        {"trials", [](auto& options) { options.search_trials = 1; }},
        {"playlists", [](auto& options) { options.chosen_playlists = {"none of them"}; }}};
    for (const auto& [name, change] : changes) {
        auto options = quick_options();
        change(options);
        EXPECT_NE(hash_with(small, options), before) << name;
    }
    auto options = quick_options();
    options.threads = 3;
    options.use_labels = false;
    EXPECT_EQ(hash_with(small, options), before);
}

TEST(HistoryTables, HashLeavesLabelsToStageTwo) {
    const auto small = make_small_library();
    auto labelled = small;
    label_some(labelled, 30);
    EXPECT_EQ(hash_with(labelled), hash_with(small));
}

}  // namespace
}  // namespace attune::taste
