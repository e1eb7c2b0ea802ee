#include "core/zone.h"

#include "core/error.h"

#include <date/tz.h>

#include <exception>
#include <utility>

namespace attune {

struct Zone::Data {
    std::string name;
    const date::time_zone* zone;  // of the database, which lives as long as the program
};

namespace {

using DateSeconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

const date::time_zone* zone_of_database(std::string_view name) {
    try {
        return name == "local" ? date::current_zone() : date::locate_zone(std::string(name));
    } catch (const std::exception&) {  // no such zone, or no database on this machine
        return nullptr;
    }
}

}  // namespace

Zone Zone::find(std::string_view name, bool& found) {
    found = name == "UTC" || name == "utc" || name == "Z";
    if (found || name.empty()) return {};
    const auto* const zone = zone_of_database(name);
    found = zone != nullptr;
    return found ? Zone(std::make_shared<const Data>(Data{zone->name(), zone})) : Zone();
}

Zone Zone::named(std::string_view name) {
    bool found = false;
    const Zone zone = find(name, found);
    if (!found)
        fail(ErrorCode::invalid_argument,
             "time zone must be one of the IANA database, as Europe/Berlin, America/New_York, UTC or local, "
             "got '{}'",
             name);
    return zone;
}

std::string_view Zone::name() const noexcept { return data_ ? std::string_view(data_->name) : "UTC"; }

Timestamp Zone::utc_of(Timestamp wall) const {
    if (!data_) return wall;
    const date::local_seconds local(wall.time_since_epoch());
    return Timestamp(data_->zone->to_sys(local, date::choose::earliest).time_since_epoch());
}

Timestamp Zone::wall_of(Timestamp moment) const {
    if (!data_) return moment;
    return Timestamp(data_->zone->to_local(DateSeconds(moment.time_since_epoch())).time_since_epoch());
}

}  // namespace attune
