#pragma once

#include "web/http.h"

#include <span>
#include <string>
#include <string_view>

namespace attune::web {

/// A file of the page, as it lies in the program.
struct Asset {
    std::string_view path;  ///< "/assets/index-1f3a.js"
    std::string_view type;
    std::string_view plain;
    std::string_view gzip;
};

/// The files of web/ui/dist at the time of building, in the order of their paths; none if it was not built.
std::span<const Asset> all_assets() noexcept;

/// A file of the page. Addresses of screens, which are no files, give the page itself; so does "/".
/// @param cookie  set with the page
Response page_response(const Request& request, const std::string& cookie);

}  // namespace attune::web
