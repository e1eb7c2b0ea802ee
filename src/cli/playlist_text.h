#pragma once

#include "core/json_fwd.h"

#include <cstddef>
#include <string>

namespace attune::cli {

// What engine/playlist_*.h give in JSON, for people.

std::string playlists_text(const Json& list);
std::string playlist_profile_text(const Json& profile);

/// @param most  tracks told of each playlist
std::string doctor_text(const Json& found, std::size_t most);

/// @param done  what was done with the tracks if it was: "made", "added to"
std::string picked_text(const Json& picked, const std::string& done);
std::string split_text(const Json& split);
std::string clusters_text(const Json& clusters);

std::string shared_tastes_text(const Json& tastes);

std::string playlist_versions_text(const Json& versions);

}  // namespace attune::cli
