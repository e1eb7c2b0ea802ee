#pragma once

#include "core/matrix.h"
#include "library/collection.h"
#include "recommend/replay_ranker.h"
#include "taste/model.h"
#include "taste/table.h"

#include <mutex>
#include <span>
#include <unordered_map>
#include <vector>

namespace attune::recommend {

/// What the full models say of single tracks. What they have said once is kept, since dials and wishes do not change it.
/// From several threads. Refers to what it is given.
class CloseLook {
  public:
    CloseLook(const taste::TasteTable& table, const taste::TasteModel& taste, const ReplayRanker& replay,
              std::size_t threads = 1)
        : table_(table), taste_(taste), replay_(replay), threads_(threads) {}

    const std::vector<taste::TasteColumn>& columns() const noexcept { return table_.columns(); }

    /// TasteModel::margins() of these tracks, in their order.
    std::vector<float> margins(std::span<const library::TrackIndex> tracks) const;

    /// What moved the score of a track, before it is scaled.
    struct Explained {
        std::vector<float> evidence;  ///< shape (n_evidence_columns,)
        std::vector<float> taste;     ///< TasteModel::contributions(), shape (n_columns + 1,)
        std::vector<float> replay;    ///< ReplayRanker::replay_contributions(); empty if it is not trained
    };

    /// Of these tracks, in their order.
    std::vector<Explained> explain(std::span<const library::TrackIndex> tracks) const;

    /// Of the memory that is kept, an estimate.
    std::size_t n_bytes() const;

  private:
    template <class Said, class Ask>
    std::vector<Said> ask(std::span<const library::TrackIndex> tracks,
                          std::unordered_map<library::TrackIndex, Said>& known, Ask ask) const;

    const taste::TasteTable& table_;
    const taste::TasteModel& taste_;
    const ReplayRanker& replay_;
    std::size_t threads_;
    mutable std::mutex mutex_;  ///< of what follows; not held while the models are asked
    mutable std::unordered_map<library::TrackIndex, float> margins_;
    mutable std::unordered_map<library::TrackIndex, Explained> explained_;
};

}  // namespace attune::recommend
