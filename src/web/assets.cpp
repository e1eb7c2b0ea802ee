#include "web/assets.h"

#include "web/exchange.h"

#include <algorithm>

namespace attune::web {
namespace {

/// Where the page was not built into the program.
constexpr std::string_view plain_page = R"html(<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>attune</title></head>
<body>
<h1>attune</h1>
<p>This program was built without its page. To build it in, with Node.js 20:</p>
<pre>scripts/build-page &amp;&amp; make build</pre>
<p>All that the page does can be asked for under <a href="/api/v1/openapi.json">/api/v1</a>, and most of it with
<code>attune --help</code>.</p>
</body>
</html>
)html";

const Asset* find_asset(std::string_view path) {
    const auto found = std::ranges::find(all_assets(), path, &Asset::path);
    return found == all_assets().end() ? nullptr : &*found;
}

Response page(const std::string& cookie) {
    Response response;
    response.type = "text/html; charset=utf-8";
    response.headers.emplace_back("Set-Cookie", cookie);
    response.headers.emplace_back("Cache-Control", "no-cache");
    response.body.bytes = plain_page;
    return response;
}

/// Names of files below /assets hold a hash of what is in them.
std::string_view caching_of(std::string_view path) {
    return path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

}  // namespace

Response page_response(const Request& request, const std::string& cookie) {
    const auto decoded = percent_decoded(request.path).value_or("");
    const auto* asset = find_asset(decoded);
    const bool may_be_screen = decoded.substr(decoded.rfind('/') + 1).find('.') == std::string::npos;
    if (asset == nullptr && may_be_screen) asset = find_asset("/index.html");
    if (asset == nullptr && may_be_screen) return page(cookie);
    if (asset == nullptr) return plain_error(404, "not_found", "there is no such file");
    Response response;
    response.type = asset->type;
    if (asset->path == "/index.html") response.headers.emplace_back("Set-Cookie", cookie);
    response.headers.emplace_back("Cache-Control", caching_of(asset->path));
    response.headers.emplace_back("Vary", "Accept-Encoding");
    const bool takes_gzip = request.header("accept-encoding").find("gzip") != std::string_view::npos;
    const bool is_smaller = asset->gzip.size() < asset->plain.size();
    response.body.bytes = takes_gzip && is_smaller ? asset->gzip : asset->plain;
    if (takes_gzip && is_smaller) response.headers.emplace_back("Content-Encoding", "gzip");
    return response;
}

}  // namespace attune::web
