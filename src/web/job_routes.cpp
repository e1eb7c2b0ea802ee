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
        {.method = "GET", .path = "/jobs", .summary = "long work, newest first", .answer = jobs},
        {.method = "GET",
         .path = "/jobs/{job}",
         .summary = "how far a job is, and what it came to",
         .answer = job},
        {.method = "GET",
         .path = "/jobs/{job}/events",
         .summary = "its progress as server-sent events",
         .answer = events},
        {.method = "POST",
         .path = "/jobs/{job}/cancel",
         .right = Right::session,
         .summary = "asks a job to stop",
         .answer = cancel},
    };
}

}  // namespace attune::web
