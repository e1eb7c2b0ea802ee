#include "core/error.h"
#include "engine/library/find_track.h"
#include "engine/picks/discover.h"
#include "engine/picks/labels.h"
#include "engine/picks/lists.h"
#include "engine/playlists/export.h"
#include "web/answers.h"

namespace attune::web {
namespace {

const std::vector<Field>& dials() {
    static const std::vector<Field> fields{
        {"count", "integer", "how many picks, 1 to 1000"},
        {"familiarity", "number", "0: only artists that are new to me; 1: more from my artists"},
        {"popularity", "number", "0: deep cuts; 1: what everybody knows"},
        {"diversity", "number", "0: the best scores alone; 1: my genre mix, one track an artist"},
        {"max_per_artist", "integer", "tracks of one artist in the list"},
        {"include_genres", "strings", "only these genres; in an address divided by |, like the next three"},
        {"exclude_genres", "strings", "none of these genres"},
        {"include_artists", "strings", "only these artists"},
        {"exclude_artists", "strings", "none of these artists"},
    };
    return fields;
}

engine::DiscoverOptions options_of(const Call& call) {
    engine::DiscoverOptions options;
    options.count = call.number("count", 1, 1000, options.count);
    options.dials.familiarity = call.real("familiarity", 0, 1, options.dials.familiarity);
    options.dials.popularity = call.real("popularity", 0, 1, options.dials.popularity);
    options.dials.diversity = call.real("diversity", 0, 1, options.dials.diversity);
    options.max_per_artist = call.number("max_per_artist", 1, 1000, options.max_per_artist);
    options.wishes.include_genres = call.texts("include_genres");
    options.wishes.exclude_genres = call.texts("exclude_genres");
    options.wishes.include_artists = call.texts("include_artists");
    options.wishes.exclude_artists = call.texts("exclude_artists");
    return options;
}

Response preview(Call& call) {
    auto options = options_of(call);
    options.keep = false;
    return reading(call, [&](engine::Workspace& workspace) { return engine::discover(workspace, options); });
}

Response discover(Call& call) {
    auto options = options_of(call);
    options.keep = !call.flag("preview");
    if (!options.keep) return preview(call);
    return changing(call, [&](engine::Workspace& workspace) { return engine::discover(workspace, options); });
}

Response picks(Call& call) {
    const auto cycle = static_cast<int>(call.number("cycle", 0, 1'000'000, 0));
    return reading(call, [&](engine::Workspace& workspace) { return engine::kept_picks(workspace, cycle); });
}

Response new_artists(Call& call) {
    const auto count = call.number("count", 1, 1000, 30);
    return reading(call,
                   [&](engine::Workspace& workspace) { return engine::discover_artists(workspace, count); });
}

Response labels(Call& call) { return reading(call, engine::labels); }

using Labelled = std::variant<shapes::ChangedLabel, shapes::BlockedArtist>;

Response label(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) -> Labelled {
        const auto artist = call.text("artist");
        if (artist.empty())
            return engine::label_track(workspace, call.needed_text("track"), call.needed_text("label"));
        return engine::block_artist(workspace, artist, call.flag("blocked", true));
    });
}

/// Plain letters of a name, for the name of a file.
std::string file_name(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        plain += is_plain || c == '-' ? c : '_';
    }
    return plain.empty() ? "attune" : plain;
}

Response export_file(Call& call) {
    const auto workspace = call.lend();
    engine::ExportOptions options;
    options.what = call.text("what", "picks");
    options.format = call.needed_text("format");
    options.cycle = static_cast<int>(call.number("cycle", 0, 1'000'000, 0));
    auto result = engine::export_list(*workspace, options);
    std::string extension;
    for (const auto& format : engine::export_formats().formats) {
        if (format.name == result.format) extension = format.extension;
    }
    if (!extension.starts_with('.')) extension = "." + extension;
    Response response;
    response.type = "application/octet-stream";
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}{}\"",
                                                                     file_name(result.name), extension));
    response.body = Body::of(std::move(result.content));
    return response;
}

Response formats(Call&) { return shape_response(engine::export_formats()); }

}  // namespace

std::vector<Route> picks_routes() {
    auto kept = dials();
    kept.push_back({"preview", "boolean", "only show: nothing is kept"});
    return {
        {.method = "POST",
         .path = "/discover",
         .lane = Lane::slow,
         .right = Right::session,
         .summary = "finds tracks that are new, with reasons: the picks",
         .body = kept,
         .shape = &shapes::type_of<shapes::Discovery>,
         .answer = discover},
        {.method = "GET",
         .path = "/discover",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .summary = "the same, only shown: what turning the dials would give",
         .query = dials(),
         .shape = &shapes::type_of<shapes::Discovery>,
         .answer = preview},
        {.method = "GET",
         .path = "/picks",
         .stamp = Stamp::library,
         .of = engine::Of::labels | engine::Of::runs,
         .summary = "the picks of a cycle with their labels",
         .query = {{"cycle", "integer", "0: the last"}},
         .shape = &shapes::type_of<shapes::Picks>,
         .answer = picks},
        {.method = "GET",
         .path = "/new-artists",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::community | engine::Of::listens | engine::Of::playlists | engine::Of::labels,
         .summary = "artists that are new, by what other listeners play",
         .query = {{"count", "integer", "how many"}},
         .shape = &shapes::type_of<shapes::ArtistPicks>,
         .answer = new_artists},
        {.method = "GET",
         .path = "/labels",
         .stamp = Stamp::library,
         .of = engine::Of::labels,
         .summary = "what was said of tracks and artists",
         .shape = &shapes::type_of<shapes::Labels>,
         .answer = labels},
        {.method = "POST",
         .path = "/labels",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "says what the person thinks of a track, or blocks an artist",
         .body = {{"track", "string", "id, Spotify URI or URL, \"Artist - Title\""},
                  {"label", "string", "like, dislike, skip or clear"},
                  {"artist", "string", "instead of a track"},
                  {"blocked", "boolean", "of an artist"}},
         .shape = &shapes::type_of<Labelled>,
         .answer = label},
        {.method = "GET",
         .path = "/export",
         .summary = "a list of tracks as a file",
         .query = {{"what", "string", "picks, liked, disliked or the name of a playlist"},
                   {"format", "string", "one of /export/formats", true},
                   {"cycle", "integer", "of the picks; 0: the last"}},
         .media = "application/octet-stream",
         .answer = export_file},
        {.method = "GET",
         .path = "/export/formats",
         .summary = "the formats of files",
         .shape = &shapes::type_of<shapes::ExportFormats>,
         .answer = formats},
    };
}

}  // namespace attune::web
