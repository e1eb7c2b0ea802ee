#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "library/collection.h"
#include "recommend/replay_ranker.h"
#include "taste/model.h"
#include "taste/table.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::recommend {

/// What a person's past and their models say of each track that could be offered, whatever is asked for: it depends
/// neither on dials nor on wishes nor on labels given since the training.
struct Prospects {
    std::vector<library::TrackIndex> tracks;  ///< ascending
    ReplayRanker::Parts replay;               ///< of each track
    std::vector<float> taste;                 ///< TasteModel::coarse_margins(), of each track
    Matrix evidence;                          ///< shape (n_tracks, prospect_columns().size())

    /// One of prospect_columns(), of each track. @throws Error{invalid_argument}
    std::vector<float> column(std::string_view name) const;

    /// Those of these tracks alone, which must be among them; ascending.
    /// @throws Error{invalid_argument}
    Prospects of(std::span<const library::TrackIndex> some) const;

    /// As bytes, and back. They hold for the very collection, history and models that they were made of.
    std::string save() const;
    /// @throws Error{corrupt_data}
    static Prospects load(std::string_view bytes);
};

/// The columns of evidence that dials and proposals go by.
std::span<const std::string_view> prospect_columns() noexcept;

/// Looks at all tracks of the catalogues.
Prospects make_prospects(const library::Collection& collection, const taste::TasteTable& table,
                         const taste::TasteModel& taste, const ReplayRanker& replay, std::size_t threads = 1,
                         const Task& task = {});

/// The same of these tracks, ascending.
Prospects make_prospects(std::vector<library::TrackIndex> tracks, const taste::TasteTable& table,
                         const taste::TasteModel& taste, const ReplayRanker& replay, std::size_t threads = 1,
                         const Task& task = {});

}  // namespace attune::recommend
