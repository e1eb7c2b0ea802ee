#include "web/server.h"

#include "core/error.h"
#include "core/text.h"
#include "web/connection_watch.h"
#include "web/exchange.h"
#include "web/workers.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <cstring>
#include <microhttpd.h>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace attune::web {
namespace {

using Clock = ConnectionWatch::Clock;

/// How often streams of events are looked at, and late connections ended.
constexpr auto tick = std::chrono::milliseconds(100);
constexpr std::size_t longest_queue = 1000;

/// What the library of C calls must not throw through it: `otherwise` tells it that this failed.
template <class Value, class Work>
Value guarded(Value otherwise, Work&& work) noexcept {
    try {
        return work();
    } catch (...) {
        return otherwise;
    }
}

struct Headers {
    Request& request;
    bool are_whole = true;
};

MHD_Result add_header(void* to, MHD_ValueKind, const char* name, const char* value) noexcept {
    auto& headers = *static_cast<Headers*>(to);
    headers.are_whole = guarded(false, [&] {
        auto& kept = headers.request.headers[to_lower_ascii(name)];
        kept += (kept.empty() ? "" : ", ") + std::string(value == nullptr ? "" : value);
        return true;
    });
    return headers.are_whole ? MHD_YES : MHD_NO;
}

/// Requests are decoded here, after their parts are told apart: a %2F is no slash of the path.
std::size_t leave_escaped(void*, MHD_Connection*, char* text) noexcept { return std::strlen(text); }

union Address {
    sockaddr any;
    sockaddr_in v4;
    sockaddr_in6 v6;
};

Address address_of(const ServerOptions& options) {
    Address address{};
    if (::inet_pton(AF_INET, options.host.c_str(), &address.v4.sin_addr) == 1) {
        address.v4.sin_family = AF_INET;
        address.v4.sin_port = htons(options.port);
    } else if (::inet_pton(AF_INET6, options.host.c_str(), &address.v6.sin6_addr) == 1) {
        address.v6.sin6_family = AF_INET6;
        address.v6.sin6_port = htons(options.port);
    } else {
        fail(ErrorCode::invalid_argument, "a host is given as a numeric address, like 127.0.0.1; got '{}'",
             options.host);
    }
    return address;
}

}  // namespace

/// The streams of events that wait for something to send.
class Streams {
  public:
    /// False if the server stops: the stream is to end.
    bool wait(MHD_Connection* connection) {
        const std::lock_guard lock(mutex_);
        if (stopping_) return false;
        MHD_suspend_connection(connection);
        waiting_.push_back(connection);
        return true;
    }

    void wake() {
        const std::lock_guard lock(mutex_);
        for (auto* connection : waiting_) MHD_resume_connection(connection);
        waiting_.clear();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake();
    }

  private:
    std::mutex mutex_;
    std::vector<MHD_Connection*> waiting_;
    bool stopping_ = false;
};

namespace {

/// A stream of events that is being sent.
struct Sending {
    std::shared_ptr<Events> events;
    Streams* streams = nullptr;
    MHD_Connection* connection = nullptr;
    std::string pending;
    bool is_over = false;

    ssize_t next(char* to, std::size_t most) {
        if (pending.empty() && !is_over) {
            auto more = events->next();
            is_over = !more;
            if (more) pending = std::move(*more);
        }
        if (pending.empty() && is_over) return MHD_CONTENT_READER_END_OF_STREAM;
        if (pending.empty()) return streams->wait(connection) ? 0 : MHD_CONTENT_READER_END_OF_STREAM;
        const auto n = std::min(most, pending.size());
        std::memcpy(to, pending.data(), n);
        pending.erase(0, n);
        return static_cast<ssize_t>(n);
    }

    static ssize_t read(void* self, std::uint64_t, char* to, std::size_t most) noexcept {
        return guarded(ssize_t{MHD_CONTENT_READER_END_WITH_ERROR},
                       [&] { return static_cast<Sending*>(self)->next(to, most); });
    }
    static void free(void* self) noexcept { delete static_cast<Sending*>(self); }
};

MHD_Response* make_response(MHD_Connection* connection, Response& response, Streams& streams) {
    if (response.events) {
        auto sending = std::make_unique<Sending>(Sending{response.events, &streams, connection, {}, false});
        auto* made = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, Sending::read, sending.get(),
                                                       Sending::free);
        if (made != nullptr) static_cast<void>(sending.release());
        return made;
    }
    auto owner = std::make_unique<std::shared_ptr<const void>>(response.body.owner);
    // The bytes are only read; the interface of C has no word for that.
    auto* bytes =
        const_cast<char*>(response.body.bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    auto* made = MHD_create_response_from_buffer_with_free_callback_cls(
        response.body.bytes.size(), bytes,
        [](void* kept) noexcept { delete static_cast<std::shared_ptr<const void>*>(kept); }, owner.get());
    if (made != nullptr) static_cast<void>(owner.release());
    return made;
}

MHD_Result send(MHD_Connection* connection, Response& response, Streams& streams) {
    auto* made = make_response(connection, response, streams);
    if (made == nullptr) return MHD_NO;
    MHD_add_response_header(made, "Content-Type", response.type.c_str());
    for (const auto& [name, value] : response.headers)
        MHD_add_response_header(made, name.c_str(), value.c_str());
    const auto result = MHD_queue_response(connection, static_cast<unsigned>(response.status), made);
    MHD_destroy_response(made);
    return result;
}

}  // namespace

