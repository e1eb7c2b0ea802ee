#include "web/guard.h"

#include "web/exchange.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace attune::web {
namespace {

/// 128 bits that nobody can guess, as hexadecimal digits.
std::string secret() {
    std::random_device device;
    std::string text;
    for (int i = 0; i < 4; ++i) text += fmt::format("{:08x}", device());
    return text;
}

/// Takes as long for the first wrong letter as for the last.
bool same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned differences = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differences |= static_cast<unsigned char>(a[i] ^ b[i]);
    return differences == 0;
}

/// The value of a cookie in "a=1; b=2".
std::string_view cookie_of(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        auto part = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (part.starts_with(name) && part.substr(name.size()).starts_with('='))
            return part.substr(name.size() + 1);
    }
    return {};
}

}  // namespace

Guard::Guard(std::uint16_t port, bool any_host)
    : any_host_(any_host),
      cookie_name_(fmt::format("attune_session_{}", port)),
      cookie_value_(secret()),
      token_(secret()) {
    for (const auto* name : {"127.0.0.1", "localhost", "[::1]"}) {
        hosts_.push_back(fmt::format("{}:{}", name, port));
        if (port == 80) hosts_.emplace_back(name);
    }
}

std::string Guard::cookie() const {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie_name_, cookie_value_);
}

bool Guard::is_own_host(std::string_view host) const {
    return any_host_ ? !host.empty() : std::ranges::find(hosts_, host) != hosts_.end();
}

bool Guard::has_session(const Request& request) const {
    return same(request.header("x-attune-token"), token_) &&
           same(cookie_of(request.header("cookie"), cookie_name_), cookie_value_);
}

std::optional<Response> Guard::refuse(const Request& request, bool is_api, bool changes) const {
    const auto host = request.header("host");
    if (!is_own_host(host)) {
        return plain_error(
            403, "forbidden",
            fmt::format("this server does not go by the name '{}'; use http://{}", host, hosts_[0]));
    }
    if (request.headers.contains("origin")) {
        const auto origin = request.header("origin");
        const bool is_own = origin.starts_with("http://") &&
                            (any_host_ ? origin.substr(7) == host : is_own_host(origin.substr(7)));
        if (!is_own)
            return plain_error(403, "forbidden",
                               fmt::format("pages of '{}' may not ask this server", origin));
    }
    const auto site = request.header("sec-fetch-site");
    if (is_api && (site == "cross-site" || site == "same-site"))
        return plain_error(403, "forbidden", "pages of other sites may not ask this server");
    if (changes && !has_session(request)) {
        return plain_error(
            403, "forbidden",
            "this changes something and needs the session: GET /api/v1/session sets the cookie and "
            "gives the token to send as X-Attune-Token");
    }
    return std::nullopt;
}

}  // namespace attune::web
