#pragma once

#include "core/time.h"
#include "core/zone.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attune::sources {

/// Which number of "02/03/2020" is the day.
enum class DayOrder : std::uint8_t {
    day_first,
    month_first,
    unknown,  ///< a date in which both could be is not read
};

/// How a column writes its moments.
struct MomentStyle {
    DayOrder order = DayOrder::unknown;
    Zone zone;  ///< of times that name none
};

/// A moment as a field tells it.
struct Moment {
    Timestamp time;          ///< UTC
    bool has_clock = false;  ///< false for a day alone, which is its first second
    bool has_zone = false;   ///< false where the zone of the style was taken
};

/// Reads a moment as programs and spreadsheets write them: ISO 8601 with every offset, RFC 2822, asctime and what
/// JavaScript prints, day, month and year with points, slashes or dashes, months by name in many languages, clocks of
/// 12 and 24 hours, one-digit parts, 20200413T050131Z, seconds, milliseconds, microseconds and nanoseconds since
/// 1970, days since 1900 of spreadsheets. Nothing for all else, and for what no calendar has.
std::optional<Moment> parse_moment(std::string_view text, const MomentStyle& style);

/// Looks at the values of a column, and says how they are written.
class MomentSurvey {
  public:
    /// Empty values tell nothing.
    void look(std::string_view value);

    std::size_t n_values() const noexcept { return n_values_; }

    /// Values that are moments in at least one order of day and month, as words of a date or as numbers of an age that
    /// is plausible for them.
    std::size_t n_moments() const noexcept { return n_moments_; }
    std::size_t n_with_clock() const noexcept { return n_with_clock_; }
    std::size_t n_with_zone() const noexcept { return n_with_zone_; }

    /// Bare numbers among them (epochs, days of spreadsheets).
    std::size_t n_numbers() const noexcept { return n_numbers_; }

    /// The one order in which the values are dates; where both would do, the one in which they come one after the
    /// other; else unknown.
    DayOrder order() const noexcept;

    /// True if some value has two orders and the column does not tell which.
    bool is_ambiguous() const noexcept { return n_two_ways_ > 0 && order() == DayOrder::unknown; }

    /// A value that has two orders; empty if there is none.
    const std::string& ambiguous_example() const noexcept { return example_; }

  private:
    struct Reading {
        std::optional<Timestamp> last;
        std::size_t n_rising = 0;
        std::size_t n_falling = 0;
        std::size_t n_only = 0;  ///< values that are dates in this order alone

        void look(Timestamp time) noexcept;
        bool is_sorted() const noexcept {
            return (n_rising == 0 || n_falling == 0) && n_rising + n_falling > 1;
        }
    };

    std::size_t n_values_ = 0;
    std::size_t n_moments_ = 0;
    std::size_t n_with_clock_ = 0;
    std::size_t n_with_zone_ = 0;
    std::size_t n_numbers_ = 0;
    std::size_t n_two_ways_ = 0;
    Reading day_first_;
    Reading month_first_;
    std::string example_;
};

}  // namespace attune::sources
