#include "engine/find/similar.h"

#include "core/error.h"
#include "engine/library/listeners.h"
#include "engine/library/names.h"
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
        if (entry.first_track) artist.first_track = shapes::track_of(collection.tracks[*entry.first_track]);
        found.push_back(std::move(artist));
    }
    return found;
}

/// The tags nearest to one, and who and what is called so.
void find_like_tag(const library::Collection& collection, const similarity::TagSpace& space,
                   const Named& about, const SimilarOptions& options, const Task& task,
                   shapes::Similar& things) {
    const auto tag = about.index;
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
    meaning.words = meaning.as = about.name;
    meaning.tags = {tag};
    query.understood.push_back(meaning);
    for (const auto& entry : similarity::find_artists(collection, space, query, options.count, task)) {
        things.artists.push_back({collection.artists[entry.artist].name, entry.score,
                                  shapes::found_reasons(entry.reasons, &similarity::WordReason::fit),
                                  shapes::track_of(collection.tracks[entry.best_track])});
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

shapes::Similar similar(Workspace& workspace, std::string_view name, const SimilarOptions& options) {
    require(options.count >= 1 && options.count <= 1000, "count must be in [1, 1000], got {}", options.count);
    views_of(options.by, Named::Kind::artist);  // complains before the library is read
    Snapshot snapshot(workspace);
    const auto& collection = snapshot.collection();
    const auto about = find_named(workspace, *snapshot.collected(), *snapshot.tag_table(), name);
    shapes::Similar things;
    things.about = {std::string(to_string(about.kind)), about.name};
    if (!options.by.empty()) things.by = options.by;
    require(about.kind != Named::Kind::tag || options.by.empty() || options.by == "tags",
            "a tag can be compared by tags alone, got '{}'", options.by);
    require(about.kind != Named::Kind::track || options.by != "listeners",
            "a track can be compared by tags or sound, its artist also by listeners");
    const Views views = views_of(options.by, about.kind);
    const auto tags = views.tags > 0 ? snapshot.tags() : nullptr;
    const bool needs_sound = views.sound > 0 && about.kind != Named::Kind::tag;
    const auto sound = needs_sound ? snapshot.sound() : nullptr;
    const similarity::Likeness likeness(collection, tags.get(), sound.get());
    switch (about.kind) {
        case Named::Kind::artist: {
            const auto together =
                views.listeners > 0 ? played_together(snapshot, about.index) : std::vector<float>();
            things.artists =
                found_artists(collection, likeness.artists(about.index, views, together, options.count));
            break;
        }
        case Named::Kind::track:
            for (const auto& entry :
                 likeness.tracks(about.index, views, options.count, options.max_per_artist)) {
                things.tracks.push_back(
                    shapes::make_found(collection.tracks[entry.track], entry.score,
                                       shapes::found_reasons(entry.reasons, &similarity::LikeReason::share)));
            }
            break;
        case Named::Kind::tag:
            find_like_tag(collection, *tags, about, options, workspace.task, things);
            break;
    }
    if (things.tags.empty() && things.artists.empty() && things.tracks.empty())
        fail_incomparable(about, options.by);
    return things;
}

}  // namespace attune::engine
