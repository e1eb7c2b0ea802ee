#include "evaluation/discovery.h"

#include "core/error.h"
#include "core/random.h"
#include "evaluation/baselines.h"
#include "recommend/candidates.h"
#include "recommend/replay_ranker.h"
#include "recommend/uptake.h"
#include "taste/evidence.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

namespace attune::evaluation {
namespace {

using library::TrackIndex;

// A list that people get never holds many tracks of one artist; ten is what a list of some hundreds may hold, and of
// artists that are new half of that.
constexpr std::size_t most_per_artist = 10;
constexpr std::size_t most_per_new_artist = 5;
constexpr std::size_t capped_depth = 3000;
// Below every fit: those of whom nobody knows anything come last.
constexpr float unknown_fit = -100;

/// The songs that were never heard. Playlists are not asked: a song may stand on one unheard.
std::vector<TrackIndex> unheard(const library::Collection& collection, const library::History& known) {
    library::History plays_only;
    plays_only.plays = known.plays;
    return recommend::candidates(collection, plays_only);
}

std::vector<bool> kept_songs(const library::Collection& collection, std::span<const library::Play> plays) {
    std::vector<int> n_heard(collection.n_songs, 0);
    for (const auto& outcome : taste::track_outcomes(collection, plays))
        n_heard[collection.tracks[outcome.track].song] += outcome.n_heard;
    std::vector<bool> kept;
    for (const int n : n_heard) kept.push_back(n >= 2);
    return kept;
}

std::vector<std::size_t> places_of(std::span<const std::size_t> order, std::span<const std::size_t> items) {
    std::vector<std::size_t> place(order.size());
    for (std::size_t at = 0; at < order.size(); ++at) place[order[at]] = at + 1;
    return gather(place, items);
}

/// Artist plays, ties by popularity: a popularity moves a score by less than one play.
std::vector<float> more_from_my_artists(const library::Collection& collection, const library::History& known,
                                        std::span<const TrackIndex> tracks) {
    auto scores = artist_play_scores(collection, known, tracks);
    const auto popularity = popularity_scores(collection, tracks);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] += popularity[i] / 102;
    return scores;
}

/// What other listeners alone would say: the fit of the track's artist, or of the track where people play tracks; ties
/// by popularity.
std::vector<float> listener_scores(const library::Collection& collection, const taste::OthersSay& said,
                                   std::span<const TrackIndex> tracks) {
    auto scores = popularity_scores(collection, tracks);
    const auto fit = [](const std::vector<float>& values, std::size_t i) {
        return i < values.size() && !is_missing(values[i]) ? values[i] : unknown_fit;
    };
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const float of_track = fit(said.track_fit, tracks[i]);
        const float of_artist = fit(said.artist_fit, collection.tracks[tracks[i]].artist);
        scores[i] = scores[i] / 10'000 + (of_track > unknown_fit ? of_track : 0) + of_artist;
    }
    return scores;
}

}  // namespace

std::vector<std::size_t> order_by_score(std::span<const float> scores, std::uint64_t seed) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random(seed).shuffle(order);
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return scores[i]; });
    return order;
}

std::vector<std::size_t> cap_artists(std::span<const std::size_t> order,
                                     std::span<const std::uint32_t> artists, std::size_t most,
                                     std::size_t depth) {
    const auto head = order.first(std::min(depth, order.size()));
    std::unordered_map<std::uint32_t, std::size_t> n_of;
    std::vector<std::size_t> kept;
    std::vector<std::size_t> moved;
    for (const auto item : head) (++n_of[artists[item]] <= most ? kept : moved).push_back(item);
    kept.insert(kept.end(), moved.begin(), moved.end());
    kept.insert(kept.end(), order.begin() + static_cast<std::ptrdiff_t>(head.size()), order.end());
    return kept;
}

