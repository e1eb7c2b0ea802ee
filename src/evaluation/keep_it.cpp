#include "evaluation/keep_it.h"

#include "core/error.h"
#include "evaluation/baselines.h"
#include "taste/evidence.h"
#include "taste/rank_model.h"

#include <algorithm>

namespace attune::evaluation {

std::size_t KeepItReplay::n_kept() const { return static_cast<std::size_t>(std::ranges::count(kept, 1.0F)); }

KeepItReplay replay_keep_it(const library::Collection& collection, const library::History& history,
                            std::size_t cut, const taste::Surroundings& space, const ModelSettings& settings,
                            const Task& task) {
    require(cut < history.plays.size(), "cut must be below {}, the number of plays, got {}",
            history.plays.size(), cut);
    const Timestamp moment = history.plays[cut].listened_at;
    const auto known = library::known_before(history, moment, false);
    auto first =
        taste::first_heard_after(collection, history.plays, known.plays.size(), history.plays.size());

    KeepItReplay replay{std::move(first.tracks), std::move(first.kept), {}, {}};
    for (const auto track : replay.tracks) replay.artists.push_back(collection.tracks[track].artist);
    const auto model =
        taste::RankModel::fit(collection, known, moment, space, {.threads = settings.threads}, task);
    const taste::Evidence evidence(collection, known, moment, space);
    const auto& tracks = replay.tracks;
    replay.models = {{"attune", model.score(evidence.rows(tracks, false, settings.threads))}};
    for (const auto& group : settings.left_out) {
        auto less = space;
        less.left_out = {group};
        const auto without =
            taste::RankModel::fit(collection, known, moment, less, {.threads = settings.threads}, task);
        const taste::Evidence rest(collection, known, moment, less);
        replay.models.push_back(
            {without_name(group), without.score(rest.rows(tracks, false, settings.threads))});
    }
    const std::vector<ModelScores> rules = {
        {"random", random_scores(tracks.size(), settings.seed)},
        {"popularity", popularity_scores(collection, tracks)},
        {"more_from_my_artists", artist_play_scores(collection, known, tracks)},
        {"audio_nearest_neighbours", audio_neighbour_scores(collection, known, tracks, settings.threads)}};
    replay.models.insert(replay.models.end(), rules.begin(), rules.end());
    return replay;
}

}  // namespace attune::evaluation
