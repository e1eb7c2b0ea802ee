#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::taste {

struct TasteOptions {
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    int folds = 5;
    int search_trials = 3;
    bool use_labels = true;                     ///< stage 2 at all
    std::vector<std::string> chosen_playlists;  ///< names; empty: all of the person's
};

}  // namespace attune::taste
