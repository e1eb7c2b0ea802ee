#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::library {

/// What two spellings of one recording have in common.
struct TrackKey {
    std::string artist;  ///< folded name of the main artist
    std::string title;   ///< folded title without version and guests
    std::string
        version;  ///< folded version ("live at wembley", "loud luxury remix"); empty for the usual one

    bool operator==(const TrackKey&) const = default;
};

/// The main artist of a credit as it is written: "Haddaway" of "Haddaway feat. X", the first of a list. "&", "and"
/// and "," do not split, as in artist_key.
std::string_view main_artist(std::string_view artist_name);

/// The folded name of the main artist: without "feat. ...", of a list only the first. "&", "and" and "," do not
/// split: they belong to the names of duos and bands ("Simon & Garfunkel", "Tyler, The Creator").
std::string artist_key(std::string_view artist_name);

/// Further keys under which a credit may be known, best first: without a leading "the", and the parts of
/// "A & B", "A, B", "A x B", "A with B". Never contains artist_key(artist_name).
std::vector<std::string> alternative_artist_keys(std::string_view artist_name);

/// Takes a title apart. What says nothing about the recording is gone ("2011 Remaster", "Album Version", "feat.
/// X", "From the film Y", "Explicit"); what makes it another recording is `version` ("Live", "Acoustic", "X
/// Remix", "Instrumental", "Demo", "Radio Edit", "Sped Up", "Taylor's Version"); all else stays in the title.
TrackKey track_key(std::string_view artist_name, std::string_view track_name);

/// True for titles that an artist gives to a track of every release ("Intro", "Skit", "Untitled"): without the
/// release or the duration they name nothing.
bool is_generic_title(std::string_view title_key);

}  // namespace attune::library
