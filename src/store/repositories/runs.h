#pragma once

#include "library/ids.h"
#include "store/rows.h"

#include <optional>
#include <span>
#include <vector>

namespace attune::store {

/// Trainings, and what was offered under them.
class Runs {
  public:
    virtual ~Runs() = default;

    virtual library::RunId add_run(const RunRow& run) = 0;

    virtual std::vector<RunRow> runs(library::PersonId person) = 0;

    /// The run in force: the last trained or restored.
    virtual std::optional<RunRow> current_run(library::PersonId person) = 0;

    /// @throws Error{not_found} if the person has no such run
    virtual void restore_run(library::PersonId person, library::RunId run) = 0;

    /// Forgets a run; what was offered under it stays, under no run. If it was in force there is none.
    /// @throws Error{not_found} if the person has no such run
    virtual void delete_run(library::PersonId person, library::RunId run) = 0;

    /// Replaces the candidates of a cycle, making the cycle if need be.
    virtual void set_candidates(library::PersonId person, const CycleRow& cycle,
                                std::span<const CandidateRow> candidates) = 0;

    /// Oldest first, with the labels that the candidates have now.
    virtual std::vector<CycleRow> cycles(library::PersonId person) = 0;

    /// In the order of their ranks.
    virtual std::vector<CandidateRow> candidates(library::PersonId person, int cycle) = 0;

    /// The candidates of the cycles before this one, in the order in which they were offered.
    virtual std::vector<library::TrackId> offered_before(library::PersonId person, int cycle) = 0;

  protected:
    Runs() = default;
    Runs(const Runs&) = default;
    Runs& operator=(const Runs&) = default;
};

}  // namespace attune::store
