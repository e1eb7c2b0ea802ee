#include "recommend/replay_ranker.h"

#include "core/error.h"
#include "core/parse_all.h"
#include "core/random.h"
#include "recommend/candidates.h"
#include "recommend/past_cuts.h"
#include "taste/evidence.h"
#include "taste/moments.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::recommend {
namespace {

using library::TrackIndex;

constexpr std::size_t least_history = 500;
constexpr std::size_t least_positives = 30;
// Each moment counts alike, and within it what was kept as much as what was not.
constexpr float weight_of_class = 30;
// With so many tracks met in a section, reach counts half of what the trees do.
constexpr double met_until_half = 60;

struct ReachWeight {
    std::string_view column;
    float weight;
    float when_missing;
};

// Found on the histories of three listeners, as a compromise between them; see docs/reference/evaluation.md.
constexpr ReachWeight reach_of_known[] = {
    {"artist_heard", 1, 0},     {"artist_plays_90d", 0.4F, 0},        {"artist_heard_30d", 0.3F, 0},
    {"popularity", 0.045F, 35}, {"near_artists_heard", 0.15F, -2.3F}, {"genre_heard", 0.15F, 0},
    {"listeners_fit", 0.3F, 0}, {"listeners_track_fit", 0.3F, 0},
};
// Fame alone would offer everybody the same strangers.
constexpr ReachWeight reach_of_new[] = {
    {"near_artists_heard", 0.5F, -2.3F}, {"near_artists_kept_rate", 2, 0}, {"genre_kept_rate", 2, 0},
    {"listeners_fit", 0.6F, 0},          {"listeners_track_fit", 0.3F, 0}, {"popularity", 0.01F, 35},
};

std::span<const ReachWeight> reach_weights(Section section) {
    if (section == Section::new_artists) return reach_of_new;
    return reach_of_known;
}

float reach_part(const ReachWeight& part, float value) {
    return part.weight * (is_missing(value) ? part.when_missing : value);
}

float reach(std::span<const float> evidence, Section section) {
    float sum = 0;
    for (const auto& part : reach_weights(section))
        sum += reach_part(part, evidence[taste::evidence_column(part.column)]);
    return sum;
}

/// What the moments of the past show of one section.
struct MetTracks {
    Matrix X;
    std::vector<float> y;
    std::vector<float> weights;

    std::size_t n_met() const { return static_cast<std::size_t>(std::ranges::count(y, 1.0F)); }
};
using MetOfSections = std::array<MetTracks, n_sections>;

/// Tracks that were met and kept after a moment, and some of those that were not.
struct Drawn {
    std::vector<TrackIndex> met;
    std::vector<TrackIndex> others;
};

std::array<Drawn, n_sections> draw(const library::Collection& collection, const library::History& known,
                                   const library::History& past, std::size_t cut,
                                   const taste::Surroundings& space, int negatives, Random& random) {
    std::vector<bool> kept_song(collection.n_songs, false);
    for (const auto& outcome : taste::track_outcomes(collection, std::span(known.plays).subspan(cut)))
        if (outcome.kept()) kept_song[collection.tracks[outcome.track].song] = true;
    std::vector<bool> is_known(collection.artists.size(), false);
    // Where it is held back whether an artist is known, all are new.
    if (std::ranges::find(space.left_out, "artist") == space.left_out.end())
        for (const auto& play : past.plays) is_known[collection.tracks[play.track].artist] = true;
    std::array<Drawn, n_sections> drawn;
    for (const auto track : candidates(collection, past)) {
        const auto& entry = collection.tracks[track];
        auto& section =
            drawn[index_of(is_known[entry.artist] ? Section::known_artists : Section::new_artists)];
        (kept_song[entry.song] ? section.met : section.others).push_back(track);
    }
    for (auto& section : drawn) {
        random.shuffle(section.others);
        section.others.resize(std::min(section.others.size(), static_cast<std::size_t>(negatives)));
    }
    return drawn;
}

void add_examples(const taste::Evidence& evidence, const Drawn& drawn, std::size_t threads, MetTracks& into) {
    if (drawn.met.empty() || drawn.others.empty()) return;
    std::vector<TrackIndex> chosen = drawn.met;
    chosen.insert(chosen.end(), drawn.others.begin(), drawn.others.end());
    const Matrix rows = evidence.rows(chosen, false, threads);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const bool is_met = i < drawn.met.size();
        into.X.add_row(rows.row(i));
        into.y.push_back(is_met ? 1.0F : 0.0F);
        into.weights.push_back(weight_of_class /
                               static_cast<float>(is_met ? drawn.met.size() : drawn.others.size()));
    }
}

