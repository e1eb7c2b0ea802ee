#include "engine/playlists/shelf.h"

#include "core/error.h"
#include "core/text.h"
#include "similarity/spelling.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

namespace attune::engine {
namespace {

using library::TrackIndex;

constexpr std::string_view id_prefix = "playlist:";
constexpr std::string_view label_prefix = "attune ";
constexpr std::size_t most_spellings = 5;

std::string id_text(const store::PlaylistRow& row) { return fmt::format("{}{}", id_prefix, row.id.value); }

/// The rows whose name, changed by `form`, is this one.
template <class Form>
std::vector<std::size_t> rows_named(const std::vector<store::PlaylistRow>& rows, const std::string& name,
                                    Form form) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (form(rows[i].name) == name) found.push_back(i);
    return found;
}

[[noreturn]] void fail_unknown(const std::vector<store::PlaylistRow>& rows, std::string_view text) {
    std::vector<std::string> names;
    for (const auto& row : rows) names.push_back(row.name);
    std::string near;
    for (const auto& name : similarity::nearest_spellings(text, names, most_spellings))
        near += (near.empty() ? "; near it are: " : ", ") + name;
    fail(ErrorCode::not_found, "no playlist '{}'{}", text,
         near.empty() ? "; see `attune playlist list`" : near);
}

std::vector<TrackIndex> own_music(const library::History& history, const PlaylistShelf& shelf) {
    std::set<TrackIndex> own(history.saved_tracks.begin(), history.saved_tracks.end());
    for (const auto& play : history.plays) own.insert(play.track);
    for (std::size_t p = 0; p < shelf.rows.size(); ++p)
        for (const auto t : shelf.entries(p)) own.insert(t);
    return {own.begin(), own.end()};
}

std::vector<playlists::Decisions> decisions_of(Workspace& workspace, library::PersonId person,
                                               const PlaylistShelf& shelf) {
    std::vector<playlists::Decisions> decisions(shelf.rows.size());
    for (const auto& row : workspace.store->playlist_decisions(person)) {
        const auto found = std::ranges::find(shelf.rows, row.playlist, &store::PlaylistRow::id);
        if (found == shelf.rows.end()) continue;
        auto& of_playlist = decisions[static_cast<std::size_t>(found - shelf.rows.begin())];
        (row.keep ? of_playlist.kept : of_playlist.dropped)
            .push_back(shelf.collected->track_index.at(row.track));
    }
    return decisions;
}

/// The tracks of each playlist, each once, without those that were dropped.
std::vector<std::vector<TrackIndex>> members_of(const PlaylistShelf& shelf) {
    std::vector<std::vector<TrackIndex>> members;
    for (std::size_t p = 0; p < shelf.rows.size(); ++p) {
        const auto& dropped = shelf.decisions[p].dropped;
        std::set<TrackIndex> seen(dropped.begin(), dropped.end());
        members.emplace_back();
        for (const auto t : shelf.entries(p))
            if (seen.insert(t).second) members.back().push_back(t);
    }
    return members;
}

}  // namespace

std::vector<TrackIndex> PlaylistShelf::entries(std::size_t playlist) const {
    std::vector<TrackIndex> entries;
    for (const auto& item : rows[playlist].items) entries.push_back(collected->track_index.at(item.track));
    return entries;
}

std::vector<playlists::BelongingWeights> PlaylistShelf::weights(const Workspace& workspace) const {
    return playlists::learn_belonging(*shelf, own, belonging_options(workspace), workspace.task);
}

playlists::BelongingOptions belonging_options(const Workspace& workspace) {
    playlists::BelongingOptions options;
    options.seed = workspace.seed;
    options.threads = static_cast<int>(workspace.threads);
    return options;
}

std::unique_ptr<PlaylistShelf> open_shelf(Workspace& workspace, bool needs_one) {
    Snapshot snapshot(workspace);
    const auto person = workspace.person_id();
    auto shelf = std::make_unique<PlaylistShelf>();
    shelf->rows = workspace.store->playlists(person);
    std::erase_if(shelf->rows, [](const store::PlaylistRow& row) {
        return row.items.empty() || fold(row.name).starts_with(label_prefix);
    });
    if (shelf->rows.empty() && needs_one)
        fail(ErrorCode::not_found, "{} has no playlists; `attune import` reads them from exports and files",
             workspace.person);
    std::unordered_map<std::string, int> n_named;
    for (const auto& row : shelf->rows) ++n_named[row.name];
    for (const auto& row : shelf->rows)
        shelf->names.push_back(n_named[row.name] > 1 ? fmt::format("{} ({})", row.name, id_text(row))
                                                     : row.name);

    shelf->collected = snapshot.collected();
    shelf->known = snapshot.history(person);
    shelf->tags = snapshot.tags();
    const auto& collection = shelf->collection();
    shelf->own = own_music(shelf->history(), *shelf);
    shelf->decisions = decisions_of(workspace, person, *shelf);
    shelf->music.emplace(collection, shelf->tags->track_vectors(), shelf->own, workspace.seed);
    // Learning from playlists and judging them ask for nearly all of these, more than once.
    shelf->music->remember(shelf->own, workspace.threads, workspace.task);
    shelf->shelf.emplace(*shelf->music, members_of(*shelf));
    return shelf;
}

std::size_t find_playlist(const std::vector<store::PlaylistRow>& rows, std::string_view name) {
    const std::string text(trim(name));
    require(!text.empty(), "name a playlist; `attune playlist list` shows them");
    const auto exactly = [](const std::string& x) { return x; };
    auto found = rows_named(rows, text, exactly);
    if (found.empty()) found = rows_named(rows, fold(text), [](const std::string& x) { return fold(x); });
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (id_text(rows[i]) == text) found = {i};
    if (found.empty()) fail_unknown(rows, text);
    if (found.size() == 1) return found.front();
    std::string list;
    for (const auto i : found)
        list += fmt::format("\n  {}  {} ({} tracks, {})", id_text(rows[i]), rows[i].name,
                            rows[i].items.size(), rows[i].kind);
    fail(ErrorCode::conflict, "'{}' can mean {} playlists; name one by its id:{}", text, found.size(), list);
}

shapes::PlaylistName name_of(const store::PlaylistRow& row) { return {id_text(row), row.name}; }

}  // namespace attune::engine
