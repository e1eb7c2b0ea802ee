#include "tables/table_roles.h"

#include "core/error.h"
#include "core/text.h"
#include "sources/feature_columns.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <algorithm>

namespace attune::tables {
namespace {

constexpr std::size_t most_names = 40;

std::string known_columns(const sources::Columns& columns) {
    std::string names;
    for (std::size_t c = 0; c < std::min(columns.size(), most_names); ++c) {
        const auto name = fit(sources::clean_text(columns.as_written(c)), 40);
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return columns.size() > most_names ? names + ", …" : names;
}

std::size_t find_column(const sources::Columns& columns, std::string_view name, const lab::SoundRoles& sounds,
                        const std::filesystem::path& file) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns.as_written(c) == name) return c;
    }
    const auto normal = sources::normal_name(name);
    if (const auto found = normal.empty() ? std::nullopt : columns.find({normal})) return *found;
    // A model names a feature as its own table did: "tempo" is "BPM" elsewhere.
    const auto sound = sounds.find(std::string(name));
    for (const auto& [audio, column] : sources::FeatureColumns(columns).found()) {
        if (sound != sounds.end() && audio == sound->second) return column;
    }
    fail(ErrorCode::not_found, "{} has no column '{}'; there are: {}", file.string(), name,
         known_columns(columns));
}

void find_facts(const sources::Columns& columns, TableRoles& roles) {
    if (!roles.genre) {
        roles.genre = columns.find({"genre", "genres", "trackgenre", "trackgenres", "playlistgenre",
                                    "maingenre", "topgenre", "artistgenres", "artistgenre"});
    }
    roles.year =
        columns.find({"releasedate", "trackalbumreleasedate", "albumreleasedate", "year", "releaseyear"});
    roles.is_explicit = columns.find({"explicit", "isexplicit"});
    for (auto* const fact : {&roles.genre, &roles.year, &roles.is_explicit}) {
        if (*fact && (*fact == roles.target || *fact == roles.group)) fact->reset();
    }
}

void add_default_features(const sources::Columns& columns, TableRoles& roles) {
    for (const auto& [audio, index] : sources::FeatureColumns(columns).found()) {
        if (index != roles.label && index != roles.group && index != roles.target)
            roles.features.push_back(index);
    }
}

}  // namespace

TableRoles find_roles(const sources::Columns& columns, const TableColumns& wanted,
                      const std::filesystem::path& file) {
    TableRoles roles;
    const auto named = [&](const std::string& name) {
        return name.empty() ? std::nullopt : std::optional(find_column(columns, name, wanted.sounds, file));
    };
    roles.target = named(wanted.target);
    (roles.target ? roles.genre : roles.label) = named(wanted.label);
    roles.group = named(wanted.group);
    const auto is_taken = [&](std::optional<std::size_t> c) { return c == roles.label || c == roles.target; };
    roles.id = columns.find({"trackid", "spotifyid", "trackuri", "spotifyuri", "uri", "id"});
    if (is_taken(roles.id) || roles.id == roles.group) roles.id.reset();
    const sources::TrackColumns names(columns);
    roles.title = is_taken(names.title) ? std::nullopt : names.title;
    roles.artist = is_taken(names.artist) ? std::nullopt : names.artist;
    if (roles.target) find_facts(columns, roles);
    for (const auto& name : wanted.features) {
        if (name == "audio")
            add_default_features(columns, roles);
        else
            roles.features.push_back(find_column(columns, name, wanted.sounds, file));
    }
    if (!wanted.features.empty()) return roles;
    add_default_features(columns, roles);
    if (roles.features.empty())
        fail(ErrorCode::not_found,
             "{} has no column of audio features; name features with --features, of: {}", file.string(),
             known_columns(columns));
    for (const auto& fact : {roles.year, roles.genre, roles.is_explicit}) {
        if (fact) roles.features.push_back(*fact);
    }
    return roles;
}

std::optional<library::AudioFeature> audio_feature_of(const sources::Columns& columns, std::size_t column) {
    for (const auto& [audio, index] : sources::FeatureColumns(columns).found()) {
        if (index == column) return audio;
    }
    return std::nullopt;
}

std::string reason_not_used(const SeenColumn& column) {
    const auto kind = column.kind();
    if (kind == ColumnKind::empty) return "empty";
    if (column.n_distinct() == 1) return "the same everywhere";
    if (kind == ColumnKind::number) return "a number that is no audio feature by its name";
    return kind == ColumnKind::id ? "ids or free text: nearly every value is another"
                                  : "a text that is no feature by its name, and may give the answer away";
}

}  // namespace attune::tables
