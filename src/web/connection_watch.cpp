#include "web/connection_watch.h"

#include <sys/socket.h>

#include <cerrno>
#include <vector>

namespace attune::web {
namespace {

/// Whether the other side has closed the connection. What it may have sent for later stays where it is.
bool is_closed(int socket) {
    char byte = 0;
    const auto n = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

/// Without a lock: who waits for a stop may do anything when it comes.
void stop(const std::vector<std::stop_source>& answers) {
    for (auto answer : answers) answer.request_stop();
}

}  // namespace

ConnectionWatch::Handle ConnectionWatch::add(int socket, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    return connections_.insert(connections_.end(), {.socket = socket, .deadline = deadline});
}

void ConnectionWatch::remove(Handle handle) {
    const std::lock_guard lock(mutex_);
    connections_.erase(handle);
}

void ConnectionWatch::set_deadline(Handle handle, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    handle->deadline = deadline;
}

void ConnectionWatch::begin_answer(Handle handle, const std::stop_source& answer, bool stops_with_client) {
    std::unique_lock lock(mutex_);
    handle->answer = answer;
    handle->stops_with_client = stops_with_client;
    const bool is_late = stops_all_;
    lock.unlock();
    if (is_late) stop({answer});
}

void ConnectionWatch::end_answer(Handle handle) {
    const std::lock_guard lock(mutex_);
    handle->answer = std::stop_source(std::nostopstate);
}

void ConnectionWatch::end_late(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    for (auto& connection : connections_) {
        if (connection.deadline > now) continue;
        ::shutdown(connection.socket, SHUT_RDWR);
        connection.deadline = Clock::time_point::max();
    }
}

void ConnectionWatch::stop_abandoned() {
    std::vector<std::stop_source> abandoned;
    {
        const std::lock_guard lock(mutex_);
        for (auto& connection : connections_) {
            if (!connection.answer.stop_possible() || !connection.stops_with_client) continue;
            if (!is_closed(connection.socket)) continue;
            abandoned.push_back(std::move(connection.answer));
            connection.answer = std::stop_source(std::nostopstate);
        }
    }
    stop(abandoned);
}

void ConnectionWatch::stop_all() {
    std::vector<std::stop_source> all;
    {
        const std::lock_guard lock(mutex_);
        stops_all_ = true;
        for (const auto& connection : connections_) all.push_back(connection.answer);
    }
    stop(all);
}

}  // namespace attune::web
