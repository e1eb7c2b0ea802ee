#pragma once

#include "web/http.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::web {

/// Who may ask. Pages of other sites, and names that were made to point to this machine (DNS rebinding), may not.
class Guard {
  public:
    /// @param for_others  the server listens for other machines: they may call it by any address, which no page of
    ///                    another site can have for its own, and by `names`
    Guard(std::uint16_t port, bool for_others, const std::vector<std::string>& names);

    /// An answer to a request that is refused. `changes`: what is asked for changes something, so that the session is
    /// needed; `is_api`: it is no page that a person may have followed a link to.
    std::optional<Response> refuse(const Request& request, bool is_api, bool changes) const;

    /// What a page sends back as X-Attune-Token.
    const std::string& token() const noexcept { return token_; }

    /// The value of Set-Cookie. A cookie is sent to every port of a host: its name holds ours.
    std::string cookie() const;

  private:
    bool is_own_host(std::string_view host) const;
    bool has_session(const Request& request) const;

    bool for_others_;
    std::vector<std::string> hosts_;  ///< with the port
    std::vector<std::string> names_;  ///< in lower case, of any port
    std::string cookie_name_;
    std::string cookie_value_;
    std::string token_;
};

}  // namespace attune::web
