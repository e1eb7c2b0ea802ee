#pragma once

#include "web/library_pool.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace attune::web {

struct ServeOptions {
    LibraryOptions library;
    std::string host = "127.0.0.1";
    std::uint16_t port = 7878;            ///< 0: one that is free
    unsigned patience_s = 10;             ///< seconds that a client has to say what it wants
    bool insecure = false;                ///< lets other machines in, without accounts
    std::vector<std::string> names = {};  ///< by which they call this one, besides its addresses
};

/// Serves the page and its API until `stop`.
/// @param ready  called with the address once it can be opened, "http://127.0.0.1:7878/"
/// @throws Error{invalid_argument} for a host that other machines reach, unless `insecure`; Error{unavailable} if the
///         port is taken
void serve(const ServeOptions& options, const std::stop_token& stop,
           const std::function<void(std::string_view)>& ready);

}  // namespace attune::web
