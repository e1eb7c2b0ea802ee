#include "engine/library/names.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/find_track.h"
#include "engine/library/own_sound.h"
#include "genres/genre_name.h"
#include "similarity/spelling.h"

#include <optional>
#include <vector>

namespace attune::engine {
namespace {

constexpr std::string_view artist_prefix = "artist:";
constexpr std::string_view tag_prefix = "tag:";
constexpr std::size_t most_spellings = 5;

std::optional<Named> artist_named(Workspace& workspace, const Collected& collected, std::string_view text) {
    const auto id = workspace.store->find_artist(text);
    if (!id) return std::nullopt;
    const auto found = collected.artist_index.find(*id);
    if (found == collected.artist_index.end()) return std::nullopt;
    return Named{Named::Kind::artist, found->second, collected.collection.artists[found->second].name};
}

std::optional<Named> tag_named(const similarity::TagTable& tags, std::string_view text) {
    const auto tag = tags.find(genres::canonical_genre(text));
    if (!tag) return std::nullopt;
    return Named{Named::Kind::tag, *tag, tags.names[*tag]};
}

/// The track, or nothing if there is none. @throws Error{conflict}
std::optional<Named> track_named(Workspace& workspace, const Collected& collected, std::string_view text) {
    try {
        const auto row = find_track(workspace, text);
        return Named{Named::Kind::track, index_of(collected, row.id),
                     fmt::format("{} - {}", row.artist_name, row.track_name)};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::not_found) return std::nullopt;
        throw;
    }
}

[[noreturn]] void fail_unknown(const Collected& collected, const similarity::TagTable& tags,
                               std::string_view text) {
    std::vector<std::string> names = tags.names;
    for (const auto& artist : collected.collection.artists) names.push_back(artist.name);
    std::string near;
    for (const auto& name : similarity::nearest_spellings(text, names, most_spellings))
        near += (near.empty() ? "; near it are: " : ", ") + name;
    fail(ErrorCode::not_found, "no artist, track or tag '{}' in this library{}", text,
         near.empty() ? "; write a track as \"Artist - Title\"" : near);
}

}  // namespace

std::string_view to_string(Named::Kind kind) noexcept {
    switch (kind) {
        case Named::Kind::artist: return "artist";
        case Named::Kind::track: return "track";
        case Named::Kind::tag: return "tag";
    }
    return "";
}

Named find_named(Workspace& workspace, const Collected& collected, const similarity::TagTable& tags,
                 std::string_view name) {
    const auto text = trim(name);
    require(!text.empty(), "name an artist, a track (\"Artist - Title\", an id, a Spotify URI) or a tag");
    std::optional<Named> found;
    if (const auto file = track_of_file(workspace, text)) {
        const auto row = workspace.store->track(*file).value();
        found = Named{Named::Kind::track, index_of(collected, *file),
                      fmt::format("{} - {}", row.artist_name, row.track_name)};
    } else if (text.starts_with(artist_prefix)) {
        found = artist_named(workspace, collected, trim(text.substr(artist_prefix.size())));
    } else if (text.starts_with(tag_prefix)) {
        found = tag_named(tags, trim(text.substr(tag_prefix.size())));
    } else {
        found = artist_named(workspace, collected, text);
        const auto tag = tag_named(tags, text);
        if (found && tag && tags.is_genre[tag->index])
            fail(ErrorCode::conflict, "'{}' can mean an artist and a tag; say which:\n  {}{}\n  {}{}", text,
                 artist_prefix, found->name, tag_prefix, tag->name);
        if (!found) found = tag;
        if (!found) found = track_named(workspace, collected, text);
    }
    if (found) return *found;
    fail_unknown(collected, tags, text);
}

}  // namespace attune::engine
