#pragma once

#include "library/ids.h"
#include "library/listen.h"
#include "store/rows.h"

#include <cstdint>
#include <vector>

namespace attune::store {

/// What people played.
class Listens {
  public:
    virtual ~Listens() = default;

    /// Adds a play unless the library has it: within one source the same (end, track as named, ms_played);
    /// across sources the same folded artist and title, ends at most 60 s apart (starts, where one does not
    /// state ms_played), ms_played within 1 s, matched one to one; the richer record wins and the match is
    /// stored.
    virtual Fate add_listen(library::PersonId person, const library::Listen& listen,
                            library::ListenSource source) = 0;

    /// Remembers that rows were dropped, by their digest, so that a row that comes again is known as a
    /// duplicate. True if the digest was new.
    virtual bool add_dropped_digest(library::PersonId person, std::uint64_t digest) = 0;

    virtual Counts counts(library::PersonId person) = 0;

    /// Listens of a person, in the order of listened_at, then of ended_at.
    virtual std::vector<ListenRow> listens(library::PersonId person) = 0;

    /// The tracks that a person has played and how often, in the order of their ids.
    virtual std::vector<PlayCountRow> plays_by_track(library::PersonId person) = 0;

    /// The records of plays that were recognised in those of another source, in the order of their ends.
    virtual std::vector<ListenMatchRow> listen_matches(library::PersonId person) = 0;

  protected:
    Listens() = default;
    Listens(const Listens&) = default;
    Listens& operator=(const Listens&) = default;
};

}  // namespace attune::store
