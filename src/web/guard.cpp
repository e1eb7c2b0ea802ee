#include "web/guard.h"

#include "core/text.h"
#include "web/exchange.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

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

/// Whether a Host is an address and no name, which somebody may have made to point here.
bool is_address(std::string_view host) {
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    const std::string text(host);
    in6_addr ignored{};
    return ::inet_pton(AF_INET, text.c_str(), &ignored) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &ignored) == 1;
}

/// The Host without its port.
std::string_view without_port(std::string_view host) {
    const auto colon = host.rfind(':');
    const bool is_port = colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
    return is_port ? host.substr(0, colon) : host;
}

}  // namespace

Guard::Guard(std::uint16_t port, bool for_others, const std::vector<std::string>& names)
    : for_others_(for_others),
      cookie_name_(fmt::format("attune_session_{}", port)),
      cookie_value_(secret()),
      token_(secret()) {
    for (const auto* name : {"127.0.0.1", "localhost", "[::1]"}) {
        hosts_.push_back(fmt::format("{}:{}", name, port));
        if (port == 80) hosts_.emplace_back(name);
    }
    for (const auto& name : names) names_.push_back(to_lower_ascii(name));
}

std::string Guard::cookie() const {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict", cookie_name_, cookie_value_);
}

bool Guard::is_own_host(std::string_view host) const {
    if (std::ranges::find(hosts_, host) != hosts_.end()) return true;
    const auto name = without_port(host);
    return for_others_ &&
           (is_address(name) || std::ranges::find(names_, to_lower_ascii(name)) != names_.end());
}

bool Guard::has_session(const Request& request) const {
    return same(request.header("x-attune-token"), token_) &&
           same(cookie_of(request.header("cookie"), cookie_name_), cookie_value_);
}

std::optional<Response> Guard::refuse(const Request& request, bool is_api, bool changes) const {
    const auto host = request.header("host");
    if (!is_own_host(host)) {
        return plain_error(403, "forbidden",
                           fmt::format("this server does not go by the name '{}'; {}", host,
                                       for_others_ ? "use its address, or start it with --name"
                                                   : "use http://" + hosts_[0]));
    }
    if (request.headers.contains("origin")) {
        const auto origin = request.header("origin");
        const bool is_own = origin.starts_with("http://") &&
                            (for_others_ ? origin.substr(7) == host : is_own_host(origin.substr(7)));
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
