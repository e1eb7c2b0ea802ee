#include "recommend/replay_score.h"

#include "core/random.h"
#include "recommend/candidates.h"
#include "taste/evidence.h"

#include <algorithm>

namespace attune::recommend {
namespace {

// Mean and deviation of so many tracks are those of all within a few percent.
constexpr std::size_t n_sampled = 6000;

}  // namespace

ReplayScore::ReplayScore(const ReplayRanker::Parts& parts) : scale_(ReplayRanker::scale_of(parts)) {
    const auto scores = ReplayRanker::score(parts, scale_);
    for (const auto section : both_sections)
        scores_[index_of(section)] = spread_of(gather(scores, rows_of(parts.sections, section)));
}

std::vector<double> ReplayScore::of(const ReplayRanker::Parts& parts) const {
    const auto scores = ReplayRanker::score(parts, scale_);
    std::vector<double> standardised;
    for (std::size_t i = 0; i < scores.size(); ++i)
        standardised.push_back(scores_[index_of(parts.sections[i])].standardised(scores[i]));
    return standardised;
}

std::vector<double> ReplayScore::contributions(std::span<const float> evidence,
                                               std::span<const float> replay) const {
    const auto& moments = scores_[index_of(section_of(evidence))];
    auto parts = ReplayRanker::contributions(evidence, replay, scale_);
    parts.back() -= moments.mean;
    for (auto& part : parts) part /= moments.deviation;
    return parts;
}

ScoresThen scores_then(const library::Collection& collection, const library::History& known, Timestamp moment,
                       const taste::Surroundings& space, const ReplayRanker& ranker,
                       std::span<const library::TrackIndex> tracks, const ReplayOptions& options) {
    const taste::Evidence evidence(collection, known, moment, space);
    auto offered = candidates(collection, known);
    Random(options.seed).shuffle(offered);
    offered.resize(std::min(offered.size(), n_sampled));
    const ReplayScore compared(ranker.parts(evidence.rows(offered, false, options.threads)));
    auto parts = ranker.parts(evidence.rows(tracks, true, options.threads));
    return {compared.of(parts), std::move(parts.sections)};
}

}  // namespace attune::recommend
