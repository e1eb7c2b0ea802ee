#include "core/error.h"
#include "core/version.h"
#include "engine/intake/demo.h"
#include "engine/intake/import.h"
#include "engine/picks/discover.h"
#include "engine/picks/status.h"
#include "engine/picks/train.h"
#include "web/answers.h"

namespace attune::web {
namespace {

bool is_empty(Service& service) {
    try {
        return !service.library().lend(service.library().in_use())->store->has_people();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::not_found) return true;
        throw;
    }
}

Response session(Call& call) {
    auto& service = call.service;
    auto response = shape_response(shapes::Session{
        service.guard().token(), std::string(attune_version()), service.library().in_use().person,
        !service.library().is_own(), is_empty(service), service.options().upload_limit});
    response.headers.emplace_back("Set-Cookie", service.guard().cookie());
    return response;
}

Response openapi(Call&) { return json_response(openapi_json()); }

Response status(Call& call) { return reading(call, engine::status); }

Response people(Call& call) { return reading(call, engine::list_people); }

Response delete_person(Call& call) {
    return changing(call, [&](engine::Workspace& workspace) {
        engine::delete_person(workspace, call.path("name"));
        return engine::list_people(workspace);
    });
}

/// The simulated listener has a library of their own beside the person's, which stays as it is.
JobOutcome make_sample(Service& service, const Task& task) {
    auto& library = service.library();
    const auto folder = library.own_directory() / "sample";
    const auto paths = engine::write_demo_files(folder, service.options().library.seed, task);
    LibraryPool sample({folder / "library", std::string(engine::demo_person), service.options().library.seed,
                        service.options().library.threads});
    const auto workspace = sample.lend(sample.in_use(), true);
    workspace->task = task;
    const auto report = engine::import_paths(*workspace, {.paths = paths});
    engine::train(*workspace, {});
    engine::discover(*workspace, {});
    library.use(folder / "library", std::string(engine::demo_person));
    return {shapes::to_json(engine::shape_of(report)),
            shapes::Undo{"DELETE", "/api/v1/sample", std::nullopt, "back to your own library"}};
}

Response sample(Call& call) {
    auto& service = call.service;
    return service.start("sample", [&service](const Task& task) { return make_sample(service, task); });
}

Response leave_sample(Call& call) {
    call.service.library().use_own();
    return session(call);
}

}  // namespace

std::vector<Route> status_routes() {
    return {
        {.method = "GET", .path = "/openapi.json", .summary = "these routes", .answer = openapi},
        {.method = "GET",
         .path = "/session",
         .summary = "the token for changes, and whether there is a library",
         .shape = &shapes::type_of<shapes::Session>,
         .answer = session},
        {.method = "GET",
         .path = "/status",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .summary = "what the library holds and how much of it is covered",
         .shape = &shapes::type_of<shapes::Status>,
         .answer = status},
        {.method = "GET",
         .path = "/people",
         .stamp = Stamp::library,
         .of = engine::Of::listens,
         .summary = "the people of the library",
         .shape = &shapes::type_of<shapes::People>,
         .answer = people},
        {.method = "DELETE",
         .path = "/people/{name}",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "deletes a person with all that is theirs",
         .shape = &shapes::type_of<shapes::People>,
         .answer = delete_person},
        {.method = "POST",
         .path = "/sample",
         .right = Right::session,
         .summary = "a job: a simulated listener to look around with",
         .shape = &shapes::type_of<shapes::Job>,
         .answer = sample},
        {.method = "DELETE",
         .path = "/sample",
         .right = Right::session,
         .summary = "back to the person's own library",
         .shape = &shapes::type_of<shapes::Session>,
         .answer = leave_sample},
    };
}

}  // namespace attune::web