struct Server::Impl {
    ServerOptions options;
    Application& application;
    ConnectionWatch watch;
    Streams streams;
    Workers quick;
    Workers slow;
    Workers writing;
    MHD_Daemon* daemon = nullptr;
    std::jthread ticker;

    Impl(const ServerOptions& given, Application& served)
        : options(given),
          application(served),
          quick(given.quick_threads, longest_queue),
          slow(given.slow_threads, longest_queue),
          writing(given.writing_threads, longest_queue) {}

    void start();
    void stop();
    MHD_Result handle(MHD_Connection* connection, const char* method, std::string_view part,
                      std::size_t* left, Exchange& exchange);
    MHD_Result begin(MHD_Connection* connection, const char* method, Exchange& exchange);
    Workers& workers_of(Lane lane) {
        return lane == Lane::quick ? quick : lane == Lane::slow ? slow : writing;
    }
    void ask(MHD_Connection* connection, Exchange& exchange) noexcept;
    template <class Work>
    void give(Lane lane, MHD_Connection* connection, Exchange& exchange, const Work& work) noexcept;
    void set_deadline(MHD_Connection* connection, Clock::time_point deadline);

    // What the library calls.
    static void* on_uri(void*, const char* uri, MHD_Connection*) noexcept {
        return guarded<void*>(nullptr, [uri] { return new Exchange(uri); });
    }
    static void on_connection(void* self, MHD_Connection* connection, void** context,
                              MHD_ConnectionNotificationCode code) noexcept;
    static void on_end(void* self, MHD_Connection* connection, void** exchange,
                       MHD_RequestTerminationCode) noexcept;
    static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method,
                                 const char*, const char* part, std::size_t* size, void** exchange) noexcept {
        if (*exchange == nullptr) return MHD_NO;
        return guarded(MHD_NO, [&] {
            return static_cast<Impl*>(self)->handle(connection, method, {part, part == nullptr ? 0 : *size},
                                                    size, *static_cast<Exchange*>(*exchange));
        });
    }
};

namespace {

/// That of a connection; null where it could not be made.
const ConnectionWatch::Handle* handle_of(MHD_Connection* connection) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == nullptr ? nullptr : static_cast<const ConnectionWatch::Handle*>(info->socket_context);
}

/// The connection, which is suspended, goes on: with what `make` makes, or to its end if nothing came of that.
template <class Make>
void settle(MHD_Connection* connection, Exchange& exchange, Make&& make) noexcept {
    exchange.is_lost = !guarded(false, [&] {
        exchange.response = make();
        return true;
    });
    MHD_resume_connection(connection);
}

}  // namespace

void Server::Impl::start() {
    Address address = address_of(options);
    const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC |
                           (address.any.sa_family == AF_INET6 ? static_cast<unsigned>(MHD_USE_IPv6) : 0U);
    daemon = MHD_start_daemon(
        flags, options.port, nullptr, nullptr, &Impl::on_request, this, MHD_OPTION_SOCK_ADDR, &address.any,
        MHD_OPTION_CONNECTION_LIMIT, options.connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        options.header_bytes, MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(options.idle.count()),
        MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, &Impl::on_uri, this,
        MHD_OPTION_UNESCAPE_CALLBACK, &leave_escaped, this, MHD_OPTION_NOTIFY_CONNECTION,
        &Impl::on_connection, this, MHD_OPTION_NOTIFY_COMPLETED, &Impl::on_end, this, MHD_OPTION_END);
    if (daemon == nullptr) {
        fail(ErrorCode::unavailable,
             "cannot listen on {} port {} ({}); choose another with --port, 0 for a free one", options.host,
             options.port, std::strerror(errno));
    }
    ticker = std::jthread([this](std::stop_token done) {
        while (!done.stop_requested()) {
            watch.end_late(Clock::now());
            watch.stop_abandoned();
            streams.wake();
            std::this_thread::sleep_for(tick);
        }
    });
}

void Server::Impl::stop() {
    if (daemon == nullptr) return;
    // Nobody new; then what is being answered; then the streams. After that no connection is suspended.
    const auto listening = MHD_quiesce_daemon(daemon);
    watch.stop_all();
    quick.stop();
    slow.stop();
    writing.stop();
    ticker = {};
    streams.stop();
    MHD_stop_daemon(daemon);
    if (listening != MHD_INVALID_SOCKET) ::close(listening);
    daemon = nullptr;
}

