#include "recommend/prospects.h"

#include "core/bytes.h"
#include "core/error.h"
#include "taste/evidence.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace attune::recommend {
namespace {

using library::TrackIndex;

// So many rows of a table are in memory at a time.
constexpr std::size_t chunk = 8192;
constexpr std::string_view file_mark = "attune-prospects 2";

constexpr std::array<std::string_view, 6> columns{"artist_known",  "artist_heard", "near_artists_heard",
                                                  "listeners_fit", "genre_heard",  "popularity"};

std::vector<std::size_t> indices_of_columns() {
    std::vector<std::size_t> indices;
    for (const auto name : columns) indices.push_back(taste::evidence_column(name));
    return indices;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& values) {
    to.insert(to.end(), values.begin(), values.end());
}

}  // namespace

std::span<const std::string_view> prospect_columns() noexcept { return columns; }

std::vector<float> Prospects::column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    require(found != columns.end(), "prospects have no column '{}'", name);
    const auto at = static_cast<std::size_t>(found - columns.begin());
    std::vector<float> values;
    values.reserve(evidence.n_rows());
    for (std::size_t i = 0; i < evidence.n_rows(); ++i) values.push_back(evidence(i, at));
    return values;
}

Prospects Prospects::of(std::span<const TrackIndex> some) const {
    std::vector<std::size_t> rows;
    rows.reserve(some.size());
    auto next = tracks.begin();
    for (const auto track : some) {
        next = std::lower_bound(next, tracks.end(), track);
        require(next != tracks.end() && *next == track, "track {} is no prospect", track);
        rows.push_back(static_cast<std::size_t>(next - tracks.begin()));
    }
    Prospects chosen;
    chosen.tracks.assign(some.begin(), some.end());
    chosen.replay.sections = gather(replay.sections, rows);
    chosen.replay.reach = gather(replay.reach, rows);
    chosen.replay.replay = gather(replay.replay, rows);
    chosen.replay.reach_weights = replay.reach_weights;
    chosen.taste = gather(taste, rows);
    chosen.evidence = evidence.rows(rows);
    return chosen;
}

std::string Prospects::save() const {
    ByteWriter out(file_mark);
    out.numbers<TrackIndex>(tracks);
    std::vector<std::uint8_t> sections;
    for (const auto section : replay.sections) sections.push_back(static_cast<std::uint8_t>(section));
    out.numbers<std::uint8_t>(sections);
    out.numbers<double>(replay.reach_weights);
    out.numbers<float>(replay.reach);
    out.numbers<float>(replay.replay);
    out.numbers<float>(taste);
    out.numbers<float>(evidence.values());
    return std::move(out).bytes();
}

Prospects Prospects::load(std::string_view bytes) {
    ByteReader in(bytes, file_mark);
    Prospects prospects;
    prospects.tracks = in.numbers<TrackIndex>();
    const auto sections = in.numbers<std::uint8_t>();
    const auto weights = in.numbers<double>();
    prospects.replay.reach = in.numbers<float>();
    prospects.replay.replay = in.numbers<float>();
    prospects.taste = in.numbers<float>();
    const auto values = in.numbers<float>();
    const auto n = prospects.tracks.size();
    in.require_intact(prospects.replay.reach.size() == n && prospects.taste.size() == n &&
                      values.size() == n * columns.size() && prospects.replay.replay.size() == n &&
                      sections.size() == n && weights.size() == n_sections &&
                      std::ranges::all_of(sections, [](auto section) { return section < n_sections; }));
    for (const auto section : sections) prospects.replay.sections.push_back(static_cast<Section>(section));
    std::ranges::copy(weights, prospects.replay.reach_weights.begin());
    prospects.evidence = Matrix(n, columns.size());
    std::ranges::copy(values, prospects.evidence.values().begin());
    return prospects;
}

Prospects make_prospects(const library::Collection& collection, const taste::TasteTable& table,
                         const taste::TasteModel& taste, const ReplayRanker& replay, std::size_t threads,
                         const Task& task) {
    std::vector<TrackIndex> tracks;
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        if (collection.tracks[t].in_catalogue) tracks.push_back(t);
    }
    return make_prospects(std::move(tracks), table, taste, replay, threads, task);
}

Prospects make_prospects(std::vector<TrackIndex> tracks, const taste::TasteTable& table,
                         const taste::TasteModel& taste, const ReplayRanker& replay, std::size_t threads,
                         const Task& task) {
    std::vector<std::size_t> of_evidence(taste::evidence_columns().size());
    std::iota(of_evidence.begin(), of_evidence.end(), std::size_t{0});
    const auto kept = indices_of_columns();
    Prospects prospects;
    prospects.evidence = Matrix(tracks.size(), kept.size());
    for (std::size_t begin = 0; begin < tracks.size(); begin += chunk) {
        task.report("looking at candidates", begin, tracks.size());
        task.check();
        const std::size_t n = std::min(chunk, tracks.size() - begin);
        const Matrix rows = table.rows(std::span(tracks).subspan(begin, n), false, threads);
        const Matrix evidence = rows.columns(of_evidence);
        const auto parts = replay.parts(evidence);
        append(prospects.replay.sections, parts.sections);
        append(prospects.replay.reach, parts.reach);
        append(prospects.replay.replay, parts.replay);
        prospects.replay.reach_weights = parts.reach_weights;
        append(prospects.taste, taste.coarse_margins(rows));
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t c = 0; c < kept.size(); ++c)
                prospects.evidence(begin + i, c) = evidence(i, kept[c]);
        }
    }
    prospects.tracks = std::move(tracks);
    return prospects;
}

}  // namespace attune::recommend
