#include "cli/command.h"

namespace attune::cli {
namespace {

constexpr CommandEntry commands[] = {
    {"import", "read listening histories, playlists, catalogues and genres: files, folders or ZIPs",
     make_import},
    {"analyze", "listen to files of sound: tempo, key, loudness, mood, likeness; each becomes a track",
     make_analyze},
    {"status", "what the library holds and how much of it is covered", make_status},
    {"train", "learn from what you did: a new run", make_train},
    {"discover", "find tracks that you have not met, with reasons", make_discover},
    {"similar", "what is like an artist, a track or a tag, and why", make_similar},
    {"search", "tracks that fit words: dreamy shoegaze, warm up a party, calm piano from the 90s",
     make_search},
    {"label", "say what you think of a track: like, dislike, skip or clear; or block an artist", make_label},
    {"score", "how much would I like the tracks of a file", make_score},
    {"evaluate", "how well attune knows you: your own past replayed, against simple rules", make_evaluate},
    {"export", "write picks, liked tracks or a playlist: M3U8, XSPF, JSPF, CSV, JSON, Spotify links",
     make_export},
    {"playlist", "your playlists: what is in them, what does not belong, versions and undo", make_playlist},
    {"matches", "which track a name means: look through doubtful ones, join, separate, undo", make_matches},
    {"predict", "what a model of the lab says of tracks", make_predict},
    {"runs", "the runs so far; restore one of them", make_runs},
    {"person", "the people of the library: list, rename, delete", make_person},
    {"community", "what many other people listen to: where it came from; forget a source", make_community},
    {"check", "whether the library is well: its storage, models and studies, and what to do if not",
     make_check},
    {"cache", "analyses of sound to share: export or import them, known by fingerprint", make_cache},
    {"scales", "how attune's own features and those of catalogues agree; join the two scales, or part them",
     make_scales},
    {"genres", "the tree and the map of genres: list, tree, explain, set, unset, map", make_genres},
    {"genre", "the genre of tracks, by their artists, playlists or sound, or that nobody can tell",
     make_genre},
    {"lab", "study a table of tracks: what tells genres, what drives popularity, which groups there are",
     make_lab},
    {"serve", "the page: see, steer and trust all of this in the browser, on this machine alone", make_serve},
    {"demo", "a simulated listener's export and catalogue through all of this", make_demo},
};

}  // namespace

std::span<const CommandEntry> all_commands() noexcept { return commands; }

}  // namespace attune::cli
