#pragma once

#include "core/random.h"
#include "library/community.h"
#include "taste/small_library.h"

#include <fmt/format.h>

namespace attune::recommend {

/// The artists of a small library and some strangers, and people who each play artists of one remainder by four and
/// now and then another one. Stranger i goes with those of remainder i.
inline library::Community make_small_community(const library::Collection& collection,
                                               std::size_t n_people = 120) {
    library::Community community;
    for (library::ArtistIndex a = 0; a < collection.artists.size(); ++a)
        community.artists.push_back({collection.artists[a].name, a});
    for (int i = 0; i < 4; ++i) community.artists.push_back({fmt::format("Stranger {}", i), std::nullopt});
    Random random(5);
    std::vector<library::Interaction> plays;
    for (library::UserIndex user = 0; user < n_people; ++user) {
        const std::size_t side = user % 4;
        for (library::ItemIndex item = 0; item < community.artists.size(); ++item) {
            const double chance = item % 4 == side ? 0.5 : 0.05;
            if (random.uniform() < chance)
                plays.push_back({user, item, 1 + static_cast<float>(random.below(20))});
        }
    }
    community.artist_plays = library::Interactions(n_people, community.artists.size(), std::move(plays));
    return community;
}

/// The small library after somebody who plays the artists of remainder 1 (all but the last two), for some years.
inline taste::SmallLibrary make_listener_of_one_side() {
    auto small = taste::make_small_library();
    small.history = {};
    Random random(7);
    std::vector<library::TrackIndex> tracks;
    for (library::TrackIndex t = 0; t < small.collection.tracks.size(); ++t) {
        const auto artist = small.collection.tracks[t].artist;
        if (artist % 4 == 1 && artist + 8 < small.collection.artists.size()) tracks.push_back(t);
    }
    for (int day = 0; day < 1000; ++day) {
        // Artists are taken up one after the other.
        const auto reach = std::max<std::size_t>(8, tracks.size() * static_cast<std::size_t>(day + 1) / 1000);
        small.history.plays.push_back(taste::play(tracks[random.below(reach)], day, 200'000));
    }
    small.now = taste::on_day(1001);
    return small;
}

}  // namespace attune::recommend
