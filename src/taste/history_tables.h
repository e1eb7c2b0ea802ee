#pragma once

#include "core/matrix.h"
#include "taste/stage_rows.h"
#include "taste/table.h"
#include "taste/taste_options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::taste {

/// The rows of one stage as its learner sees them.
struct StageTable {
    StageRows rows;
    std::vector<std::size_t> columns;  ///< of the TasteTable
    std::vector<std::string> names;    ///< of those columns
    Matrix X;                          ///< shape (n_rows, n_columns); empty unless is_enough()
    std::vector<std::uint64_t> artists;
    int folds = 0;

    /// Whether there is something to learn, and artists enough to judge it on others.
    bool is_enough() const noexcept { return rows.is_enough() && folds >= 2; }
};

/// All that stage 1 learns from: its stages' rows, and those of its replay, which asks stage 1 as it would have been at
/// three quarters of the past about the tracks first heard afterwards. Nothing else reaches the learner.
struct HistoryTables {
    std::vector<StageTable> stages;
    std::vector<StageTable> past_stages;  ///< none if the history is too short to be replayed
    std::size_t n_past_columns = 0;       ///< of the table of that time
    Matrix asked;                         ///< shape (n_tracks, n_past_columns)
    std::vector<float> kept;              ///< of those tracks: 1 if the person kept it
};

/// The play at which the past is cut for that question; nothing if the history is too short to be replayed.
std::optional<std::size_t> replay_cut(const library::History& known) noexcept;

/// @param table  of `known`
HistoryTables make_history_tables(const library::Collection& collection, const library::History& known,
                                  const TasteTable& table, const TasteOptions& options);

/// A hash of the tables, of the options that change what is learnt from them, and of the program's version: stages that
/// were learnt under the same one are what would be learnt again.
std::uint64_t hash_of(const HistoryTables& tables, const TasteOptions& options);

}  // namespace attune::taste
