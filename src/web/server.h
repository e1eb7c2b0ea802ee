#pragma once

#include "web/http.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace attune::web {

struct ServerOptions {
    std::string host = "127.0.0.1";  ///< a numeric address
    std::uint16_t port = 0;          ///< 0: one that is free
    unsigned connections = 900;      ///< open at once; below the usual limit of 1024 files
    std::size_t header_bytes =
        64 * 1024;  ///< of a request line with its headers, and for what else a connection keeps
    std::chrono::milliseconds header_deadline{10'000};  ///< from the connection to the end of the headers
    std::chrono::milliseconds body_deadline{30'000};    ///< of a body that goes to memory
    std::chrono::seconds idle{30};  ///< without a byte, in the middle of anything or between requests
    std::size_t quick_threads = 3;
    std::size_t slow_threads = 3;
    std::size_t writing_threads = 2;  ///< the store lets one write at a time; the other may prepare
};

/// An HTTP/1.1 server. One thread has all connections, so that any number of slow ones costs nobody else a thread;
/// answers are made by workers. (Why so: docs/decisions/0006-web-server.md.)
class Server {
  public:
    /// Listens at once. @throws Error{unavailable} if it cannot: the port is taken, the address is none of this machine
    Server(const ServerOptions& options, Application& application);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Ends the requests under way, streams included.
    ~Server();

    std::uint16_t port() const noexcept;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace attune::web
