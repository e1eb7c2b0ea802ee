#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "taste/surroundings.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::evaluation {

/// What one model says of each item of a task.
struct ModelScores {
    std::string model;
    std::vector<float> scores;
};

/// How to make the models' answers; the same settings give the same answers.
struct ModelSettings {
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    std::vector<std::string>
        left_out;  ///< groups of evidence; for each, attune is judged once more without it
};

/// "attune_without_listeners"
inline std::string without_name(std::string_view group) { return "attune_without_" + std::string(group); }

/// "Will I keep it", asked at one moment: the songs first heard after it, and what the models said of them from what
/// was known before it.
struct KeepItReplay {
    std::vector<library::TrackIndex> tracks;  ///< one a song
    std::vector<float> kept;                  ///< 1 if heard for 90 s at least twice afterwards
    std::vector<std::uint32_t> artists;
    std::vector<ModelScores> models;  ///< "attune" first, then the baselines

    std::size_t n_kept() const;
};

/// @param cut  index into history.plays: what began before that play is known, all else is the future
KeepItReplay replay_keep_it(const library::Collection& collection, const library::History& history,
                            std::size_t cut, const taste::Surroundings& space, const ModelSettings& settings,
                            const Task& task = {});

}  // namespace attune::evaluation
