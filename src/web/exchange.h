#pragma once

#include "web/connection_watch.h"
#include "web/http.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>

namespace attune::web {

/// A request and its answer on their way through the server.
struct Exchange {
    enum class State { head, body, asked, answered };

    State state = State::head;
    Request request;
    bool is_malformed = false;
    Admission admission;
    std::size_t received = 0;  ///< bytes of the body
    int file = -1;             ///< open while an upload comes in
    std::optional<Response> response;
    std::stop_source stop;  ///< of the making of the response
    bool is_lost = false;   ///< there will be no response: the connection is to be closed

    /// @param uri  as it was sent, with its query
    explicit Exchange(std::string_view uri);
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    /// Deletes an upload that nobody has taken.
    ~Exchange();

    /// Keeps a part of the body. False if it is too long or cannot be kept.
    bool take(std::string_view part);
    void end_body();
};

/// An answer of the server itself: {"error": {"code", "message"}}.
Response plain_error(int status, std::string_view code, std::string_view message);

}  // namespace attune::web
