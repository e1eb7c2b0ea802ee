#pragma once

#include "core/time.h"
#include "library/listen.h"

#include <algorithm>
#include <array>

namespace attune::store {

/// From when to when one person has records of each source. Most imports stand alone in their time, and need
/// not look for the same play from another source.
class ListenRanges {
  public:
    struct Range {
        Timestamp first = Timestamp::max();
        Timestamp last = Timestamp::min();

        bool has(Timestamp time, std::chrono::seconds margin) const {
            return first <= last && first - margin <= time && time <= last + margin;
        }
        void add(Timestamp time) {
            first = std::min(first, time);
            last = std::max(last, time);
        }
    };

    Range& of(library::ListenSource source) { return ranges_.at(static_cast<std::size_t>(source)); }
    const Range& of(library::ListenSource source) const {
        return ranges_.at(static_cast<std::size_t>(source));
    }

    /// Records of `source` that are not kept, because a richer record of their play is.
    Range& matched(library::ListenSource source) { return matched_.at(static_cast<std::size_t>(source)); }

    /// True if another source than `source` has plays within `margin` of `time`.
    bool has_others(library::ListenSource source, Timestamp time, std::chrono::seconds margin) const {
        for (std::size_t other = 0; other < ranges_.size(); ++other) {
            if (other != static_cast<std::size_t>(source) && ranges_[other].has(time, margin)) return true;
        }
        return false;
    }

  private:
    std::array<Range, 5> ranges_{};  // by ListenSource
    std::array<Range, 5> matched_{};
};

}  // namespace attune::store
