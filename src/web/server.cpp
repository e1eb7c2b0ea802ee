#include "web/server.h"

#include "core/error.h"
#include "web/connection_watch.h"
#include "web/exchange.h"
#include "web/workers.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <cstring>
#include <functional>
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

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return lowered;
}

MHD_Result add_header(void* request, MHD_ValueKind, const char* name, const char* value) {
    auto& headers = static_cast<Request*>(request)->headers;
    auto& kept = headers[lower(name)];
    kept += (kept.empty() ? "" : ", ") + std::string(value == nullptr ? "" : value);
    return MHD_YES;
}

/// Requests are decoded here, after their parts are told apart: a %2F is no slash of the path.
std::size_t leave_escaped(void*, MHD_Connection*, char* text) { return std::strlen(text); }

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

    static ssize_t read(void* self, std::uint64_t, char* to, std::size_t most) {
        auto& sending = *static_cast<Sending*>(self);
        if (sending.pending.empty() && !sending.is_over) {
            auto more = sending.events->next();
            sending.is_over = !more;
            if (more) sending.pending = std::move(*more);
        }
        if (sending.pending.empty() && sending.is_over) return MHD_CONTENT_READER_END_OF_STREAM;
        if (sending.pending.empty())
            return sending.streams->wait(sending.connection) ? 0 : MHD_CONTENT_READER_END_OF_STREAM;
        const auto n = std::min(most, sending.pending.size());
        std::memcpy(to, sending.pending.data(), n);
        sending.pending.erase(0, n);
        return static_cast<ssize_t>(n);
    }
    static void free(void* self) { delete static_cast<Sending*>(self); }
};

MHD_Response* make_response(MHD_Connection* connection, Response& response, Streams& streams) {
    if (response.events) {
        auto* sending = new Sending{response.events, &streams, connection, {}, false};
        return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, Sending::read, sending,
                                                 Sending::free);
    }
    auto* owner = new std::shared_ptr<const void>(response.body.owner);
    // The bytes are only read; the interface of C has no word for that.
    auto* bytes =
        const_cast<char*>(response.body.bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return MHD_create_response_from_buffer_with_free_callback_cls(
        response.body.bytes.size(), bytes,
        [](void* kept) { delete static_cast<std::shared_ptr<const void>*>(kept); }, owner);
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
    void ask(MHD_Connection* connection, Exchange& exchange);
    void add(Lane lane, MHD_Connection* connection, Exchange& exchange, std::function<void()> work);
    static void answer(MHD_Connection* connection, Exchange& exchange, Response response);
    void set_deadline(MHD_Connection* connection, Clock::time_point deadline);

    // What the library calls.
    static void* on_uri(void*, const char* uri, MHD_Connection*) { return new Exchange(uri); }
    static void on_connection(void* self, MHD_Connection* connection, void** context,
                              MHD_ConnectionNotificationCode code);
    static void on_end(void* self, MHD_Connection* connection, void** exchange, MHD_RequestTerminationCode);
    static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method,
                                 const char*, const char* part, std::size_t* size, void** exchange) {
        return static_cast<Impl*>(self)->handle(connection, method, {part, part == nullptr ? 0 : *size}, size,
                                                *static_cast<Exchange*>(*exchange));
    }
};

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
            streams.wake();
            std::this_thread::sleep_for(tick);
        }
    });
}

void Server::Impl::stop() {
    if (daemon == nullptr) return;
    // Nobody new; then what is being answered; then the streams. After that no connection is suspended.
    const auto listening = MHD_quiesce_daemon(daemon);
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
                                 MHD_ConnectionNotificationCode code) {
    auto& impl = *static_cast<Impl*>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = new ConnectionWatch::Handle(
            impl.watch.add(info->connect_fd, Clock::now() + impl.options.header_deadline));
    } else {
        const std::unique_ptr<ConnectionWatch::Handle> handle(
            static_cast<ConnectionWatch::Handle*>(*context));
        impl.watch.remove(*handle);
    }
}

void Server::Impl::on_end(void* self, MHD_Connection* connection, void** exchange,
                          MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*exchange);
    *exchange = nullptr;
    auto& impl = *static_cast<Impl*>(self);
    impl.set_deadline(connection, Clock::now() + impl.options.idle);
}

void Server::Impl::set_deadline(MHD_Connection* connection, Clock::time_point deadline) {
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (info != nullptr && info->socket_context != nullptr)
        watch.set_deadline(*static_cast<ConnectionWatch::Handle*>(info->socket_context), deadline);
}

MHD_Result Server::Impl::begin(MHD_Connection* connection, const char* method, Exchange& exchange) {
    auto& request = exchange.request;
    request.method = std::string_view(method) == "HEAD" ? "GET" : method;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &request);
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
            MHD_suspend_connection(connection);
            ask(connection, exchange);
            return MHD_YES;
        case Exchange::State::asked:
            if (!exchange.response) return MHD_YES;
            exchange.state = Exchange::State::answered;
            return send(connection, *exchange.response, streams);
        case Exchange::State::answered: *left = 0; return MHD_YES;
    }
    return MHD_NO;
}

void Server::Impl::ask(MHD_Connection* connection, Exchange& exchange) {
    const auto work = [this, connection, &exchange] {
        answer(connection, exchange, application.answer(exchange.request, exchange.admission));
    };
    if (exchange.admission.lane != Lane::slow)
        return add(exchange.admission.lane, connection, exchange, work);
    add(Lane::quick, connection, exchange, [this, connection, &exchange, work] {
        if (auto known = application.answer_known(exchange.request, exchange.admission))
            return answer(connection, exchange, std::move(*known));
        add(Lane::slow, connection, exchange, work);
    });
}

void Server::Impl::add(Lane lane, MHD_Connection* connection, Exchange& exchange,
                       std::function<void()> work) {
    if (workers_of(lane).add(std::move(work))) return;
    answer(connection, exchange, plain_error(503, "unavailable", "too much is asked at once; try again"));
}

void Server::Impl::answer(MHD_Connection* connection, Exchange& exchange, Response response) {
    exchange.response = std::move(response);
    MHD_resume_connection(connection);
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