void add_moment(const library::Collection& collection, const library::History& known,
                const taste::Surroundings& space, std::size_t cut, const ReplayOptions& options,
                Random& random, MetOfSections& into) {
    const Timestamp then = known.plays[cut].listened_at;
    const auto past = library::known_before(known, then, false);
    const auto drawn = draw(collection, known, past, cut, space, options.negatives, random);
    const taste::Evidence evidence(collection, past, then, space);
    for (std::size_t s = 0; s < n_sections; ++s) add_examples(evidence, drawn[s], options.threads, into[s]);
}

learning::BoosterOptions booster_options(const ReplayOptions& options) {
    learning::BoosterOptions booster;
    booster.rounds = 150;
    booster.max_depth = 4;
    booster.learning_rate = 0.05F;
    booster.min_child_weight = 2;
    booster.subsample = 0.5F;
    booster.colsample_bytree = 0.4F;
    booster.lambda = 5;
    booster.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFF);
    return booster;
}

std::string blob_of(Section section) {
    return section == Section::new_artists ? "new_artists" : "known_artists";
}

}  // namespace

double ReplayRanker::Learnt::reach_weight() const noexcept {
    return trees ? met_until_half / (met_until_half + static_cast<double>(n_met)) : 1;
}

ReplayRanker ReplayRanker::fit(const library::Collection& collection, const library::History& known,
                               const taste::Surroundings& space, const ReplayOptions& options,
                               const Task& task) {
    ReplayRanker ranker;
    if (known.plays.size() < least_history) return ranker;
    MetOfSections examples;
    Random random(options.seed);
    const auto cuts = past_cuts(known.plays.size());
    for (std::size_t m = 0; m < cuts.size(); ++m) {
        task.report("replaying what you found", m, cuts.size());
        add_moment(collection, known, space, cuts[m], options, random, examples);
    }
    for (std::size_t s = 0; s < n_sections; ++s) {
        const auto& [X, y, weights] = examples[s];
        auto& learnt = ranker.learnt_[s];
        learnt.n_met = examples[s].n_met();
        if (learnt.n_met >= least_positives)
            learnt.trees = learning::Booster::fit(X, y, weights, booster_options(options), task);
    }
    return ranker;
}

ReplayRanker::Parts ReplayRanker::parts(const Matrix& evidence) const {
    Parts parts;
    parts.replay.assign(evidence.n_rows(), 0);
    for (std::size_t i = 0; i < evidence.n_rows(); ++i) {
        const auto row = evidence.row(i);
        parts.sections.push_back(section_of(row));
        parts.reach.push_back(reach(row, parts.sections.back()));
    }
    for (const auto section : both_sections) {
        const auto& learnt = learnt_[index_of(section)];
        parts.reach_weights[index_of(section)] = learnt.reach_weight();
        const auto rows = rows_of(parts.sections, section);
        if (!learnt.trees || rows.empty()) continue;
        const auto margins = learnt.trees->margins(evidence.rows(rows));
        for (std::size_t r = 0; r < rows.size(); ++r) parts.replay[rows[r]] = margins[r];
    }
    return parts;
}

taste::Moments spread_of(std::span<const float> values) noexcept {
    // Values that are all alike tell no scale.
    constexpr double least_deviation = 1e-4;
    auto moments = taste::moments_of(values);
    if (moments.deviation < least_deviation) moments.deviation = 1;
    return moments;
}

