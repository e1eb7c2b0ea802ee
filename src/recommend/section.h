#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::recommend {

/// The two parts of a list. What draws a person to a stranger is not what draws them to more of an artist that they
/// play, so the tracks of one section are compared with each other alone.
enum class Section : std::uint8_t { new_artists = 0, known_artists = 1 };

inline constexpr std::array both_sections{Section::new_artists, Section::known_artists};
inline constexpr std::size_t n_sections = both_sections.size();

inline std::size_t index_of(Section section) noexcept { return static_cast<std::size_t>(section); }

/// The section of a track, by its row of taste::Evidence::rows().
Section section_of(std::span<const float> evidence) noexcept;

/// Where tracks of this section stand, ascending.
std::vector<std::size_t> rows_of(std::span<const Section> sections, Section section);

/// Whose turn it is in a list that has `n` tracks, `n_new` of them by new artists: after it the share of new artists is as
/// near to `share_of_new` as it can be.
Section turn_of(std::size_t n_new, std::size_t n, double share_of_new) noexcept;

/// Two lists as one, each in its own order, by turn_of(); when one is at its end the other goes on.
std::vector<std::size_t> interleave(std::span<const std::size_t> of_new,
                                    std::span<const std::size_t> of_known, double share_of_new);

}  // namespace attune::recommend
