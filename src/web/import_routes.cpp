#include "core/error.h"
#include "engine/intake/import.h"
#include "engine/picks/lists.h"
#include "engine/sound/analyze.h"
#include "web/answers.h"

#include <system_error>

namespace attune::web {
namespace {

/// Deletes the folder of an upload, whatever became of the import.
struct Discarded {
    std::filesystem::path folder;
    explicit Discarded(std::filesystem::path of) : folder(std::move(of)) {}
    Discarded(const Discarded&) = delete;
    Discarded& operator=(const Discarded&) = delete;
    ~Discarded() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
};

shapes::HeldCounts counts_of(engine::Workspace& workspace) {
    const auto counts = workspace.store->counts(workspace.ensure_person());
    return {counts.listens, counts.tracks, counts.artists, counts.playlists, counts.library_tracks};
}

JobOutcome import_files(Service& service, const LibraryRef& library, const engine::ImportOptions& options,
                        const Task& task) {
    const auto workspace = service.library().lend(library, true);
    workspace->task = task;
    const auto before = counts_of(*workspace);
    // One transaction a file: those that were read stay, also of a job that was stopped.
    const auto report = [&] {
        const Changing changing(service.library());
        return engine::import_paths(*workspace, options);
    }();
    if (!report.something_was_readable() && !report.is_all_in_doubt()) {
        std::string why;
        for (const auto& file : report.files) {
            for (const auto& problem : file.problems)
                why += fmt::format("; {}: {}", problem.where, problem.message);
        }
        fail(ErrorCode::corrupt_data, "nothing readable; the library is as it was{}", why);
    }
    shapes::ImportResult result{engine::shape_of(report), {before, counts_of(*workspace)}};
    const auto folder = options.paths.front().parent_path().string() + "/";
    for (auto& file : result.report.files) {
        // Where it lay for the moment says nothing to anybody.
        if (file.path.starts_with(folder)) file.path = file.path.substr(folder.size());
    }
    for (auto& question : result.report.questions) {
        if (question.path.starts_with(folder)) question.path = question.path.substr(folder.size());
    }
    return {shapes::to_json(result)};
}

Response import(Call& call) {
    auto& service = call.service;
    const auto name = call.file_name();
    require(!call.request.file.empty(), "the body is the file, and it is empty");
    engine::ImportOptions options;
    options.community = call.flag("community");
    options.source = call.text("source");
    options.keep_incognito = call.flag("keep_incognito");
    options.folders_are_people = call.flag("folders_are_people");
    options.answers = engine::answers_of(call.text("as"), call.text("columns"));
    if (const auto zone = call.text("timezone"); !zone.empty()) options.zone = Zone::named(zone);
    require(options.community || options.source.empty(), "'source' goes with 'community'");
    const auto discarded = std::make_shared<Discarded>(service.new_upload_folder());
    options.paths = {discarded->folder / name};
    std::filesystem::rename(call.request.file, options.paths.front());
    call.request.file.clear();
    return service.start("import",
                         [&service, library = call.library(), options, discarded](const Task& task) {
                             return import_files(service, library, options, task);
                         });
}

/// Paths are of this machine: nobody who asks from another one may know what lies there.
std::vector<std::filesystem::path> paths_of(const Call& call) {
    if (call.service.options().for_others)
        fail(ErrorCode::invalid_argument, "files of this machine are analysed for those who sit at it alone");
    std::vector<std::filesystem::path> paths;
    for (const auto& text : call.texts("paths")) {
        const std::filesystem::path path(text);
        require(path.is_absolute(), "a path must begin with /, got '{}'", text);
        if (std::error_code error; !std::filesystem::exists(path, error))
            fail(ErrorCode::not_found, "there is no file or folder {}", text);
        paths.push_back(path);
    }
    require(!paths.empty(), "name the folders of your music: 'paths'");
    return paths;
}

Response analyze(Call& call) {
    auto& service = call.service;
    engine::AnalyzeOptions options;
    options.paths = paths_of(call);
    options.threads = service.options().library.threads;
    return service.start(
        "analyze", [&service, library = call.library(), options](const Task& task) -> JobOutcome {
            const auto workspace = service.library().lend(library, true);
            workspace->ensure_person();
            // What was heard is kept, also of a job that was stopped.
            const Changing changing(service.library());
            return {shapes::to_json(
                engine::shape_of(engine::analyze_paths(options, workspace->store.get(), task)))};
        });
}

Response imports(Call& call) { return reading(call, engine::imports); }

}  // namespace

std::vector<Route> import_routes() {
    return {
        {.method = "POST",
         .path = "/imports",
         .right = Right::session,
         .takes_file = true,
         .summary = "a job: reads the file that is the body",
         .query = {{"name", "string", "the name of the file", true},
                   {"community", "boolean", "what many other people listen to"},
                   {"source", "string", "of a community: what it is called"},
                   {"folders_are_people", "boolean", "the folder of a playlist is the person who made it"},
                   {"keep_incognito", "boolean", "keep what was played in private sessions"},
                   {"as", "string",
                    "what tables are that are not clear: history, playlist, likes or catalogue"},
                   {"columns", "string", "what columns are, as Time=length,2=artist"},
                   {"timezone", "string", "of times that name none, as Europe/Berlin"}},
         .shape = &shapes::type_of<shapes::Job>,
         .answer = import},
        {.method = "POST",
         .path = "/analyses",
         .right = Right::session,
         .summary = "a job: listens to files of sound on this machine",
         .body = {{"paths", "strings", "files and folders of this machine", true}},
         .shape = &shapes::type_of<shapes::Job>,
         .answer = analyze},
        {.method = "GET",
         .path = "/imports",
         .stamp = Stamp::library,
         .of = engine::Of::people,
         .summary = "what was imported, newest first",
         .shape = &shapes::type_of<shapes::Imports>,
         .answer = imports},
    };
}

}  // namespace attune::web
