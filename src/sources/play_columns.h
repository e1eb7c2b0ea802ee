#pragma once

#include "library/listen.h"
#include "sources/csv.h"
#include "sources/measures.h"
#include "sources/moments.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::sources {

/// When a row says that a track was played: in one column, or in one of days and one of clocks, with the zone beside it.
class TimeColumn {
  public:
    TimeColumn() = default;
    TimeColumn(const Columns& columns, std::optional<std::size_t> column);

    bool is_there() const noexcept { return column_.has_value(); }
    std::optional<std::size_t> column() const noexcept { return column_; }
    std::optional<std::size_t> clock() const noexcept { return clock_; }
    std::optional<std::size_t> zone() const noexcept { return zone_; }
    const MomentSurvey& survey() const noexcept { return survey_; }
    DayOrder order() const noexcept { return order_; }

    /// The text that read() understands or not; empty where the row says nothing.
    std::string text(const CsvRow& row) const;

    /// @param local  the zone of times that name none
    std::optional<Timestamp> read(const CsvRow& row, const Zone& local) const;

  private:
    std::optional<std::size_t> column_;
    std::optional<std::size_t> clock_;
    std::optional<std::size_t> zone_;
    MomentSurvey survey_;
    DayOrder order_ = DayOrder::unknown;
};

/// The columns of a table that say when a track was played, for how long, and how that ended.
struct PlayColumns {
    TimeColumn time;
    bool time_is_end = false;
    LengthColumn ms_played;
    std::optional<std::size_t> share_played;  ///< of the length of the track, from 0 to 1 or to 100
    bool share_is_percent = false;
    std::optional<std::size_t> skipped;
    std::optional<std::size_t> reason_start;
    std::optional<std::size_t> reason_end;
    std::optional<std::size_t> shuffle;
    std::optional<std::size_t> offline;
    std::optional<std::size_t> platform;

    explicit PlayColumns(const Columns& columns);

    bool says_how_long() const noexcept { return ms_played.column() || share_played; }

    /// How the play of a row ended, as far as the row says it. Its length is read by others.
    void read_end(const CsvRow& row, library::Listen& listen) const;

    /// Of each column that is read, what as.
    std::vector<std::pair<std::size_t, std::string>> meanings() const;
};

/// Whether what stands in the column are moments with a time of day (or nothing is known of them).
bool holds_moments(const Columns& columns, std::size_t column);

}  // namespace attune::sources
