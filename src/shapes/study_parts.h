#pragma once

#include "core/json_fwd.h"
#include "lab/numbers/distributions.h"
#include "lab/rows/figures.h"

#include <map>
#include <string>
#include <vector>

namespace attune::shapes {

// What both studies write alike.

inline Json interval_json(const lab::Interval& interval) {
    return Json::array({interval.low, interval.high});
}

/// {"random", "by_group", "random_interval", "by_group_interval"}
inline Json by_folds_json(const lab::ByFolds& figure) {
    const auto& by_group = figure.by_group;
    return {{"random", figure.random.value},
            {"by_group", by_group ? Json(by_group->value) : Json(nullptr)},
            {"random_interval", interval_json(figure.random)},
            {"by_group_interval", by_group ? interval_json(*by_group) : Json(nullptr)}};
}

inline Json track_name_json(const lab::TrackName& track) {
    return {{"id", track.id}, {"artist", track.artist}, {"title", track.title}};
}

inline Json columns_json(const std::vector<lab::ColumnUse>& columns) {
    Json json = Json::array();
    for (const auto& column : columns) {
        json.push_back({{"name", column.name}, {"use", column.use}});
        if (!column.reason.empty()) json.back()["reason"] = column.reason;
    }
    return json;
}

inline Json dropped_json(const std::map<std::string, std::size_t>& dropped) {
    Json json = Json::object();
    for (const auto& [reason, count] : dropped) json[reason] = count;
    return json;
}

inline Json drivers_json(const std::vector<lab::Driver>& drivers) {
    Json json = Json::array();
    for (const auto& driver : drivers) {
        json.push_back(
            {{"feature", driver.feature}, {"permutation", driver.permutation}, {"shap", driver.shap}});
    }
    return json;
}

}  // namespace attune::shapes
