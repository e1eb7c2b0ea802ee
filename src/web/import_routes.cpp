#include "core/error.h"
#include "engine/import.h"
#include "engine/lists.h"
#include "web/answers.h"

#include <algorithm>
#include <system_error>

namespace attune::web {
namespace {

constexpr std::size_t longest_name = 200;

/// The last part of what a browser says the file is called: what it says may be a path, and is never used as one.
std::string file_name_of(const Call& call) {
    const auto given = call.needed_text("name");
    auto name = given.substr(given.find_last_of("/\\") + 1);
    require(!name.empty() && name != "." && name != ".." && name.size() <= longest_name &&
                std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; }),
            "'name' must be the name of a file, got '{}'", given);
    return name;
}

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

Json counts_of(engine::Workspace& workspace) {
    const auto counts = workspace.store->counts(workspace.ensure_person());
    return {{"listens", counts.listens},
            {"tracks", counts.tracks},
            {"artists", counts.artists},
            {"playlists", counts.playlists},
            {"library_tracks", counts.library_tracks}};
}

JobOutcome import_files(Service& service, const std::string& person, const engine::ImportOptions& options,
                        const Task& task) {
    const auto workspace = service.library().lend(person, true);
    workspace->task = task;
    const Json before = counts_of(*workspace);
    const auto report = engine::import_paths(*workspace, options);
    service.library().changed();
    if (!report.something_was_readable()) {
        std::string why;
        for (const auto& file : report.files) {
            for (const auto& problem : file.problems)
                why += fmt::format("; {}: {}", problem.where, problem.message);
        }
        fail(ErrorCode::corrupt_data, "nothing readable; the library is as it was{}", why);
    }
    Json json = engine::to_json(report);
    for (auto& file : json["files"]) {
        // Where it lay for the moment says nothing to anybody.
        const auto path = file["path"].get<std::string>();
        const auto folder = options.paths.front().parent_path().string() + "/";
        if (path.starts_with(folder)) file["path"] = path.substr(folder.size());
    }
    json["changed"] = {{"before", before}, {"after", counts_of(*workspace)}};
    return {json};
}

Response import(Call& call) {
    auto& service = call.service;
    const auto name = file_name_of(call);
    require(!call.request.file.empty(), "the body is the file, and it is empty");
    engine::ImportOptions options;
    options.community = call.flag("community");
    options.source = call.text("source");
    options.keep_incognito = call.flag("keep_incognito");
    require(options.community || options.source.empty(), "'source' goes with 'community'");
    const auto discarded = std::make_shared<Discarded>(service.new_upload_folder());
    options.paths = {discarded->folder / name};
    std::filesystem::rename(call.request.file, options.paths.front());
    call.request.file.clear();
    return service.start("import", [&service, person = call.person(), options, discarded](const Task& task) {
        return import_files(service, person, options, task);
    });
}

Response imports(Call& call) { return reading(call, engine::imports_json); }

}  // namespace

std::vector<Route> import_routes() {
    return {
        {"POST",
         "/imports",
         Effect::uploads,
         "a job: reads the file that is the body",
         {{"name", "string", "the name of the file"},
          {"community", "boolean", "what many other people listen to"},
          {"source", "string", "of a community: what it is called"},
          {"keep_incognito", "boolean", "keep what was played in private sessions"}},
         {},
         import},
        {"GET", "/imports", Effect::reads, "what was imported, newest first", {}, {}, imports},
    };
}

}  // namespace attune::web
