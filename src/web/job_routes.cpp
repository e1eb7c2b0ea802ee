#include "web/answers.h"

namespace attune::web {
namespace {

Response jobs(Call& call) { return json_response({{"jobs", call.service.jobs().list()}}); }

Response job(Call& call) { return json_response(call.service.jobs().show(call.path_number("job"))); }

Response cancel(Call& call) { return json_response(call.service.jobs().cancel(call.path_number("job"))); }

Response events(Call& call) {
    Response response;
    response.type = "text/event-stream";
    response.events = call.service.jobs().events(call.path_number("job"));
    return response;
}

}  // namespace

std::vector<Route> job_routes() {
    return {
        {.method = "GET",
         .path = "/jobs",
         .summary = "long work, newest first",
         .shape = &shapes::type_of<shapes::Jobs>,
         .answer = jobs},
        {.method = "GET",
         .path = "/jobs/{job}",
         .summary = "how far a job is, and what it came to",
         .shape = &shapes::type_of<shapes::Job>,
         .answer = job},
        {.method = "GET",
         .path = "/jobs/{job}/events",
         .summary = "its progress as server-sent events",
         .media = "text/event-stream",
         .answer = events},
        {.method = "POST",
         .path = "/jobs/{job}/cancel",
         .right = Right::session,
         .summary = "asks a job to stop",
         .shape = &shapes::type_of<shapes::Job>,
         .answer = cancel},
    };
}

}  // namespace attune::web
