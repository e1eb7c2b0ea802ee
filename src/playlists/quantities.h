#pragma once

#include "library/collection.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::playlists {

/// A number that people know of a track, with the words for having more or less of it.
struct Quantity {
    std::string_view name;  ///< "tempo"
    std::string_view more;  ///< "faster"
    std::string_view less;  ///< "slower"
    bool is_sound;          ///< an audio feature
};

/// Nine audio features, length, year and popularity.
inline constexpr std::size_t n_quantities = 12;
extern const std::array<Quantity, n_quantities> quantities;

/// In the order of `quantities` and in their units (0 to 1, dB, BPM, seconds, years, 0 to 100); missing if
/// unknown.
using QuantityRow = std::array<float, n_quantities>;
QuantityRow quantities_of(const library::Collection& collection, library::TrackIndex track);

/// A value with its unit, for people: "171 BPM", "-5.2 dB", "4:12", "1994", "0.81".
std::string quantity_text(std::size_t quantity, double value);

/// What the known values of a quantity are like. Deviations are divided by n - 1.
struct Spread {
    std::size_t n = 0;
    double mean = 0;
    double deviation = 0;
    double low = 0;   ///< a tenth of the values lie below
    double high = 0;  ///< and a tenth above
};
std::array<Spread, n_quantities> spreads_of(const library::Collection& collection,
                                            std::span<const library::TrackIndex> tracks);

/// "BPM 96 to 128" as "96–128 BPM": the middle four fifths of a spread.
std::string range_text(std::size_t quantity, const Spread& spread);

/// What a track is called: the genres of its artist, or where there are none its own tags; by name.
std::vector<std::string_view> genres_of(const library::Collection& collection, library::TrackIndex track);

}  // namespace attune::playlists
