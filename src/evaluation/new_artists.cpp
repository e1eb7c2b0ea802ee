#include "evaluation/new_artists.h"

#include "evaluation/baselines.h"
#include "recommend/new_artists.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::evaluation {
namespace {

using library::ItemIndex;

/// The places of the relevant items among those that were not played.
std::vector<std::size_t> places_among_new(std::span<const float> scores, std::span<const ItemIndex> played,
                                          std::span<const ItemIndex> relevant, std::uint64_t seed) {
    std::vector<std::size_t> place(scores.size(), 0);
    std::size_t next = 0;
    for (const auto item : order_by_score(scores, seed)) {
        if (!std::ranges::binary_search(played, static_cast<ItemIndex>(item))) place[item] = ++next;
    }
    std::vector<std::size_t> places;
    for (const auto item : relevant) places.push_back(place[item]);
    return places;
}

}  // namespace

CoListeningModels fit_all_models(const library::Interactions& plays, const ModelSettings& settings,
                                 const Task& task) {
    CoListeningModels models;
    const auto all = collaborative::all_recommenders();
    for (const auto& line : all) {
        task.report(fmt::format("learning from other listeners: {}", line.name), models.size(), all.size());
        models.push_back(collaborative::make_recommender(line.name));
        models.back()->fit(plays, {.seed = settings.seed, .threads = settings.threads}, task);
    }
    return models;
}

NewArtistReplay replay_new_artists(const library::Collection& collection, const library::History& history,
                                   std::size_t cut, const recommend::Listeners& listeners,
                                   const CoListeningModels& beside, std::span<const std::string> without,
                                   const ModelSettings& settings, const Task& task) {
    const auto known = library::known_before(history, history.plays[cut].listened_at, false);
    const auto own = listeners.own_artists(known);
    const auto n_plays = history.plays.size();
    NewArtistReplay replay;
    replay.n_candidates = listeners.community().artists.size() - own.items.size();
    replay.n_taken_up =
        recommend::artists_taken_up(collection, history.plays, known.plays.size(), n_plays).size();
    replay.relevant = recommend::taken_up(collection, listeners, history.plays, known.plays.size(), n_plays);
    const auto place = [&](std::string model, std::span<const float> scores) {
        replay.models.push_back(
            {std::move(model), places_among_new(scores, own.items, replay.relevant, settings.seed)});
    };

    const Matrix columns = recommend::NewArtists::columns(collection, listeners, own);
    const auto place_attune = [&](std::string model, std::string_view left_out) {
        place(std::move(model),
              recommend::NewArtists::fit(collection, known, listeners, left_out, task).score(columns));
    };
    place_attune("attune", "");
    for (const auto& source : without) place_attune(without_name(source), source);
    place("random", random_scores(columns.n_rows(), settings.seed));
    for (const auto& model : beside) {
        if (own.items.empty()) {
            place(std::string(model->name()), std::vector<float>(columns.n_rows(), 0));
        } else {
            place(std::string(model->name()), model->score(own.profile()));
        }
    }
    return replay;
}

}  // namespace attune::evaluation
