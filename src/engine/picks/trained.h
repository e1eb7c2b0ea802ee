#pragma once

#include "engine/library/snapshot.h"
#include "files/blobs.h"
#include "recommend/chances.h"
#include "recommend/close_look.h"
#include "recommend/prospects.h"
#include "recommend/replay_ranker.h"
#include "recommend/scoring.h"
#include "shapes/picks.h"
#include "store/store.h"
#include "taste/model.h"
#include "taste/table.h"

#include <memory>
#include <string_view>

namespace attune::engine {

/// The prefixes of the blobs of a run.
inline constexpr std::string_view taste_prefix = "taste-";
inline constexpr std::string_view replay_prefix = "replay-";
inline constexpr std::string_view chances_prefix = "chances-";

/// The models of a run. They do not change, whatever becomes of the library.
struct Models {
    taste::TasteModel taste;
    recommend::ReplayRanker replay;
    recommend::Chances chances;
};

/// A person, all that is known to them, and the models of the run in force.
struct Trained {
    store::RunRow run;
    library::PersonId person;
    std::shared_ptr<const Collected> collected;
    std::shared_ptr<const KnownHistory> known;
    std::shared_ptr<const recommend::Listeners> listeners;  ///< null if there were none when it was trained
    std::shared_ptr<const taste::Surroundings> surroundings;
    std::shared_ptr<const taste::TasteTable> table;  ///< refers to `collected` and `surroundings`
    std::shared_ptr<const Models> models;

    const library::Collection& collection() const { return collected->collection; }
    const library::History& history() const { return known->history; }
    const taste::Surroundings& space() const { return *surroundings; }
};

/// What a score is worth, where that can be told.
shapes::Chance chance_of(const recommend::Chances& chances, const recommend::SectionedScore& score);

/// The run in force with its models. @throws Error{not_found} if there is none; Error{corrupt_data}, Error{conflict} if
/// its models cannot be used, with what to do
std::shared_ptr<const Trained> load_trained(Snapshot& snapshot);

/// The same for a collection of one's own, to which tracks were added.
std::shared_ptr<const Trained> load_trained(Snapshot& snapshot, std::shared_ptr<const Collected> collected);

/// What the run in force says of all tracks of the catalogues; kept in the library.
std::shared_ptr<const recommend::Prospects> prospects_of(Snapshot& snapshot,
                                                         const std::shared_ptr<const Trained>& trained);

/// Its full models, and what they have said so far.
std::shared_ptr<const recommend::CloseLook> close_look_of(Snapshot& snapshot,
                                                          const std::shared_ptr<const Trained>& trained);

}  // namespace attune::engine
