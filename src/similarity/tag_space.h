#pragma once

#include "core/options.h"
#include "core/task.h"
#include "similarity/tag_table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attune::similarity {

struct TagSpaceOptions {
    int dim = 64;
    float latent = 0.5F;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"dim", dim, 1, 1024, "length of the vectors of tags"});
        visit(Option<float>{"latent", latent, 0, 1,
                            "how much of a likeness is that of vectors; the rest is shared tags"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// What something is, in words: tags by what they say (weight times information, length 1), and the vector
/// that they make, length 1. Both empty or 0 for something without tags.
struct Profile {
    learning::Bag tags;
    std::vector<float> vector;
};

/// A tag that two things have, and its share of the likeness of their tags, in (0, 1].
struct SharedTag {
    TagIndex tag = 0;
    float share = 0;
};

/// What is learned of the tags of a table by the company they keep.
struct TagVectors {
    std::vector<float> information;  ///< of each tag, in [0, 1)
    std::vector<float> n_artists;    ///< that are called so, each counting by the weight of the tag there
    Matrix vectors;                  ///< shape (n_tags, dim), length 1

    /// As bytes, and back. @throws Error{corrupt_data} if they are damaged, or of another number of tags
    std::string save() const;
    static TagVectors load(std::string_view bytes, std::size_t n_tags);
};

TagVectors learn_tag_vectors(const TagTable& table, const TagSpaceOptions& options, const Task& task = {});

/// Tags, artists and tracks in one space of words. Likeness is the sum of two cosines: of the tags
/// themselves, which says what two things are both called, and of vectors of what goes with what
/// (learning::word_vectors), which knows that "dream pop" and "shoegaze" are near. Every tag counts by
/// learning::word_information: a word that is put on everything says nothing.
class TagSpace {
  public:
    TagSpace() = default;
    TagSpace(const library::Collection& collection, TagTable table, const TagSpaceOptions& options,
             const Task& task = {});

    /// Of what was learned before of the tags of this very table.
    TagSpace(const library::Collection& collection, std::shared_ptr<const TagTable> table, TagVectors learned,
             const TagSpaceOptions& options);

    const TagTable& table() const noexcept { return *table_; }

    /// The place of each artist among words, shape (n_artists, dim), length 1; 0 for an artist without tags.
    const Matrix& artist_vectors() const noexcept { return artist_vectors_; }

    /// The place of each track among words, shape (n_tracks, dim), length 1; 0 for a track without tags.
    const Matrix& track_vectors() const noexcept { return track_vectors_; }

    /// How much a tag says, in [0, 1).
    float information(TagIndex tag) const { return learned_.information[tag]; }

    /// How many artists are called so, each counting by the weight of the tag there.
    float n_artists(TagIndex tag) const { return learned_.n_artists[tag]; }

    Profile artist(library::ArtistIndex artist) const;
    Profile track(library::TrackIndex track) const;
    Profile tag(TagIndex tag) const;

    /// Likeness of each artist, track or tag to a profile, in [-1, 1]; 0 for those without tags.
    std::vector<float> artists_like(const Profile& profile) const;
    std::vector<float> tracks_like(const Profile& profile) const;
    std::vector<float> tags_like(const Profile& profile) const;

    /// How well a tag fits each track, in [0, 1]: half for being called so (by the weight in the
    /// table, 1 for what a catalogue calls it), half for the cosine with the tag's vector.
    std::vector<float> tracks_called(TagIndex tag) const;

    /// The tags of a track or artist as the table has them, with what they weigh there.
    learning::Bag tags_of_track(library::TrackIndex track) const { return track_bags_[track]; }
    /// Whether catalogues call this very track so, rather than its artist.
    bool is_own_tag(library::TrackIndex track, TagIndex tag) const;

  private:
    Profile profile_of(const learning::Bag& bag) const;
    void place(const learning::Bag& bag, std::span<float> vector) const;
    std::vector<float> likeness(const Profile& profile, const std::vector<learning::Bag>& bags,
                                const Matrix& vectors) const;
    std::vector<float> fit_of(TagIndex tag, const std::vector<learning::Bag>& bags,
                              const Matrix& vectors) const;

    std::shared_ptr<const TagTable> table_ = std::make_shared<const TagTable>();
    TagSpaceOptions options_;
    TagVectors learned_;
    std::vector<learning::Bag> track_bags_;  // TagTable::tags_of
    Matrix artist_vectors_;
    Matrix track_vectors_;
};

/// The tags that two profiles share, largest share first, at most `most`.
std::vector<SharedTag> shared_tags(const Profile& a, const Profile& b, std::size_t most);

}  // namespace attune::similarity
