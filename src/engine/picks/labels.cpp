#include "engine/picks/labels.h"

#include "core/error.h"
#include "engine/library/find_track.h"

#include <algorithm>

namespace attune::engine {
namespace {

using Word = std::optional<std::string>;

Word word_of(std::optional<library::LabelValue> value) {
    return value ? Word(library::to_string(*value)) : std::nullopt;
}

}  // namespace

shapes::ChangedLabel label_track(Workspace& workspace, std::string_view track, std::string_view word) {
    const auto value = library::parse_label(word);
    require(value.has_value() || word == "clear", "a label is one of like, dislike, skip, clear; got '{}'",
            word);
    const auto found = find_track(workspace, track);
    const auto person = workspace.ensure_person();
    const auto labels = workspace.store->labels(person);
    const auto before = std::ranges::find(labels, found.id, &store::LabelRow::track);
    shapes::ChangedLabel changed{{shapes::track_of(found), word_of(value)},
                                 before == labels.end() ? std::nullopt : word_of(before->value)};
    workspace.store->set_label(person, found.id, value, "command", workspace.now);
    return changed;
}

shapes::BlockedArtist block_artist(Workspace& workspace, std::string_view artist_name, bool blocked) {
    const auto artist = workspace.store->find_artist(artist_name);
    if (!artist) fail(ErrorCode::not_found, "no artist '{}' in this library", artist_name);
    workspace.store->set_artist_blocked(workspace.person_id(), *artist, blocked, workspace.now);
    const auto row = workspace.store->artist(*artist);
    return {row ? row->name : std::string(artist_name), blocked};
}

}  // namespace attune::engine
