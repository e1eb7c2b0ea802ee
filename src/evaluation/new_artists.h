#pragma once

#include "evaluation/discovery.h"
#include "recommend/listeners.h"

namespace attune::evaluation {

/// "Which artists that are new to me will I take up", asked at one moment: all artists that the community knows and the
/// person has not played, ranked in full from what was known before it. Relevant are those that were played at least
/// recommend::taken_up_plays times afterwards.
struct NewArtistReplay {
    std::size_t n_candidates = 0;
    std::size_t n_taken_up = 0;                ///< also those that the community does not know
    std::vector<library::ItemIndex> relevant;  ///< those that it knows
    std::vector<ModelPlaces> models;           ///< "attune" first
};

/// Every model of the registry, each with its default options, fitted to the community's artists.
using CoListeningModels = std::vector<std::unique_ptr<collaborative::Recommender>>;
CoListeningModels fit_all_models(const library::Interactions& plays, const ModelSettings& settings,
                                 const Task& task = {});

/// @param beside   models that are judged beside attune
/// @param without  sources of recommend::new_artist_columns(); for each, attune is judged once more without it
NewArtistReplay replay_new_artists(const library::Collection& collection, const library::History& history,
                                   std::size_t cut, const recommend::Listeners& listeners,
                                   const CoListeningModels& beside, std::span<const std::string> without,
                                   const ModelSettings& settings, const Task& task = {});

}  // namespace attune::evaluation
