#pragma once

#include "collaborative/profile.h"
#include "collaborative/recommender.h"
#include "core/random.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace attune::collaborative {

/// People who each like one block of items, beside the few that everybody likes.
struct Planted {
    static constexpr std::size_t n_blocks = 4;
    static constexpr std::size_t n_items = 120;

    library::Interactions plays;

    /// n_blocks for what everybody likes.
    static std::size_t block_of(std::size_t item) { return item < 12 ? n_blocks : item % n_blocks; }
    static std::size_t block_of_person(std::size_t user) { return user % n_blocks; }
};

inline Planted planted(std::size_t n_users = 160, std::uint64_t seed = 7) {
    Random random(seed);
    Planted data;
    std::vector<library::Interaction> entries;
    for (library::UserIndex user = 0; user < n_users; ++user) {
        for (library::ItemIndex item = 0; item < Planted::n_items; ++item) {
            const std::size_t block = Planted::block_of(item);
            const bool own = block == Planted::block_of_person(user);
            const double share = block == Planted::n_blocks ? 0.7 : own ? 0.4 : 0.04;
            if (random.uniform() < share)
                entries.push_back({user, item, static_cast<float>(1 + random.below(200))});
        }
    }
    data.plays = library::Interactions(n_users, Planted::n_items, std::move(entries));
    return data;
}

/// How many of the first 10 items that a person does not play are of their block, as a share; a mean over
/// people.
inline double block_share_of_first_10(const Recommender& model, const Planted& data) {
    double sum = 0;
    for (library::UserIndex user = 0; user < data.plays.n_users(); ++user) {
        const auto profile = profile_of(data.plays, user);
        auto scores = model.score(profile);
        for (const auto item : profile.items) scores[item] = -1e30F;
        std::vector<library::ItemIndex> order(scores.size());
        std::iota(order.begin(), order.end(), library::ItemIndex{0});
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
        sum += 0.1 * static_cast<double>(std::count_if(order.begin(), order.begin() + 10, [&](auto item) {
                   return Planted::block_of(item) == Planted::block_of_person(user);
               }));
    }
    return sum / static_cast<double>(data.plays.n_users());
}

}  // namespace attune::collaborative