void Server::Impl::on_connection(void* self, MHD_Connection* connection, void** context,
                                 MHD_ConnectionNotificationCode code) noexcept {
    auto& impl = *static_cast<Impl*>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = guarded<void*>(nullptr, [&] {
            const auto handle = impl.watch.add(info->connect_fd, Clock::now() + impl.options.header_deadline);
            return new ConnectionWatch::Handle(handle);
        });
        // One that nobody would watch is not served.
        if (*context == nullptr) ::shutdown(info->connect_fd, SHUT_RDWR);
    } else if (*context != nullptr) {
        const std::unique_ptr<ConnectionWatch::Handle> handle(
            static_cast<ConnectionWatch::Handle*>(*context));
        impl.watch.remove(*handle);
    }
}

void Server::Impl::on_end(void* self, MHD_Connection* connection, void** exchange,
                          MHD_RequestTerminationCode) noexcept {
    auto& impl = *static_cast<Impl*>(self);
    if (const auto* handle = handle_of(connection)) impl.watch.end_answer(*handle);
    delete static_cast<Exchange*>(*exchange);
    *exchange = nullptr;
    impl.set_deadline(connection, Clock::now() + impl.options.idle);
}

void Server::Impl::set_deadline(MHD_Connection* connection, Clock::time_point deadline) {
    if (const auto* handle = handle_of(connection)) watch.set_deadline(*handle, deadline);
}

MHD_Result Server::Impl::begin(MHD_Connection* connection, const char* method, Exchange& exchange) {
    auto& request = exchange.request;
    request.method = std::string_view(method) == "HEAD" ? "GET" : method;
    Headers headers{request};
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &headers);
    if (!headers.are_whole) return MHD_NO;
    if (exchange.is_malformed)
        exchange.admission.refusal = plain_error(400, "invalid_argument", "the address is malformed");
    else
        exchange.admission = application.admit(request);
    const bool is_upload = !exchange.admission.to_folder.empty();
    set_deadline(connection, is_upload ? Clock::time_point::max() : Clock::now() + options.body_deadline);
    if (exchange.admission.refusal) {
        exchange.state = Exchange::State::answered;
        return send(connection, *exchange.admission.refusal, streams);
    }
    exchange.state = Exchange::State::body;
    return MHD_YES;
}

MHD_Result Server::Impl::handle(MHD_Connection* connection, const char* method, std::string_view part,
                                std::size_t* left, Exchange& exchange) {
    switch (exchange.state) {
        case Exchange::State::head: return begin(connection, method, exchange);
        case Exchange::State::body:
            if (!part.empty()) {
                *left = 0;
                return exchange.take(part) ? MHD_YES : MHD_NO;
            }
            exchange.end_body();
            exchange.state = Exchange::State::asked;
            set_deadline(connection, Clock::time_point::max());
            if (const auto* handle = handle_of(connection))
                watch.begin_answer(*handle, exchange.stop, exchange.admission.stops_with_client);
            MHD_suspend_connection(connection);
            ask(connection, exchange);
            return MHD_YES;
        case Exchange::State::asked:
            if (exchange.is_lost) return MHD_NO;
            if (!exchange.response) return MHD_YES;
            exchange.state = Exchange::State::answered;
            return send(connection, *exchange.response, streams);
        case Exchange::State::answered: *left = 0; return MHD_YES;
    }
    return MHD_NO;
}

void Server::Impl::ask(MHD_Connection* connection, Exchange& exchange) noexcept {
    const auto answer = [this, connection, &exchange] {
        settle(connection, exchange, [&] {
            return application.answer(exchange.request, exchange.admission, exchange.stop.get_token());
        });
    };
    const auto lane = exchange.admission.lane;
    if (lane != Lane::slow) return give(lane, connection, exchange, answer);
    give(Lane::quick, connection, exchange, [this, connection, &exchange, answer] {
        auto known = guarded(std::optional<Response>(),
                             [&] { return application.answer_known(exchange.request, exchange.admission); });
        if (known) return settle(connection, exchange, [&] { return std::move(*known); });
        give(Lane::slow, connection, exchange, answer);
    });
}

template <class Work>
void Server::Impl::give(Lane lane, MHD_Connection* connection, Exchange& exchange,
                        const Work& work) noexcept {
    if (guarded(false, [&] { return workers_of(lane).add(work); })) return;
    settle(connection, exchange,
           [] { return plain_error(503, "unavailable", "too much is asked at once; try again"); });
}

Server::Server(const ServerOptions& options, Application& application)
    : impl_(std::make_unique<Impl>(options, application)) {
    impl_->start();
}

Server::~Server() { impl_->stop(); }

std::uint16_t Server::port() const noexcept {
    return MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

}  // namespace attune::web
