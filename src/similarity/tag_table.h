#pragma once

#include "learning/numerics/cooccurrence.h"
#include "library/collection.h"
#include "library/community.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::similarity {

using TagIndex = std::uint32_t;

/// What artists and tracks are called: genres of catalogues and tags of other listeners, under one spelling
/// (genres::canonical_genre). Weights are in (0, 1].
struct TagTable {
    std::vector<std::string> names;  ///< ascending
    std::vector<bool> is_genre;      ///< a catalogue calls something so, rather than listeners alone

    /// By ArtistIndex. A genre of a catalogue weighs 1; a tag that n people gave weighs log(1 + n) over the
    /// same of the artist's most given tag, which counts as given by three at least; a tag of the artist's
    /// tracks half the share of the tracks that have it. The heaviest of these counts.
    std::vector<learning::Bag> of_artists;

    /// By TrackIndex: what catalogues call this very track, with weight 1.
    std::vector<learning::Bag> of_tracks;

    /// Artists whom only other listeners know: from them is learnt what goes with what.
    std::vector<learning::Bag> of_strangers;

    std::optional<TagIndex> find(std::string_view name) const;

    /// The tags of a track, at 0.7 of their weight, and those of its artist; by tag. Catalogues that call
    /// tracks something mostly say on which playlist they found them.
    learning::Bag tags_of(const library::CollectionTrack& track, library::TrackIndex index) const;
};

/// Tags that fewer than `least` times were given to any artist, and never twice to one, are left out: they
/// are remarks ("songs for gil"), not words. Genres of catalogues are all kept.
TagTable make_tag_table(const library::Collection& collection, const library::Community& community,
                        double least = 5);

}  // namespace attune::similarity
