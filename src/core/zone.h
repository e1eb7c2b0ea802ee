#pragma once

#include "core/time.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace attune {

/// A zone of the IANA database of this machine: how clocks on a wall were set there, summer time included. Costs
/// nothing to copy.
class Zone {
  public:
    /// UTC.
    Zone() noexcept = default;

    /// "Europe/Berlin", "UTC", "local" (the zone of this machine).
    /// @throws Error{invalid_argument} if no zone is called so
    static Zone named(std::string_view name);

    /// The same; UTC, with `found` false, if no zone is called so.
    static Zone find(std::string_view name, bool& found);

    /// "UTC", or as the zone was named.
    std::string_view name() const noexcept;

    /// The moment at which clocks there show `wall` (a local time counted as if it were UTC). Of two such moments the
    /// earlier; a time that clocks leap over is that of the leap.
    Timestamp utc_of(Timestamp wall) const;

    /// What clocks there show at `moment`, counted as if it were UTC.
    Timestamp wall_of(Timestamp moment) const;

  private:
    struct Data;
    explicit Zone(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const Data> data_;  ///< null: UTC
};

}  // namespace attune
