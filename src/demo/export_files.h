#pragma once

#include "demo/history.h"
#include "demo/world.h"

#include <string>
#include <vector>

namespace attune::demo {

/// A file to be: attune's rooms that are pure write none.
struct TextFile {
    std::string name;
    std::string content;
};

/// The history as Spotify's extended streaming history has it: about 16,000 rows a file, named by their
/// years. Personal fields hold constants (192.0.2.1, ZZ).
std::vector<TextFile> write_extended_history(const World& world, const History& history);

/// The same plays, of the last `days` before the end, as Spotify's account data has them (10,000 rows a file,
/// to the minute, without ids, without private sessions), with the playlists and the library.
std::vector<TextFile> write_account_data(const World& world, const History& history, double days = 365);

}  // namespace attune::demo
