#include "recommend/proposals.h"

#include "core/random.h"
#include "taste/evidence.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace attune::recommend {
namespace {

using library::TrackIndex;

enum Source : std::size_t { your_artists, similar_artists, listeners, genres, sound, exploration, n_sources };

constexpr ProposalSource sources[] = {
    {"your_artists", "more from artists you play"},
    {"similar_artists", "its artist is near to yours among genres"},
    {"listeners", "people who play your artists play it"},
    {"genres", "you play its genres"},
    {"sound", "it sounds like tracks you kept"},
    {"exploration", "drawn by chance"},
};
static_assert(std::size(sources) == n_sources && n_sources <= 8);

constexpr float not_proposed = -std::numeric_limits<float>::infinity();

std::vector<float> column(const Prospects& prospects, std::string_view name) {
    auto values = prospects.column(name);
    std::ranges::replace_if(values, is_missing, not_proposed);
    return values;
}

/// The kept tracks that were heard most, with a known sound.
std::vector<TrackIndex> most_heard(const library::Collection& collection, const library::History& known,
                                   const similarity::Space& space, std::size_t n) {
    auto outcomes = taste::track_outcomes(collection, known.plays);
    std::erase_if(outcomes,
                  [&](const auto& outcome) { return !outcome.kept() || !space.knows(outcome.track); });
    std::ranges::stable_sort(outcomes, std::ranges::greater(), &taste::TrackOutcome::n_heard);
    outcomes.resize(std::min(outcomes.size(), n));
    std::vector<TrackIndex> tracks;
    for (const auto& outcome : outcomes) tracks.push_back(outcome.track);
    return tracks;
}

}  // namespace

std::span<const ProposalSource> proposal_sources() noexcept { return sources; }

Proposals::Proposals(const library::Collection& collection, const library::History& known,
                     const Prospects& prospects, const similarity::SoundSpace& sound_space,
                     const ProposalOptions& options, const Task& task)
    : bits_(prospects.tracks.size(), 0) {
    const auto& tracks = prospects.tracks;
    for (const auto track : tracks) artists_.push_back(collection.tracks[track].artist);
    const auto popularity = column(prospects, "popularity");
    const auto known_artist = column(prospects, "artist_known");
    const auto propose = [&](Source source, std::string_view name, bool of_known_artists) {
        auto scores = column(prospects, name);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if ((known_artist[i] > 0) != of_known_artists) scores[i] = not_proposed;
            // Of one artist the best known track first: a popularity of 100 counts less than any other difference.
            if (scores[i] > not_proposed) scores[i] += std::max(0.0F, popularity[i]) * 1e-5F;
        }
        add(source, scores, options.depth, options.most_per_artist);
    };
    propose(your_artists, "artist_heard", true);
    propose(similar_artists, "near_artists_heard", false);
    propose(listeners, "listeners_fit", false);
    propose(genres, "genre_heard", false);
    add_sound(collection, known, tracks, sound_space, options, task);
    std::vector<float> drawn;
    Random random(options.seed);
    for (std::size_t i = 0; i < tracks.size(); ++i) drawn.push_back(static_cast<float>(random.uniform()));
    add(exploration, drawn, options.depth, options.most_per_artist);
}

void Proposals::add(std::size_t source, std::span<const float> scores, std::size_t depth,
                    std::size_t most_per_artist) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return !(scores[i] > not_proposed); });
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return scores[i]; });
    std::unordered_map<library::ArtistIndex, std::size_t> n_of;
    std::size_t n_proposed = 0;
    for (const auto i : order) {
        if (n_proposed == depth) break;
        if (++n_of[artists_[i]] > most_per_artist) continue;
        bits_[i] = static_cast<std::uint8_t>(bits_[i] | (1U << source));
        ++n_proposed;
    }
}

/// Each seed proposes its nearest by mutual proximity: otherwise the hubs of the catalogue would be everybody's.
void Proposals::add_sound(const library::Collection& collection, const library::History& known,
                          std::span<const TrackIndex> tracks, const similarity::SoundSpace& sound_space,
                          const ProposalOptions& options, const Task& task) {
    const auto& [space, mutual] = sound_space;
    const auto seeds = most_heard(collection, known, space, std::min(options.sound_seeds, options.depth));
    if (seeds.empty()) return;
    for (const auto seed : seeds) {
        task.check();
        const auto distances = mutual.apply(seed, space.distances(seed));
        std::vector<float> scores;
        for (const auto track : tracks) scores.push_back(-distances[track]);
        add(sound, scores, options.depth / seeds.size(), options.most_per_artist);
    }
}

std::vector<std::size_t> Proposals::of(std::size_t i) const {
    std::vector<std::size_t> found;
    for (std::size_t source = 0; source < n_sources; ++source) {
        if ((bits_[i] >> source & 1U) != 0) found.push_back(source);
    }
    return found;
}

}  // namespace attune::recommend
