#pragma once

#include "collaborative/recommender.h"

namespace attune::collaborative {

/// @throws Error{invalid_argument} unless the profile is as Profile says: indices ascending and below
/// n_items, one value
///         each, finite and > 0
void check_profile(const Profile& profile, std::size_t n_items);

/// check_profile(), and that `item` is below n_items.
void check_question(const Profile& profile, library::ItemIndex item, std::size_t n_items);

/// @throws Error{invalid_argument} if there is nothing to learn from
void check_plays(const library::Interactions& plays);

/// Row `user` of the training as a profile.
Profile profile_of(const library::Interactions& plays, library::UserIndex user);

}  // namespace attune::collaborative
