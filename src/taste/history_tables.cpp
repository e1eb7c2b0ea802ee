#include "taste/history_tables.h"

#include "core/hasher.h"
#include "core/version.h"
#include "taste/outcomes.h"
#include "taste/rank_model.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace attune::taste {
namespace {

// Statistics of few and large groups. Where a track is left out of one it shows by what is missing: of the
// two rates of a decade the lower is that of the tracks that were kept. Trees find that out, and know nothing
// of other tracks.
constexpr std::array<std::string_view, 4> self_telling_columns{"tag_kept_rate", "era_kept_rate", "era_heard",
                                                               "playlist_kept_rate"};
constexpr double replay_share = 0.75;
constexpr std::size_t least_plays_to_replay = 500;

std::vector<std::size_t> columns_for(const StageRows& rows, const TasteTable& table) {
    auto columns = table.columns_without(rows.hidden_groups);
    std::erase_if(columns, [&](std::size_t c) {
        return std::ranges::find(self_telling_columns, table.columns()[c].name) != self_telling_columns.end();
    });
    return columns;
}

/// Folds must hold whole artists; with few artists there are fewer folds.
int folds_for(std::span<const std::uint64_t> artists, int folds) {
    const std::set<std::uint64_t> distinct(artists.begin(), artists.end());
    return std::min(folds, static_cast<int>(distinct.size() / 2));
}

StageTable stage_table(StageRows rows, const library::Collection& collection, const TasteTable& table,
                       const TasteOptions& options) {
    StageTable stage;
    stage.artists = rows.artists(collection);
    stage.folds = folds_for(stage.artists, options.folds);
    stage.columns = columns_for(rows, table);
    for (const auto column : stage.columns) stage.names.push_back(table.columns()[column].name);
    stage.rows = std::move(rows);
    if (stage.is_enough())
        stage.X = table.rows(stage.rows.tracks, true, options.threads).columns(stage.columns);
    return stage;
}

std::vector<StageTable> stage_tables(const library::Collection& collection, const library::History& known,
                                     const TasteTable& table, const TasteOptions& options) {
    const auto outcomes = track_outcomes(collection, known.plays);
    std::vector<StageTable> stages;
    stages.push_back(stage_table(playlist_rows(collection, known, options.chosen_playlists, outcomes),
                                 collection, table, options));
    stages.push_back(stage_table(likeability_rows(outcomes), collection, table, options));
    return stages;
}

void add_replay(const library::Collection& collection, const library::History& known,
                const TasteOptions& options, HistoryTables& into) {
    const auto at = replay_cut(known);
    if (!at) return;
    const auto cut = *at;
    const Timestamp then = known.plays[cut].listened_at;
    auto past = library::known_before(known, then, false);
    past.labels.clear();
    const Surroundings space = make_surroundings(collection);
    const TasteTable table(collection, past, then, space);
    into.past_stages = stage_tables(collection, past, table, options);
    into.n_past_columns = table.columns().size();
    const auto first = first_heard_after(collection, known.plays, cut, known.plays.size());
    into.asked = table.rows(first.tracks, false, options.threads);
    into.kept = first.kept;
}

void add_matrix(const Matrix& matrix, Hasher& hasher) {
    hasher.add(matrix.n_columns());
    hasher.add(matrix.values());
}

void add_stages(const std::vector<StageTable>& stages, Hasher& hasher) {
    hasher.add(stages.size());
    for (const auto& stage : stages) {
        hasher.add(stage.rows.name);
        hasher.add(stage.rows.objective);
        // Also the indices: what was said out of fold is kept by them.
        hasher.add(stage.rows.tracks);
        hasher.add(stage.rows.y);
        hasher.add(stage.rows.weights);
        hasher.add(stage.rows.is_positive);
        hasher.add(stage.columns);
        hasher.add(stage.names);
        add_matrix(stage.X, hasher);
        hasher.add(stage.artists);
        hasher.add(stage.folds);
    }
}

}  // namespace

std::optional<std::size_t> replay_cut(const library::History& known) noexcept {
    if (known.plays.size() < least_plays_to_replay) return std::nullopt;
    return static_cast<std::size_t>(static_cast<double>(known.plays.size()) * replay_share);
}

HistoryTables make_history_tables(const library::Collection& collection, const library::History& known,
                                  const TasteTable& table, const TasteOptions& options) {
    HistoryTables tables;
    tables.stages = stage_tables(collection, known, table, options);
    add_replay(collection, known, options, tables);
    return tables;
}

std::uint64_t hash_of(const HistoryTables& tables, const TasteOptions& options) {
    Hasher hasher;
    hasher.add(attune_version());
    hasher.add(options.seed);
    hasher.add(options.search_trials);
    add_stages(tables.stages, hasher);
    add_stages(tables.past_stages, hasher);
    hasher.add(tables.n_past_columns);
    add_matrix(tables.asked, hasher);
    hasher.add(tables.kept);
    return hasher.value();
}

}  // namespace attune::taste
