#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace attune::feedback {

struct SimulationOptions {
    std::size_t n_tracks = 20'000;
    std::size_t n_artists = 2'500;
    int cycles = 4;
    std::size_t picks = 30;
    std::filesystem::path stage1_cache;  ///< a folder for what is learnt from histories; empty: none
};

/// What becomes of the answers before the next cycle learns from them.
enum class Variant {
    full,       ///< they are learnt from
    no_stage2,  ///< they are not, but what was offered is not offered again
    shuffled,   ///< they are learnt from after the 30 of a cycle have been dealt out anew
};
inline constexpr std::array<std::string_view, 3> variant_names{"full", "no stage 2", "shuffled"};

struct SeedResult {
    std::uint64_t seed = 0;
    double base = 0;  ///< share of all unheard songs of the catalogue that would be accepted
    std::array<std::vector<double>, variant_names.size()> acceptance;  ///< one a cycle
    std::array<double, 2> seconds{};                                   ///< stage 1 and the replay; all cycles
};

/// One simulated listener and a judge with default options, both of this seed. The judge labels every pick of
/// a cycle, noise included; the next cycle has learnt from it as `attune train` would.
/// @throws Error{conflict} if anything is offered twice
SeedResult simulate(std::uint64_t seed, const SimulationOptions& options, std::span<const Variant> variants);

}  // namespace attune::feedback
