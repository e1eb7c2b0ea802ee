#pragma once

#include <array>
#include <cstddef>

namespace attune::recommend {

/// The plays at which a past of `n_plays` is cut, to learn from how it went on from there; ascending.
inline std::array<std::size_t, 4> past_cuts(std::size_t n_plays) noexcept {
    std::array<std::size_t, 4> cuts{};
    std::size_t at = 0;
    for (const double share : {0.30, 0.45, 0.60, 0.75})
        cuts[at++] = static_cast<std::size_t>(static_cast<double>(n_plays) * share);
    return cuts;
}

}  // namespace attune::recommend
