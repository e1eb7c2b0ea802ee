#pragma once

#include "core/json_fwd.h"
#include "engine/collect.h"
#include "engine/workspace.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

/// All tracks as points, with what they can be placed and coloured by. Made once and asked often: it does not change.
class ExploreTable {
  public:
    /// Reads the library, and what the person of the workspace did. A person who is not there did nothing.
    explicit ExploreTable(Workspace& workspace);

    /// The points as columns in one piece of memory, at most 12 bytes a point; the layout stands in
    /// docs/reference/api.md, "Explore".
    /// @param columns  up to four names
    /// @param only_mine  the person's own music instead of all
    /// @throws Error{invalid_argument} for an unknown column, with those there are
    std::string points(std::span<const std::string> columns, bool only_mine) const;

    /// {"tracks": […]}: what there is to show of tracks, by their numbers; unknown ones are left out.
    Json tracks(std::span<const std::int64_t> ids) const;

    /// The same of tracks whose artist and title hold all these words, folded; played ones first.
    Json find(std::string_view text, std::size_t count) const;

  private:
    struct Column;

    Column column(const std::string& name) const;
    Column numbers(const std::string& name) const;
    bool is_mine(library::TrackIndex track) const;
    Json track_json(library::TrackIndex track) const;

    Collected collected_;
    std::vector<std::int32_t> plays_;      ///< of each track
    std::vector<std::int8_t> labels_;      ///< of each; -1: none, else a library::LabelValue
    std::vector<std::int32_t> playlists_;  ///< the first that holds it; -1: none
    std::vector<std::string> playlist_names_;
    std::vector<bool> mine_;
    std::vector<std::string> folded_;  ///< artist and title, for finding
};

}  // namespace attune::engine