namespace {

/// What a list is asked for: the tracks that nobody has heard at a moment, and what was known then.
struct Question {
    const library::Collection& collection;
    const library::History& known;
    Timestamp moment;
    const std::vector<TrackIndex>& tracks;
    const std::vector<std::uint32_t>& artists;
    const ModelSettings& settings;
};

/// The tracks of one section by falling score, none of an artist too often near the top.
std::vector<std::size_t> order_of_section(const Question& question, std::span<const float> scores,
                                          const std::vector<std::size_t>& rows, std::size_t most) {
    std::vector<float> of_rows;
    std::vector<std::uint32_t> artists;
    for (const auto row : rows) {
        of_rows.push_back(scores[row]);
        artists.push_back(question.artists[row]);
    }
    const auto order =
        cap_artists(order_by_score(of_rows, question.settings.seed), artists, most, capped_depth);
    return gather(rows, order);
}

/// The order in which attune would name the tracks in these surroundings: new artists and known ones in turn.
std::vector<std::size_t> order_of_attune(const Question& question, const taste::Surroundings& around,
                                         const Task& task) {
    using recommend::Section;
    const auto& [collection, known, moment, tracks, artists, settings] = question;
    const auto ranker = recommend::ReplayRanker::fit(
        collection, known, around, {.seed = settings.seed, .threads = settings.threads}, task);
    const taste::Evidence evidence(collection, known, moment, around);
    const auto parts = ranker.parts(evidence.rows(tracks, false, settings.threads));
    const auto scores = recommend::ReplayRanker::score(parts, recommend::ReplayRanker::scale_of(parts));
    const auto of_new = order_of_section(question, scores, rows_of(parts.sections, Section::new_artists),
                                         most_per_new_artist);
    const auto of_known =
        order_of_section(question, scores, rows_of(parts.sections, Section::known_artists), most_per_artist);
    return recommend::interleave(of_new, of_known, recommend::new_artist_rate(collection, known));
}

/// The same of all that is known, then without each group that is to be left out.
std::vector<std::pair<std::string, std::vector<std::size_t>>> orders_of_attune(
    const Question& question, const taste::Surroundings& space, const Task& task) {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> orders;
    orders.emplace_back("attune", order_of_attune(question, space, task));
    for (const auto& group : question.settings.left_out) {
        auto less = space;
        less.left_out = {group};
        orders.emplace_back(without_name(group), order_of_attune(question, less, task));
    }
    return orders;
}

}  // namespace

DiscoveryReplay replay_discovery(const library::Collection& collection, const library::History& history,
                                 std::size_t cut, const taste::Surroundings& space,
                                 const ModelSettings& settings, const Task& task) {
    require(cut < history.plays.size(), "cut must be below {}, the number of plays, got {}",
            history.plays.size(), cut);
    const Timestamp moment = history.plays[cut].listened_at;
    const auto known = library::known_before(history, moment, false);
    const auto tracks = unheard(collection, known);
    const auto kept = kept_songs(collection, std::span(history.plays).subspan(known.plays.size()));

    DiscoveryReplay replay;
    replay.n_candidates = tracks.size();
    std::vector<std::size_t> relevant;
    std::vector<std::uint32_t> artists;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        artists.push_back(collection.tracks[tracks[i]].artist);
        if (kept[collection.tracks[tracks[i]].song]) relevant.push_back(i);
    }
    replay.relevant = gather(tracks, relevant);
    replay.artists = gather(artists, relevant);

    const auto place = [&](std::string model, std::span<const std::size_t> order) {
        replay.models.push_back({std::move(model), places_of(order, relevant)});
    };
    const auto place_scores = [&](std::string model, const std::vector<float>& scores) {
        place(std::move(model), order_by_score(scores, settings.seed));
    };
    const Question question{collection, known, moment, tracks, artists, settings};
    for (const auto& [model, order] : orders_of_attune(question, space, task)) {
        if (replay.models.empty())
            replay.list = gather(tracks, std::span(order).first(std::min(list_length, order.size())));
        place(model, order);
    }
    if (space.others) {
        const auto said = listener_scores(collection, space.others->say(known), tracks);
        place("listeners",
              cap_artists(order_by_score(said, settings.seed), artists, most_per_artist, capped_depth));
    }
    place_scores("random", random_scores(tracks.size(), settings.seed));
    place_scores("popularity", popularity_scores(collection, tracks));
    place_scores("more_from_my_artists", more_from_my_artists(collection, known, tracks));
    place_scores("audio_nearest_neighbours",
                 audio_neighbour_scores(collection, known, tracks, settings.threads));
    return replay;
}

}  // namespace attune::evaluation
