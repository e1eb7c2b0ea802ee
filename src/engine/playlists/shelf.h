#pragma once

#include "engine/library/snapshot.h"
#include "playlists/doctor.h"
#include "shapes/playlists.h"
#include "similarity/tag_space.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

/// A person's playlists with all that it takes to look at them. The parts refer to each other: it stays where
/// it is.
struct PlaylistShelf {
    std::shared_ptr<const Collected> collected;
    std::shared_ptr<const KnownHistory> known;
    std::shared_ptr<const similarity::TagSpace> tags;
    std::vector<store::PlaylistRow> rows;  ///< those that hold tracks, in the order of the store
    std::vector<std::string> names;        ///< of each; where several have one name, with their ids
    std::vector<library::TrackIndex> own;  ///< the person's music: played, saved or on a playlist; ascending
    std::vector<playlists::Decisions> decisions;
    std::optional<playlists::Music> music;
    std::optional<playlists::Shelf>
        shelf;  ///< as rows, each track once, without those that the person dropped

    const library::Collection& collection() const { return collected->collection; }

    const library::History& history() const { return known->history; }

    /// The entries of a playlist as indices, in order, repeats included.
    std::vector<library::TrackIndex> entries(std::size_t playlist) const;

    /// The weights of belonging of each playlist, learnt from the others.
    std::vector<playlists::BelongingWeights> weights(const Workspace& workspace) const;
};

/// Reads the playlists of the person. Lists of labels ("attune liked") are none.
/// @throws Error{not_found} if the person has no playlists and `needs_one`
std::unique_ptr<PlaylistShelf> open_shelf(Workspace& workspace, bool needs_one = true);

/// The playlist that a person means, among these rows: "playlist:12", or its name, exactly or folded.
/// @throws Error{not_found} with the nearest names, Error{conflict} with the ids if several have the name
std::size_t find_playlist(const std::vector<store::PlaylistRow>& rows, std::string_view text);

playlists::BelongingOptions belonging_options(const Workspace& workspace);

shapes::PlaylistName name_of(const store::PlaylistRow& row);

}  // namespace attune::engine
