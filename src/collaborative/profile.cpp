#include "collaborative/profile.h"

#include "core/error.h"

#include <cmath>

namespace attune::collaborative {

void check_profile(const Profile& profile, std::size_t n_items) {
    require(profile.items.size() == profile.values.size(),
            "a profile must have one value an item, got {} of {} items", profile.values.size(),
            profile.items.size());
    for (std::size_t k = 0; k < profile.items.size(); ++k) {
        const auto item = profile.items[k];
        require(item < n_items, "an item must be below {}, got {}", n_items, item);
        require(k == 0 || profile.items[k - 1] < item,
                "items must ascend and stand once each, got {} after {}", item,
                profile.items[k == 0 ? 0 : k - 1]);
        require(std::isfinite(profile.values[k]) && profile.values[k] > 0,
                "the value of item {} must be > 0, got {}", item, profile.values[k]);
    }
}

void check_question(const Profile& profile, library::ItemIndex item, std::size_t n_items) {
    check_profile(profile, n_items);
    require(item < n_items, "an item must be below {}, got {}", n_items, item);
}

void check_plays(const library::Interactions& plays) {
    require(plays.size() > 0, "there are no plays to learn from ({} people, {} items)", plays.n_users(),
            plays.n_items());
}

Profile profile_of(const library::Interactions& plays, library::UserIndex user) {
    const auto row = plays.row(user);
    return {row.indices, row.values};
}

}  // namespace attune::collaborative
