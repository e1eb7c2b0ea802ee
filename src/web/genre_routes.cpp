#include "engine/find/similar.h"
#include "engine/find/word_search.h"
#include "engine/genres/genres.h"
#include "web/answers.h"

namespace attune::web {
namespace {

Response list(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::list_genres(workspace, call.text("branch"), call.number("count", 1, 100'000, 100));
    });
}

Response tree(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::genre_tree(workspace, call.number("count", 1, 1000, 6));
    });
}

Response explain(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::explain_genre(workspace, call.needed_text("genre"));
    });
}

Response map(Call& call) {
    engine::GenreMapRequest request;
    request.by = call.text("by", request.by);
    request.groups = call.number("groups", 1, 1000, request.groups);
    return reading(call,
                   [&](engine::Workspace& workspace) { return engine::map_genres(workspace, request); });
}

Response similar(Call& call) {
    engine::SimilarOptions options;
    options.count = call.number("count", 1, 1000, options.count);
    options.max_per_artist = call.number("max_per_artist", 1, 1000, options.max_per_artist);
    options.by = call.text("by");
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::similar(workspace, call.needed_text("name"), options);
    });
}

Response search(Call& call) {
    engine::WordSearchOptions options;
    options.count = call.number("count", 1, 1000, options.count);
    options.max_per_artist = call.number("max_per_artist", 1, 1000, options.max_per_artist);
    options.artists = call.flag("artists");
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::search_by_words(workspace, call.needed_text("words"), options);
    });
}

}  // namespace

std::vector<Route> genre_routes() {
    return {
        {.method = "GET",
         .path = "/genres",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community,
         .summary = "the genres by their number of artists",
         .query = {{"branch", "string", "only of this one"}, {"count", "integer", "how many"}},
         .shape = &shapes::type_of<shapes::Genres>,
         .answer = list},
        {.method = "GET",
         .path = "/genres/tree",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community,
         .summary = "roots, branches and their genres",
         .query = {{"count", "integer", "genres of a branch"}},
         .shape = &shapes::type_of<shapes::GenreTree>,
         .answer = tree},
        {.method = "GET",
         .path = "/genres/explain",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community,
         .summary = "where a genre belongs, and why",
         .query = {{"genre", "string", "its name", true}},
         .shape = &shapes::type_of<shapes::GenreExplained>,
         .answer = explain},
        {.method = "GET",
         .path = "/genres/map",
         .lane = Lane::slow,
         .stamp = Stamp::library_after,
         .of = engine::Of::community | engine::Of::listens,
         .summary = "the map of genres, and how much of it the person plays",
         .query = {{"by", "string", "hierarchical, kmeans, spectral or affinity"},
                   {"groups", "integer", "how many"}},
         .shape = &shapes::type_of<shapes::GenreMap>,
         .answer = map},
        {.method = "GET",
         .path = "/similar",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community,
         .summary = "what is like an artist, a track or a tag",
         .query = {{"name", "string", "of which", true},
                   {"count", "integer", "how many"},
                   {"by", "string", "tags, sound or listeners; empty: all"},
                   {"max_per_artist", "integer", "tracks of one artist"}},
         .shape = &shapes::type_of<shapes::Similar>,
         .answer = similar},
        {.method = "GET",
         .path = "/search",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community,
         .summary = "tracks that fit words",
         .query = {{"words", "string", "dreamy shoegaze from the 90s", true},
                   {"count", "integer", "how many"},
                   {"artists", "boolean", "artists instead"},
                   {"max_per_artist", "integer", "tracks of one artist"}},
         .shape = &shapes::type_of<shapes::WordSearch>,
         .answer = search},
    };
}

}  // namespace attune::web
