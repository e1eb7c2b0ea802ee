#include "core/error.h"
#include "core/hash.h"
#include "core/parse_all.h"
#include "core/text.h"
#include "web/answers.h"

#include <fmt/format.h>

namespace attune::web {
namespace {

constexpr std::size_t most_ids = 1000;

Response points(Call& call) {
    const auto scope = call.text("scope", "all");
    require(scope == "all" || scope == "mine", "'scope' must be all or mine, got '{}'", scope);
    const auto list = call.text("columns", "energy,valence,genre");
    const auto parts = split(list, ",");
    const std::vector<std::string> columns(parts.begin(), parts.end());
    Response response;
    response.type = "application/octet-stream";
    const auto points = call.service.points(call);
    const auto workspace = call.lend();
    response.body = Body::of(points.table->points(*workspace, columns, scope == "mine"));
    // One state of the library has one order of points.
    response.headers.emplace_back("ETag", fmt::format("\"{:016x}-{}\"", stable_hash(points.stamp), scope));
    return response;
}

Response tracks(Call& call) {
    const auto table = call.service.points(call).table;
    if (const auto text = call.text("text"); !text.empty())
        return shape_response(table->find(text, call.number("count", 1, 1000, 20)));
    std::vector<std::int64_t> ids;
    const auto list = call.needed_text("ids");
    for (const auto word : split(list, ",")) {
        const auto id = parse_all<std::int64_t>(word);
        require(id.has_value(), "'ids' are numbers with commas, got '{}'", word);
        ids.push_back(*id);
    }
    require(ids.size() <= most_ids, "at most {} ids at once, got {}", most_ids, ids.size());
    return shape_response(table->tracks(ids));
}

}  // namespace

std::vector<Route> explore_routes() {
    return {
        {.method = "GET",
         .path = "/explore",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::explore_depends_on,
         .summary = "all tracks as points: columns of numbers, binary",
         .query = {{"columns", "string", "up to four names, with commas"},
                   {"scope", "string", "all or mine"}},
         .media = "application/octet-stream",
         .answer = points},
        {.method = "GET",
         .path = "/tracks",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::explore_depends_on,
         .summary = "what there is to show of tracks",
         .query = {{"ids", "string", "numbers, with commas"},
                   {"text", "string", "words of artist and title, instead of ids"},
                   {"count", "integer", "how many, by text"}},
         .shape = &shapes::type_of<shapes::TrackDetails>,
         .answer = tracks},
    };
}

}  // namespace attune::web
