#include "engine/picks/lists.h"
#include "engine/playlists/build.h"
#include "engine/playlists/doctor.h"
#include "engine/playlists/shared_tastes.h"
#include "engine/playlists/versions.h"
#include "web/answers.h"

namespace attune::web {
namespace {

Response list(Call& call) { return reading(call, engine::list_playlists); }

Response make(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::make_playlist(workspace, call.needed_text("name"), call.texts("tracks"));
    });
}

Response show(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::playlist_profile(workspace, call.path("playlist"));
    });
}

Response versions(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::playlist_versions(workspace, call.path("playlist"));
    });
}

Response restore(Call& call) {
    const auto version = static_cast<int>(call.number("version", 1, 1'000'000, 1));
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::restore_playlist(workspace, call.path("playlist"), version);
    });
}

Response decide(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::decide_on_track(workspace, call.path("playlist"), call.needed_text("track"),
                                       call.flag("keep", true));
    });
}

Response examine(Call& call) {
    engine::DoctorOptions options;
    options.names = call.texts("playlists");
    options.doubtful = call.flag("doubtful");
    options.move = call.flag("move");
    options.apply = call.flag("apply");
    const auto work = [&](engine::Workspace& workspace) {
        return engine::examine_playlists(workspace, options);
    };
    return options.apply ? changing(call, work) : reading(call, work);
}

Response build(Call& call) {
    engine::BuildWishes wishes;
    wishes.genres = call.texts("genres");
    wishes.moods = call.texts("moods");
    wishes.like = call.texts("like");
    wishes.cluster = call.number("cluster", 0, 1000, 0);
    engine::PickOptions options;
    options.count = call.number("count", 1, 1000, options.count);
    options.max_per_artist = call.number("max_per_artist", 1, 1000, options.max_per_artist);
    options.from = call.text("from", options.from);
    options.name = call.text("name");
    options.apply = call.flag("apply");
    const auto work = [&](engine::Workspace& workspace) {
        return engine::build_playlist(workspace, wishes, options);
    };
    return options.apply ? changing(call, work) : reading(call, work);
}

Response undo(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::undo_playlists(workspace, call.text("playlist"));
    });
}

Response people(Call& call) {
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::shared_tastes(workspace, call.path("playlist"));
    });
}

Response tastes(Call& call) {
    return reading(call, [](engine::Workspace& workspace) { return engine::shared_tastes(workspace, ""); });
}

Response rename(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        return engine::rename_contributor(workspace, call.needed_text("from"), call.needed_text("to"));
    });
}

}  // namespace

std::vector<Route> playlist_routes() {
    return {
        {.method = "GET",
         .path = "/playlists",
         .stamp = Stamp::library,
         .of = engine::Of::playlists,
         .summary = "the playlists that hold tracks",
         .shape = &shapes::type_of<shapes::Playlists>,
         .answer = list},
        {.method = "POST",
         .path = "/playlists",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "makes a playlist of chosen tracks",
         .body = {{"name", "string", "what to call it", true},
                  {"tracks", "strings", "the tracks, in order", true}},
         .shape = &shapes::type_of<shapes::MadePlaylist>,
         .answer = make},
        {.method = "POST",
         .path = "/playlists/doctor",
         .lane = Lane::slow,
         .right = Right::session,
         .summary = "what does not belong on playlists, and why",
         .body = {{"playlists", "strings", "which; none: all"},
                  {"doubtful", "boolean", "change doubtful tracks too"},
                  {"move", "boolean", "move what would sit better elsewhere"},
                  {"apply", "boolean", "make the changes, which are only shown otherwise"}},
         .shape = &shapes::type_of<shapes::Doctor>,
         .answer = examine},
        {.method = "POST",
         .path = "/playlists/build",
         .lane = Lane::slow,
         .right = Right::session,
         .summary = "a new playlist from wishes",
         .body = {{"genres", "strings", "any of these"},
                  {"moods", "strings", "words that /search knows, all of them"},
                  {"like", "strings", "tracks or artists"},
                  {"cluster", "integer", "0: any"},
                  {"count", "integer", "how many tracks"},
                  {"max_per_artist", "integer", "tracks of one artist"},
                  {"from", "string", "mine, new or all"},
                  {"name", "string", "what to call it"},
                  {"apply", "boolean", "write it, which is only shown otherwise"}},
         .shape = &shapes::type_of<shapes::BuiltPlaylist>,
         .answer = build},
        {.method = "POST",
         .path = "/playlists/undo",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "takes the last change back",
         .body = {{"playlist", "string", "of this one; empty: of any"}},
         .shape = &shapes::type_of<shapes::UndonePlaylists>,
         .answer = undo},
        {.method = "GET",
         .path = "/people/tastes",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::playlists,
         .summary = "what those who added to playlists like, and how that overlaps",
         .shape = &shapes::type_of<shapes::Tastes>,
         .answer = tastes},
        {.method = "POST",
         .path = "/people/tastes/rename",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "what to call one of them",
         .body = {{"from", "string", "as they are called now", true}, {"to", "string", "from now on", true}},
         .shape = &shapes::type_of<shapes::Tastes>,
         .answer = rename},
        {.method = "GET",
         .path = "/playlists/{playlist}/people",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::playlists,
         .summary = "the same of one playlist",
         .shape = &shapes::type_of<shapes::Tastes>,
         .answer = people},
        {.method = "GET",
         .path = "/playlists/{playlist}",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community | engine::Of::listens | engine::Of::playlists,
         .summary = "what is on it and what it is like",
         .shape = &shapes::type_of<shapes::PlaylistDetail>,
         .answer = show},
        {.method = "GET",
         .path = "/playlists/{playlist}/versions",
         .stamp = Stamp::library,
         .of = engine::Of::playlists,
         .summary = "its versions",
         .shape = &shapes::type_of<shapes::PlaylistVersions>,
         .answer = versions},
        {.method = "POST",
         .path = "/playlists/{playlist}/restore",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "brings back a version",
         .body = {{"version", "integer", "its number"}},
         .shape = &shapes::type_of<shapes::RestoredPlaylist>,
         .answer = restore},
        {.method = "POST",
         .path = "/playlists/{playlist}/decisions",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "that a track stays, or is to go",
         .body = {{"track", "string", "which", true}, {"keep", "boolean", "false: it is to go"}},
         .shape = &shapes::type_of<shapes::PlaylistDecision>,
         .answer = decide},
    };
}

}  // namespace attune::web
