#pragma once

#include "engine/library/collect.h"
#include "engine/library/workspace.h"
#include "shapes/listening.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

inline constexpr Of explore_depends_on = Of::community | Of::listens | Of::playlists | Of::labels;

/// All tracks as points, with what they can be placed and coloured by. Made once for a state of explore_depends_on() and
/// asked often, from several threads: it does not change. What takes long and does not depend on the person (the map of
/// sound, branches, folded names) lives among the workspace's Parts: it outlives a like.
class ExploreTable {
  public:
    /// Reads the library, and what the person of the workspace did. A person who is not there did nothing.
    explicit ExploreTable(Workspace& workspace);

    /// The tracks whose sound is known.
    std::size_t n_heard() const;

    /// The points as columns in one piece of memory, at most 12 bytes a point; the layout stands in
    /// docs/reference/api.md, "Explore".
    /// @param columns  up to four names
    /// @param only_mine  the person's own music instead of all
    /// @throws Error{invalid_argument} for an unknown column, with those there are
    /// @param workspace  of the same library; read where branches of genres are asked for
    std::string points(Workspace& workspace, std::span<const std::string> columns, bool only_mine) const;

    /// What there is to show of tracks, by their numbers; unknown ones are left out.
    shapes::TrackDetails tracks(std::span<const std::int64_t> ids) const;

    /// The same of tracks whose artist and title hold all these words, folded; played ones first.
    shapes::TrackDetails find(std::string_view text, std::size_t count) const;

  private:
    struct Column;
    class Music;

    Column column(Workspace& workspace, const std::string& name) const;
    Column numbers(const std::string& name) const;
    bool is_mine(library::TrackIndex track) const;
    shapes::TrackDetail detail(library::TrackIndex track) const;

    std::shared_ptr<const Collected> collected_;
    std::vector<std::int32_t> plays_;      ///< of each track
    std::vector<std::int8_t> labels_;      ///< of each; -1: none, else a library::LabelValue
    std::vector<std::int32_t> playlists_;  ///< the first that holds it; -1: none
    std::vector<std::string> playlist_names_;
    std::vector<std::int32_t> added_by_;  ///< who added it to the first playlist that says so; -1: nobody
    std::vector<std::string> adders_;
    std::vector<bool> mine_;
    std::shared_ptr<const Music> music_;  ///< refers to nothing of the table
};

}  // namespace attune::engine
