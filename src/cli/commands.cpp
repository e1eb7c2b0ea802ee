#include "cli/command.h"

namespace attune::cli {
namespace {

constexpr CommandEntry commands[] = {
    {"import", "read listening histories, playlists, catalogues and genres: files, folders or ZIPs", make_import},
    {"status", "what the library holds and how much of it is covered", make_status},
    {"label", "say what you think of a track: like, dislike, skip or clear; or block an artist", make_label},
    {"person", "the people of the library: list, rename, delete", make_person},
};

}  // namespace

std::span<const CommandEntry> all_commands() noexcept { return commands; }

}  // namespace attune::cli
