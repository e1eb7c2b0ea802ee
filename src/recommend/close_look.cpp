#include "recommend/close_look.h"

#include "taste/evidence.h"

#include <numeric>

namespace attune::recommend {
namespace {

using library::TrackIndex;

// A track that is explained takes about a kilobyte: of more than these all are forgotten.
constexpr std::size_t most_kept = 20'000;

std::vector<float> copy_of(std::span<const float> row) { return {row.begin(), row.end()}; }

}  // namespace

template <class Said, class Ask>
std::vector<Said> CloseLook::ask(std::span<const TrackIndex> tracks,
                                 std::unordered_map<TrackIndex, Said>& known, Ask ask) const {
    std::vector<Said> said(tracks.size());
    std::vector<TrackIndex> unknown;
    std::vector<std::size_t> places;
    {
        const std::scoped_lock lock(mutex_);
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto found = known.find(tracks[i]);
            if (found != known.end()) {
                said[i] = found->second;
            } else {
                unknown.push_back(tracks[i]);
                places.push_back(i);
            }
        }
    }
    if (unknown.empty()) return said;
    std::vector<Said> answers = ask(unknown);
    const std::scoped_lock lock(mutex_);
    if (known.size() + unknown.size() > most_kept) known.clear();
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        known.insert_or_assign(unknown[i], answers[i]);
        said[places[i]] = std::move(answers[i]);
    }
    return said;
}

std::vector<float> CloseLook::margins(std::span<const TrackIndex> tracks) const {
    return ask(tracks, margins_, [this](std::span<const TrackIndex> unknown) {
        return taste_.margins(table_.rows(unknown, false, threads_));
    });
}

std::vector<CloseLook::Explained> CloseLook::explain(std::span<const TrackIndex> tracks) const {
    return ask(tracks, explained_, [this](std::span<const TrackIndex> unknown) {
        const Matrix rows = table_.rows(unknown, false, threads_);
        std::vector<std::size_t> of_evidence(taste::evidence_columns().size());
        std::iota(of_evidence.begin(), of_evidence.end(), std::size_t{0});
        const Matrix evidence = rows.columns(of_evidence);
        const Matrix taste = taste_.contributions(rows, threads_);
        const Matrix replay = replay_.replay_contributions(evidence);
        std::vector<Explained> explained;
        for (std::size_t i = 0; i < unknown.size(); ++i) {
            explained.push_back({copy_of(evidence.row(i)), copy_of(taste.row(i)),
                                 replay.empty() ? std::vector<float>() : copy_of(replay.row(i))});
        }
        return explained;
    });
}

std::size_t CloseLook::n_bytes() const {
    const std::scoped_lock lock(mutex_);
    const std::size_t of_one = (2 * taste::evidence_columns().size() + columns().size()) * sizeof(float);
    return explained_.size() * (of_one + 128) + margins_.size() * 32;
}

}  // namespace attune::recommend
