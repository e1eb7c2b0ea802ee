#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "library/collection.h"
#include "similarity/space.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attune::playlists {

using library::TrackIndex;

/// In what tracks can be like each other.
enum class Aspect : std::uint8_t {
    sound,    ///< nearness in audio features
    words,    ///< genres and tags
    artist,   ///< by somebody who is on both
    release,  ///< on one release of one artist
    era,      ///< years of release
    fame,     ///< popularity
    length,   ///< durations
    listing,  ///< other playlists that hold the artist, and what else is on them
};

inline constexpr std::size_t n_aspects = 8;
inline constexpr std::size_t n_pair_aspects = 7;  ///< all but `listing`, which is no matter of two tracks

/// "sound", "genres and tags", ...: the aspect in words.
std::string_view to_string(Aspect aspect) noexcept;

/// A value for each aspect, missing where nothing is known.
using AspectRow = std::array<float, n_aspects>;

/// How alike tracks are, aspect by aspect, and how alike they are to a person's music in general. A value:
/// asking it changes nothing.
class Music {
  public:
    /// Refers to what it is given.
    ///
    /// @param words  shape (n_tracks, dim), rows of length 1 or 0 (similarity::TagSpace::track_vectors());
    /// may be empty
    /// @param own    the music of the person, against which "more alike than usual" is measured; each track
    /// once. Of
    ///               more than 1,500 a seeded sample is taken
    Music(const library::Collection& collection, const Matrix& words, std::span<const TrackIndex> own,
          std::uint64_t seed);

    const library::Collection& collection() const noexcept { return *collection_; }

    /// How alike two tracks are in each aspect but `listing`, in [0, 1].
    AspectRow likeness(TrackIndex a, TrackIndex b) const;

    /// The mean likeness of a track to the music of the person, itself and other versions of its song left
    /// out; > 0.
    AspectRow usual(TrackIndex track) const;

    /// usual() of many tracks, in their order.
    std::vector<AspectRow> usual(std::span<const TrackIndex> tracks, std::size_t threads,
                                 const Task& task = {}) const;

    /// Works out usual() of these tracks now, and keeps it for all who will ask.
    void remember(std::span<const TrackIndex> tracks, std::size_t threads, const Task& task = {});

    bool knows_sound(TrackIndex track) const { return sound_.knows(track); }
    bool knows_words(TrackIndex track) const { return words_known_[track]; }

  private:
    AspectRow worked_out(TrackIndex track) const;
    float words_likeness(TrackIndex a, TrackIndex b) const;

    const library::Collection* collection_;
    const Matrix* words_;
    similarity::Space sound_;
    std::vector<bool> words_known_;
    std::vector<std::uint32_t> release_of_;  // a number for each (artist, release); 0: unknown
    std::vector<TrackIndex> own_;
    std::vector<AspectRow> remembered_;  // by track; empty as long as nothing is
    std::vector<bool> is_remembered_;
};

}  // namespace attune::playlists
