#include "web/connection_watch.h"

#include <sys/socket.h>

namespace attune::web {

ConnectionWatch::Handle ConnectionWatch::add(int socket, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    return connections_.insert(connections_.end(), {socket, deadline});
}

void ConnectionWatch::remove(Handle handle) {
    const std::lock_guard lock(mutex_);
    connections_.erase(handle);
}

void ConnectionWatch::set_deadline(Handle handle, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    handle->deadline = deadline;
}

void ConnectionWatch::end_late(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    for (auto& connection : connections_) {
        if (connection.deadline > now) continue;
        ::shutdown(connection.socket, SHUT_RDWR);
        connection.deadline = Clock::time_point::max();
    }
}

}  // namespace attune::web
