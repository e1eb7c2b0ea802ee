#include "playlists/doctor.h"

#include "core/parallel.h"
#include "learning/numerics/sigmoid.h"
#include "playlists/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace attune::playlists {
namespace {

// One track in twenty of a playlist that grew over years does not belong: the share with which verdicts are
// judged (benchmarks/playlists). Margins are log-odds for one to one.
const double prior_odds = std::log(0.05 / 0.95);
constexpr double least_foreign = 0.5;
constexpr double least_doubtful = 0.25;
// A better home must be one (log-odds above 0), and clearly better.
constexpr double least_gain = 1.5;
// What a decision on a track tells of one that is the same in all respects, in log-odds.
constexpr double decision_strength = 1.5;

bool is_in(std::span<const TrackIndex> tracks, TrackIndex track) {
    return std::ranges::find(tracks, track) != tracks.end();
}

/// How alike two tracks are on the whole, in [0, 1]: the mean of artist, genres and sound, as far as they are
/// known.
double alike(const Music& music, TrackIndex a, TrackIndex b) {
    const auto row = music.likeness(a, b);
    double sum = 0;
    double n = 0;
    for (const auto aspect : {Aspect::artist, Aspect::words, Aspect::sound}) {
        const float value = row[static_cast<std::size_t>(aspect)];
        if (is_missing(value)) continue;
        sum += value;
        ++n;
    }
    return n > 0 ? sum / n : 0;
}

struct Nearest {
    double likeness = 0;
    TrackIndex track = 0;
};

Nearest nearest_to(const Music& music, TrackIndex track, std::span<const TrackIndex> decided) {
    Nearest nearest;
    for (const auto other : decided) {
        if (other == track) continue;
        const double likeness = alike(music, track, other);
        if (likeness > nearest.likeness) nearest = {likeness, other};
    }
    return nearest;
}

Standing standing_of(double probability, TrackIndex track, const Decisions& decisions) {
    if (is_in(decisions.kept, track)) return Standing::kept;
    if (is_in(decisions.dropped, track)) return Standing::dropped;
    if (probability >= least_foreign) return Standing::foreign;
    return probability >= least_doubtful ? Standing::doubtful : Standing::fits;
}

/// The one who looks at the tracks of one playlist.
class Examination {
  public:
    Examination(const Shelf& shelf, std::span<const BelongingWeights> weights,
                std::span<const std::string> names, std::size_t playlist, const Decisions& decisions)
        : shelf_(shelf),
          weights_(weights),
          names_(names),
          playlist_(playlist),
          decisions_(decisions),
          summary_(summary_of(shelf, playlist)) {}

    TrackVerdict verdict(TrackIndex track, const AspectRow& usual) const {
        TrackVerdict verdict;
        verdict.track = track;
        const auto evidence = shelf_.evidence(track, playlist_, usual);
        verdict.contributions = weights_[playlist_].contributions(evidence);
        const auto& music = shelf_.music();
        const auto dropped = nearest_to(music, track, decisions_.dropped);
        verdict.decisions =
            decision_strength * (nearest_to(music, track, decisions_.kept).likeness - dropped.likeness);
        verdict.margin = weights_[playlist_].margin(evidence) + verdict.decisions;
        verdict.probability = learning::sigmoid(prior_odds - verdict.margin);
        verdict.standing = standing_of(verdict.probability, track, decisions_);
        if (verdict.standing != Standing::foreign && verdict.standing != Standing::doubtful) return verdict;
        verdict.reasons = reasons_against(shelf_, names_, playlist_, summary_, track, verdict.contributions);
        if (verdict.decisions < -0.5) {
            const auto& like = music.collection().tracks[dropped.track];
            verdict.reasons.insert(
                verdict.reasons.begin(),
                fmt::format("like {} - {}, which you dropped here", like.artist_name, like.track_name));
        }
        verdict.home = better_home(track, usual, verdict.margin);
        return verdict;
    }

