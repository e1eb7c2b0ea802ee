#pragma once

#include "web/routes.h"
#include "web/service.h"

namespace attune::web {

/// Answers with what `make` reads from the library.
template <class Make>
Response reading(Call& call, Make&& make) {
    const auto workspace = call.service.library().lend(call.person());
    return json_response(make(*workspace), workspace->notice);
}

/// Answers with what `make` has changed in the library.
template <class Make>
Response changing(Call& call, Make&& make) {
    const auto workspace = call.service.library().lend(call.person());
    Json json = make(*workspace);
    call.service.library().changed();
    return json_response(std::move(json), workspace->notice);
}

}  // namespace attune::web
