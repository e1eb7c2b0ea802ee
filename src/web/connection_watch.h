#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <stop_token>

namespace attune::web {

/// Ends connections that take too long to say what they want, and stops the making of answers for which nobody waits.
/// A client that sends one byte at a time is never idle, so that a limit on idle time alone does not end it; and the
/// library of HTTP looks at no connection whose answer is being made, so that it does not see that it was closed.
class ConnectionWatch {
  public:
    using Clock = std::chrono::steady_clock;

    struct Connection {
        int socket = -1;
        Clock::time_point deadline = Clock::time_point::max();
        std::stop_source answer{std::nostopstate};  ///< of the answer that is being made
        bool stops_with_client = false;
    };
    using Handle = std::list<Connection>::iterator;

    Handle add(int socket, Clock::time_point deadline);

    /// Before the socket is closed: its number may be another's a moment later.
    void remove(Handle handle);

    void set_deadline(Handle handle, Clock::time_point deadline);

    /// From now on `answer` is being made. It is told to stop by stop_all(), and where `stops_with_client` also when the
    /// client has closed the connection.
    void begin_answer(Handle handle, const std::stop_source& answer, bool stops_with_client);
    void end_answer(Handle handle);

    /// Shuts the sockets down whose time is over; whoever reads from them finds their end.
    void end_late(Clock::time_point now);

    /// Stops the answers whose clients went away.
    void stop_abandoned();

    /// Stops all answers, and each that begins later.
    void stop_all();

  private:
    std::mutex mutex_;
    std::list<Connection> connections_;
    bool stops_all_ = false;
};

}  // namespace attune::web