ReplayRanker::Scale ReplayRanker::scale_of(const Parts& parts) {
    Scale scale;
    for (const auto section : both_sections) {
        const auto rows = rows_of(parts.sections, section);
        scale.sections[index_of(section)] = {spread_of(gather(parts.reach, rows)),
                                             spread_of(gather(parts.replay, rows)),
                                             parts.reach_weights[index_of(section)]};
    }
    return scale;
}

std::vector<float> ReplayRanker::score(const Parts& parts, const Scale& scale) {
    std::vector<float> scores;
    for (std::size_t i = 0; i < parts.reach.size(); ++i) {
        const auto& of = scale.sections[index_of(parts.sections[i])];
        scores.push_back(static_cast<float>(of.reach_weight * of.reach.standardised(parts.reach[i]) +
                                            of.replay.standardised(parts.replay[i])));
    }
    return scores;
}

Matrix ReplayRanker::replay_contributions(const Matrix& evidence) const {
    Matrix all(evidence.n_rows(), evidence.n_columns() + 1, 0);
    std::vector<Section> sections;
    for (std::size_t i = 0; i < evidence.n_rows(); ++i) sections.push_back(section_of(evidence.row(i)));
    for (const auto section : both_sections) {
        const auto& trees = learnt_[index_of(section)].trees;
        const auto rows = rows_of(sections, section);
        if (!trees || rows.empty()) continue;
        const Matrix said = trees->contributions(evidence.rows(rows));
        for (std::size_t r = 0; r < rows.size(); ++r)
            std::ranges::copy(said.row(r), all.row(rows[r]).begin());
    }
    return all;
}

std::vector<double> ReplayRanker::contributions(std::span<const float> evidence,
                                                std::span<const float> replay, const Scale& scale) {
    const std::size_t n_columns = evidence.size();
    const auto section = section_of(evidence);
    const auto& [reach, trees, reach_weight] = scale.sections[index_of(section)];
    std::vector<double> sums(n_columns + 1, 0);
    for (const auto& part : reach_weights(section)) {
        const auto column = taste::evidence_column(part.column);
        sums[column] += reach_weight * reach_part(part, evidence[column]) / reach.deviation;
    }
    for (std::size_t c = 0; c <= n_columns; ++c) sums[c] += replay[c] / trees.deviation;
    sums[n_columns] -= reach_weight * reach.mean / reach.deviation + trees.mean / trees.deviation;
    return sums;
}

std::map<std::string, std::string> ReplayRanker::save() const {
    std::map<std::string, std::string> blobs;
    for (const auto section : both_sections) {
        const auto& [trees, n_met] = learnt_[index_of(section)];
        if (!trees) continue;
        blobs[blob_of(section)] = trees->save();
        blobs[blob_of(section) + "_met"] = std::to_string(n_met);
    }
    return blobs;
}

ReplayRanker ReplayRanker::load(const std::map<std::string, std::string>& blobs) {
    ReplayRanker ranker;
    for (const auto section : both_sections) {
        const auto found = blobs.find(blob_of(section));
        if (found == blobs.end()) continue;
        auto& learnt = ranker.learnt_[index_of(section)];
        learnt.trees = learning::Booster::load(found->second);
        if (learnt.trees->n_columns() != taste::evidence_columns().size())
            fail(ErrorCode::conflict,
                 "the ranker was trained on another schema: {} columns instead of {}; "
                 "train again",
                 learnt.trees->n_columns(), taste::evidence_columns().size());
        const auto met = blobs.find(blob_of(section) + "_met");
        const auto n_met = met == blobs.end() ? std::nullopt : parse_all<std::uint64_t>(met->second);
        if (!n_met) fail(ErrorCode::corrupt_data, "the ranker does not say what it has seen; train again");
        learnt.n_met = *n_met;
    }
    return ranker;
}

}  // namespace attune::recommend
