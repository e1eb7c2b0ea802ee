#pragma once

#include "shapes/playlists.h"

#include <cstddef>
#include <string>

namespace attune::cli {

// What engine/playlist_*.h give in JSON, for people.

std::string playlists_text(const shapes::Playlists& list);
std::string playlist_profile_text(const shapes::PlaylistDetail& profile);

/// @param most  tracks told of each playlist
std::string doctor_text(const shapes::Doctor& found, std::size_t most);

/// @param done  what was done with the tracks if it was: "made", "added to"
std::string picked_text(const shapes::BuiltPlaylist& picked, const std::string& done);
std::string split_text(const shapes::SplitPlaylist& split);
std::string clusters_text(const shapes::MusicClusters& clusters);

std::string shared_tastes_text(const shapes::Tastes& tastes);

std::string playlist_versions_text(const shapes::PlaylistVersions& versions);

}  // namespace attune::cli
