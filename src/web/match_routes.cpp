#include "engine/upkeep/matches.h"
#include "web/answers.h"

namespace attune::web {
namespace {

Response list(Call& call) {
    const auto count = call.number("count", 1, 10'000, 50);
    return reading(call, [&](engine::Workspace& workspace) { return engine::matches(workspace, count); });
}

Response join(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::join_tracks(workspace, call.needed_text("track"), call.needed_text("into"));
    });
}

Response separate(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::separate_match(workspace, call.needed_text("match"));
    });
}

Response keep(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::keep_match(workspace, call.needed_text("match"));
    });
}

Response undo(Call& call) {
    const auto number = static_cast<std::int64_t>(call.number("correction", 0, 1'000'000'000, 0));
    return changing(call,
                    [&](engine::Workspace& workspace) { return engine::undo_correction(workspace, number); });
}

}  // namespace

std::vector<Route> match_routes() {
    return {
        {.method = "GET",
         .path = "/matches",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::listens,
         .summary =
             "played tracks without a known sound and what they may be, matches in doubt, corrections so far",
         .query = {{"count", "integer", "how many of each"}},
         .shape = &shapes::type_of<shapes::Matches>,
         .answer = list},
        {.method = "POST",
         .path = "/matches/join",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "two tracks are one recording",
         .body = {{"track", "string", "the one that goes", true},
                  {"into", "string", "the one that stays", true}},
         .shape = &shapes::type_of<shapes::Correction>,
         .answer = join},
        {.method = "POST",
         .path = "/matches/separate",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "an id was taken for the wrong track",
         .body = {{"match", "string", "as /matches has it: spotify:<id>", true}},
         .shape = &shapes::type_of<shapes::Correction>,
         .answer = separate},
        {.method = "POST",
         .path = "/matches/keep",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "a match is right, or a track is like no other",
         .body = {{"match", "string", "as /matches has it: spotify:<id>, or track:12", true}},
         .shape = &shapes::type_of<shapes::Correction>,
         .answer = keep},
        {.method = "POST",
         .path = "/matches/undo",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "takes a correction back",
         .body = {{"correction", "integer", "its number; 0: the last in force"}},
         .shape = &shapes::type_of<shapes::Correction>,
         .answer = undo},
    };
}

}  // namespace attune::web
