#pragma once

#include <chrono>
#include <list>
#include <mutex>

namespace attune::web {

/// Ends connections that take too long to say what they want. A client that sends one byte at a time is never idle,
/// so that a limit on idle time alone does not end it.
class ConnectionWatch {
  public:
    using Clock = std::chrono::steady_clock;

    struct Connection {
        int socket = -1;
        Clock::time_point deadline = Clock::time_point::max();
    };
    using Handle = std::list<Connection>::iterator;

    Handle add(int socket, Clock::time_point deadline);

    /// Before the socket is closed: its number may be another's a moment later.
    void remove(Handle handle);

    void set_deadline(Handle handle, Clock::time_point deadline);

    /// Shuts the sockets down whose time is over; whoever reads from them finds their end.
    void end_late(Clock::time_point now);

  private:
    std::mutex mutex_;
    std::list<Connection> connections_;
};

}  // namespace attune::web
