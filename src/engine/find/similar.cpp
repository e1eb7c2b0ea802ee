#include "engine/find/similar.h"

#include "core/error.h"
#include "core/json.h"
#include "engine/library/listeners.h"
#include "engine/library/snapshot.h"
#include "similarity/similar.h"
#include "similarity/word_search.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace attune::engine {
namespace {

using similarity::Views;

constexpr float few_artists = 10;

/// What each view counts. Words and listeners tell scenes apart, sound places within them.
constexpr Views track_views{0.6F, 0.4F, 0};
constexpr Views artist_views{0.5F, 0.1F, 0.4F};

Views views_of(const std::string& by, Named::Kind kind) {
    if (by.empty()) return kind == Named::Kind::track ? track_views : artist_views;
    if (by == "tags") return {1, 0, 0};
    if (by == "sound") return {0, 1, 0};
    if (by == "listeners") return {0, 0, 1};
    fail(ErrorCode::invalid_argument, "by must be tags, sound or listeners, got '{}'", by);
}

std::vector<shapes::FoundArtist> found_artists(const library::Collection& collection,
                                               const std::vector<similarity::SimilarArtist>& artists) {
    std::vector<shapes::FoundArtist> found;
    for (const auto& entry : artists) {
        shapes::FoundArtist artist{collection.artists[entry.artist].name,
                                   entry.score,
                                   shapes::found_reasons(entry.reasons, &similarity::LikeReason::share),
                                   {}};
        if (entry.first_track)
            artist.first_track.push_back(shapes::make_found(collection.tracks[*entry.first_track], 0));
        found.push_back(std::move(artist));
    }
    return found;
}

/// The tags nearest to one, and who and what is called so.
void find_like_tag(const library::Collection& collection, const similarity::TagSpace& space,
                   const SimilarOptions& options, const Task& task, SimilarThings& things) {
    const auto tag = things.about.index;
    auto likeness = space.tags_like(space.tag(tag));
    // Of two that are as near, the one that more artists are called; a word that hardly anybody used is near
    // to much by accident.
    for (similarity::TagIndex t = 0; t < likeness.size(); ++t) {
        const float n = space.n_artists(t);
        likeness[t] *= n / (n + few_artists);
    }
    std::vector<similarity::TagIndex> order(likeness.size());
    for (similarity::TagIndex t = 0; t < order.size(); ++t) order[t] = t;
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto t) { return likeness[t]; });
    for (const auto t : order) {
        if (things.tags.size() == options.count || !(likeness[t] > 0)) break;
        if (t != tag) things.tags.push_back({space.table().names[t], likeness[t]});
    }
    similarity::Query query;
    similarity::Meaning meaning;
    meaning.words = meaning.as = things.about.name;
    meaning.tags = {tag};
    query.understood.push_back(meaning);
    for (const auto& entry : similarity::find_artists(collection, space, query, options.count, task)) {
        things.artists.push_back({collection.artists[entry.artist].name,
                                  entry.score,
                                  shapes::found_reasons(entry.reasons, &similarity::WordReason::fit),
                                  {shapes::make_found(collection.tracks[entry.best_track], 0)}});
    }
    for (const auto& entry :
         similarity::find_tracks(collection, space, query, {options.count, options.max_per_artist}, task)) {
        things.tracks.push_back(
            shapes::make_found(collection.tracks[entry.track], entry.score,
                               shapes::found_reasons(entry.reasons, &similarity::WordReason::fit)));
    }
}

[[noreturn]] void fail_incomparable(const Named& about, const std::string& by) {
    if (by == "listeners")
        fail(ErrorCode::not_found, "nobody else's listening to '{}' is known in this library", about.name);
    fail(ErrorCode::not_found,
         "nothing is known of '{}' to compare it by{}; import a catalogue or genres, or analyze its file",
         about.name, by.empty() ? "" : " " + by);
}

}  // namespace

SimilarThings similar(Workspace& workspace, std::string_view name, const SimilarOptions& options) {
    require(options.count >= 1 && options.count <= 1000, "count must be in [1, 1000], got {}", options.count);
    views_of(options.by, Named::Kind::artist);  // complains before the library is read
    Snapshot snapshot(workspace);
    const auto& collection = snapshot.collection();
    SimilarThings things;
    things.about = find_named(workspace, *snapshot.collected(), *snapshot.tag_table(), name);
    things.by = options.by;
    require(things.about.kind != Named::Kind::tag || options.by.empty() || options.by == "tags",
            "a tag can be compared by tags alone, got '{}'", options.by);
    require(things.about.kind != Named::Kind::track || options.by != "listeners",
            "a track can be compared by tags or sound, its artist also by listeners");
    const Views views = views_of(options.by, things.about.kind);
    const auto tags = views.tags > 0 ? snapshot.tags() : nullptr;
    const bool needs_sound = views.sound > 0 && things.about.kind != Named::Kind::tag;
    const auto sound = needs_sound ? snapshot.sound() : nullptr;
    const similarity::Likeness likeness(collection, tags.get(), sound.get());
    switch (things.about.kind) {
        case Named::Kind::artist: {
            const auto together =
                views.listeners > 0 ? played_together(snapshot, things.about.index) : std::vector<float>();
            things.artists = found_artists(
                collection, likeness.artists(things.about.index, views, together, options.count));
            break;
        }
        case Named::Kind::track:
            for (const auto& entry :
                 likeness.tracks(things.about.index, views, options.count, options.max_per_artist)) {
                things.tracks.push_back(
                    shapes::make_found(collection.tracks[entry.track], entry.score,
                                       shapes::found_reasons(entry.reasons, &similarity::LikeReason::share)));
            }
            break;
        case Named::Kind::tag: find_like_tag(collection, *tags, options, workspace.task, things); break;
    }
    if (things.tags.empty() && things.artists.empty() && things.tracks.empty())
        fail_incomparable(things.about, options.by);
    return things;
}

Json to_json(const SimilarThings& things) {
    Json json{{"about", {{"kind", to_string(things.about.kind)}, {"name", things.about.name}}},
              {"by", things.by.empty() ? Json(nullptr) : Json(things.by)},
              {"tags", Json::array()},
              {"artists", Json::array()},
              {"tracks", Json::array()}};
    for (const auto& tag : things.tags) json["tags"].push_back({{"tag", tag.tag}, {"score", tag.score}});
    for (const auto& artist : things.artists) json["artists"].push_back(to_json(artist));
    for (const auto& track : things.tracks) json["tracks"].push_back(to_json(track));
    return json;
}

}  // namespace attune::engine