  private:
    std::optional<Home> better_home(TrackIndex track, const AspectRow& usual, double margin) const {
        std::optional<Home> best;
        for (std::size_t q = 0; q < shelf_.size(); ++q) {
            if (q == playlist_ || shelf_.tracks(q).size() < least_tracks || shelf_.holds(q, track)) continue;
            const auto evidence = shelf_.evidence(track, q, usual);
            const double there = weights_[q].margin(evidence);
            if (there < 0 || there < margin + least_gain || (best && best->margin >= there)) continue;
            best = Home{
                q, there,
                reason_for(shelf_, q, summary_of(shelf_, q), track, weights_[q].contributions(evidence))};
        }
        return best;
    }

    static constexpr std::size_t least_tracks = 8;
    const Shelf& shelf_;
    std::span<const BelongingWeights> weights_;
    std::span<const std::string> names_;
    std::size_t playlist_;
    const Decisions& decisions_;
    PlaylistSummary summary_;
};

/// The tracks of a playlist, each once, with the places of their first entries.
std::vector<std::pair<TrackIndex, std::size_t>> first_entries(std::span<const TrackIndex> entries) {
    std::vector<std::pair<TrackIndex, std::size_t>> firsts;
    std::set<TrackIndex> seen;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (seen.insert(entries[i]).second) firsts.emplace_back(entries[i], i);
    return firsts;
}

void count_unknown(const Music& music, std::span<const TrackIndex> tracks, Diagnosis& diagnosis) {
    for (const auto t : tracks) {
        const bool has_sound = music.knows_sound(t);
        const bool has_genres = music.knows_words(t);
        diagnosis.n_without_sound += has_sound ? 0 : 1;
        diagnosis.n_without_genres += has_genres ? 0 : 1;
        diagnosis.n_without_both += has_sound || has_genres ? 0 : 1;
    }
}

}  // namespace

std::string_view to_string(Standing standing) noexcept {
    switch (standing) {
        case Standing::fits: return "fits";
        case Standing::doubtful: return "doubtful";
        case Standing::foreign: return "foreign";
        case Standing::kept: return "kept";
        case Standing::dropped: return "dropped";
    }
    return "";
}

Diagnosis diagnose(const Shelf& shelf, std::span<const BelongingWeights> weights,
                   std::span<const std::string> names, std::size_t playlist,
                   std::span<const TrackIndex> entries, const Decisions& decisions,
                   const BelongingOptions& options, const Task& task) {
    Diagnosis diagnosis;
    diagnosis.duplicates = duplicates_of(shelf.music().collection(), entries);
    const auto firsts = first_entries(entries);
    std::vector<TrackIndex> tracks;
    for (const auto& [track, position] : firsts) tracks.push_back(track);
    count_unknown(shelf.music(), tracks, diagnosis);
    diagnosis.has_verdicts = tracks.size() >= static_cast<std::size_t>(options.least_tracks);
    if (!diagnosis.has_verdicts) return diagnosis;

    const auto threads = static_cast<std::size_t>(options.threads);
    const auto usual = shelf.music().usual(tracks, threads, task);
    const auto sound = sound_outliers(shelf.music().collection(), tracks, options.seed);
    const Examination examination(shelf, weights, names, playlist, decisions);
    diagnosis.tracks.resize(tracks.size());
    parallel_for(tracks.size(), threads, [&](std::size_t i) {
        diagnosis.tracks[i] = examination.verdict(tracks[i], usual[i]);
        diagnosis.tracks[i].position = firsts[i].second;
        diagnosis.tracks[i].sound = sound[i];
    });
    const auto place = [](const TrackVerdict& v) {
        const bool is_decided = v.standing == Standing::kept;
        return std::tuple(is_decided, v.standing != Standing::dropped, v.margin);
    };
    std::ranges::stable_sort(diagnosis.tracks, {}, place);
    return diagnosis;
}

}  // namespace attune::playlists
