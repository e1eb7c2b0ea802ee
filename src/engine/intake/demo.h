#pragma once

#include "engine/library/workspace.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace attune::engine {

/// The label of the simulated listener in the library of the demo.
inline constexpr std::string_view demo_person = "simulated";

/// Writes a simulated listener's Spotify export and a catalogue with genres into `directory` (unless it is there
/// already), and marks the library in `directory`/library as simulated, so that every output says so.
/// @return the paths to import
std::vector<std::filesystem::path> write_demo_files(const std::filesystem::path& directory,
                                                    std::uint64_t seed, const Task& task);

}  // namespace attune::engine
