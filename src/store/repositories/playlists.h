#pragma once

#include "core/time.h"
#include "library/ids.h"
#include "library/playlist.h"
#include "store/playlist_rows.h"
#include "store/rows.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::store {

/// Playlists and marks of people, and the changes that were made to playlists here.
class Playlists {
  public:
    virtual ~Playlists() = default;

    /// Adds an entry to the playlist (person, kind, name, number), unless it has as many with the same track and
    /// date already as the entry is the how-manieth, or had so many of which some were taken off here (change_playlists()). Whoever added it is known from then on by a
    /// letter, "A", "B", …, or by the name `adder`; of what the entry says only a salted hash is kept. An
    /// entry that is there and does not say who added it learns that.
    /// @param adder  what the person calls whoever added it, before what the entry says; empty for nothing
    virtual Fate add_playlist_entry(library::PersonId person, std::string_view kind,
                                    const library::PlaylistEntry& entry, std::string_view adder) = 0;

    Fate add_playlist_entry(library::PersonId person, std::string_view kind,
                            const library::PlaylistEntry& entry) {
        return add_playlist_entry(person, kind, entry, {});
    }

    virtual Fate add_mark(library::PersonId person, const library::Mark& mark) = 0;

    virtual std::vector<PlaylistRow> playlists(library::PersonId person) = 0;

    virtual std::vector<MarkRow> marks(library::PersonId person) = 0;

    /// A playlist of kind own_playlist_kind with this name, made if there is none.
    virtual library::PlaylistId ensure_own_playlist(library::PersonId person, std::string_view name) = 0;

    /// Gives playlists new content as one change. The states before and after are kept as versions.
    virtual std::int64_t change_playlists(library::PersonId person, std::span<const PlaylistContent> contents,
                                          std::string_view text, Timestamp at) = 0;

    /// Takes a change back: each of its playlists holds again what it held before, and what imports have added
    /// since. The undoing is a change itself.
    /// @throws Error{not_found} if the person has no such change; Error{conflict} if it is undone already, or one
    ///         of its playlists was changed later
    virtual std::int64_t undo_playlist_change(library::PersonId person, std::int64_t change,
                                              Timestamp at) = 0;

    /// All changes of a person's playlists, oldest first.
    virtual std::vector<PlaylistChangeRow> playlist_changes(library::PersonId person) = 0;

    /// The versions of a playlist, oldest first; none if it was never changed here.
    virtual std::vector<PlaylistVersionRow> playlist_versions(library::PlaylistId playlist) = 0;

    /// What a version held. @throws Error{not_found}
    virtual std::vector<PlaylistItemRow> playlist_version(library::PlaylistId playlist, int number) = 0;

    /// Remembers what a person decided of a track on a playlist.
    virtual void decide_on_playlist(const PlaylistDecisionRow& decision) = 0;

    /// The decisions in force, in the order of playlists, then of tracks.
    virtual std::vector<PlaylistDecisionRow> playlist_decisions(library::PersonId person) = 0;

    /// What those are called who added entries to a person's playlists, in the order in which they came.
    virtual std::vector<std::string> contributors(library::PersonId person) = 0;

    /// @throws Error{not_found}; Error{conflict} if another is called so; Error{invalid_argument} if `to` is empty
    virtual void rename_contributor(library::PersonId person, std::string_view from, std::string_view to) = 0;

  protected:
    Playlists() = default;
    Playlists(const Playlists&) = default;
    Playlists& operator=(const Playlists&) = default;
};

}  // namespace attune::store
