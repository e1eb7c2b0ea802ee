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
        {"GET", "/jobs", Effect::fresh, "long work, newest first", {}, {}, jobs},
        {"GET", "/jobs/{job}", Effect::fresh, "how far a job is, and what it came to", {}, {}, job},
        {"GET", "/jobs/{job}/events", Effect::fresh, "its progress as server-sent events", {}, {}, events},
        {"POST", "/jobs/{job}/cancel", Effect::changes, "asks a job to stop", {}, {}, cancel},
    };
}

}  // namespace attune::web
