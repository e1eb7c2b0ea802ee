#pragma once

#include "demo/history.h"
#include "demo/taste.h"
#include "demo/world.h"

namespace attune::demo {

/// Large enough for shares to be steady, small enough to be made in a blink.
inline WorldOptions small_options(std::uint64_t seed = 1) {
    WorldOptions options;
    options.seed = seed;
    options.n_tracks = 6'000;
    options.n_artists = 750;
    options.years = 1;
    return options;
}

}  // namespace attune::demo
