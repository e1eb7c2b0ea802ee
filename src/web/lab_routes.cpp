#include "core/error.h"
#include "engine/lab/compare.h"
#include "engine/lab/genre_guess.h"
#include "engine/lab/predict.h"
#include "engine/lab/study_shelf.h"
#include "engine/lab/tables.h"
#include "engine/library/workspace.h"
#include "files/file.h"
#include "web/answers.h"

#include <chrono>
#include <optional>

namespace attune::web {
namespace {

/// The table that is made of the library when a study of it begins.
constexpr std::string_view library_table = "library";

engine::StudyShelf studies_of(const Call& call) { return engine::StudyShelf(call.library().directory); }

Response keep_table(Call& call) {
    auto& service = call.service;
    const auto name = call.file_name();
    require(!call.request.file.empty(), "the body is the table, and it is empty");
    auto table = std::make_shared<KeptTable>();
    table->name = name;
    table->file = service.new_upload_folder() / name;
    std::filesystem::rename(call.request.file, table->file);
    call.request.file.clear();
    table->about = engine::describe_table(table->file, {});
    return shape_response(service.lab_tables().keep(std::move(table))->shape());
}

/// What a study of the library could be about; nothing if there is no library, or none whose sound is known.
std::optional<shapes::LabTable> library_as_table(Call& call) {
    std::size_t n_tracks = 0;
    try {
        n_tracks = call.service.points(call).table->n_heard();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
    }
    if (n_tracks == 0) return std::nullopt;
    return shapes::LabTable{
        std::string(library_table),
        "the tracks of this library",
        {n_tracks, {}, {"branch", "genre"}, {"popularity", "plays"}, {"artist", "album"}}};
}

Response tables(Call& call) {
    shapes::LabTables list{call.service.lab_tables().list()};
    if (auto library = library_as_table(call)) list.tables.insert(list.tables.begin(), std::move(*library));
    return shape_response(list);
}

Response forget_table(Call& call) {
    call.service.lab_tables().forget(call.path("table"));
    return tables(call);
}

/// Where the report of a study is to be had.
Json with_address(const shapes::KeptStudy& study) {
    Json json = *study.json;
    json["report"] = fmt::format("{}/lab/studies/{}/report", api_prefix, json["id"].get<std::string>());
    return json;
}

/// The table of a study, as a file: one that came in, or the library written down.
std::shared_ptr<const KeptTable> table_of(Service& service, const std::string& id, const LibraryRef& library,
                                          const Task& task) {
    if (id != library_table) return service.lab_tables().find(id);
    const auto workspace = service.library().lend(library);
    workspace->task = task;
    auto table = std::make_shared<KeptTable>();
    table->name = workspace->notice.empty() ? "library" : "library (simulated)";
    table->file = service.new_upload_folder() / (table->name + ".csv");
    engine::write_library_table(*workspace, table->file);
    return table;
}

JobOutcome study(Service& service, engine::KeptStudyRequest request, const std::string& table_id,
                 const LibraryRef& library, const Task& task) {
    const auto table = table_of(service, table_id, library, task);
    request.table = table->file;
    request.table_name = table->name;
    Json made = with_address(engine::StudyShelf(library.directory).make(request, task));
    const auto id = made["id"].get<std::string>();
    return {std::move(made), shapes::Undo{"DELETE", fmt::format("{}/lab/studies/{}", api_prefix, id),
                                          std::nullopt, "delete this study"}};
}

Response start_study(Call& call) {
    auto& service = call.service;
    engine::KeptStudyRequest request;
    auto& what = request.what;
    what.study = call.needed_text("study");
    (what.study == "popularity" ? what.target : what.label) = call.text("answer");
    what.group = call.text("group");
    what.features = call.texts("features");
    what.models = call.texts("models");
    what.seed = service.options().library.seed;
    what.threads = service.options().library.threads;
    what.checked();  // now, rather than when the job begins
    request.at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto table = call.needed_text("table");
    if (table != library_table) service.lab_tables().find(table);
    return service.start("lab", [&service, request, table, library = call.library()](const Task& task) {
        return study(service, request, table, library, task);
    });
}

Response studies(Call& call) { return shape_response(studies_of(call).list()); }

Response show(Call& call) { return json_response(with_address(studies_of(call).show(call.path("study")))); }

Response report(Call& call) {
    Response response;
    response.type = "text/html; charset=utf-8";
    response.is_document = true;
    response.body = Body::of(files::read_file(studies_of(call).folder(call.path("study")) / "report.html"));
    return response;
}

Response forget(Call& call) {
    studies_of(call).forget(call.path("study"));
    return studies(call);
}

Response compare(Call& call) {
    const auto shelf = studies_of(call);
    const auto file = [&](std::string_view which) {
        return shelf.folder(call.needed_text(which)) / "report.json";
    };
    return shape_response(engine::shape_of(engine::compare_studies(file("a"), file("b"))));
}

Response predict(Call& call) {
    std::optional<lab::StudyModel> model;
    if (const auto study = call.text("study"); !study.empty())
        model = engine::load_study_model(studies_of(call).folder(study));
    return reading(call, [&](engine::Workspace& workspace) {
        return engine::guess_genre(workspace,
                                   {call.text("artist"), call.text("title"), model ? &*model : nullptr});
    });
}

std::vector<Route> table_routes() {
    return {
        {.method = "POST",
         .path = "/lab/tables",
         .lane = Lane::slow,
         .right = Right::session,
         .takes_file = true,
         .summary = "a table to study: the body is the file",
         .query = {{"name", "string", "the name of the file", true}},
         .shape = &shapes::type_of<shapes::LabTable>,
         .answer = keep_table},
        {.method = "GET",
         .path = "/lab/tables",
         .lane = Lane::slow,
         .summary = "what can be studied: the library, and tables that came in",
         .shape = &shapes::type_of<shapes::LabTables>,
         .answer = tables},
        {.method = "DELETE",
         .path = "/lab/tables/{table}",
         .lane = Lane::slow,
         .right = Right::session,
         .summary = "deletes a table that came in",
         .shape = &shapes::type_of<shapes::LabTables>,
         .answer = forget_table},
    };
}

}  // namespace

std::vector<Route> lab_routes() {
    auto routes = table_routes();
    const std::vector<Route> of_studies{
        {.method = "POST",
         .path = "/lab/studies",
         .right = Right::session,
         .summary = "a job: studies a table",
         .body = {{"study", "string", "genre, popularity or clusters", true},
                  {"table", "string", "library, or the id of a table", true},
                  {"answer", "string",
                   "the column to tell, to explain, or (not needed) to hold clusters against"},
                  {"group", "string",
                   "judge also on groups never met: a column, best the artist; none for clusters"},
                  {"features", "strings",
                   "columns to tell by; none: the audio features, and what goes with them"},
                  {"models", "strings",
                   "of genre: logistic, forest, boosted_trees, neural_net, blend; none: all but neural_net"}},
         .shape = &shapes::type_of<shapes::Job>,
         .answer = start_study},
        {.method = "GET",
         .path = "/lab/studies",
         .summary = "the studies that are kept, newest first",
         .shape = &shapes::type_of<shapes::StudyList>,
         .answer = studies},
        {.method = "GET",
         .path = "/lab/studies/{study}",
         .summary = "all numbers of a study",
         .shape = &shapes::type_of<shapes::KeptStudy>,
         .answer = show},
        {.method = "GET",
         .path = "/lab/studies/{study}/report",
         .summary = "its report, a page of its own",
         .media = "text/html",
         .answer = report},
        {.method = "DELETE",
         .path = "/lab/studies/{study}",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "deletes a study",
         .shape = &shapes::type_of<shapes::StudyList>,
         .answer = forget},
        {.method = "GET",
         .path = "/lab/compare",
         .summary = "which figures of two studies differ",
         .query = {{"a", "string", "a study", true}, {"b", "string", "another of its kind", true}},
         .shape = &shapes::type_of<shapes::Comparison>,
         .answer = compare},
        {.method = "GET",
         .path = "/lab/predict",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .summary = "which genre a track or an artist is, beside what it is called",
         .query = {{"artist", "string", "its name"},
                   {"title", "string", "of a track"},
                   {"study", "string", "a study whose model is asked as well"}},
         .shape = &shapes::type_of<shapes::GenreGuess>,
         .answer = predict},
    };
    routes.insert(routes.end(), of_studies.begin(), of_studies.end());
    return routes;
}

}  // namespace attune::web
