#include "web/serve.h"

#include "core/error.h"
#include "web/server.h"
#include "web/service.h"

#include <condition_variable>
#include <mutex>

namespace attune::web {
namespace {

bool is_loopback(std::string_view host) { return host == "::1" || host.starts_with("127."); }

std::string address_of(const std::string& host, std::uint16_t port) {
    const bool is_v6 = host.find(':') != std::string::npos;
    return is_v6 ? fmt::format("http://[{}]:{}/", host, port) : fmt::format("http://{}:{}/", host, port);
}

}  // namespace

void serve(const ServeOptions& options, const std::stop_token& stop,
           const std::function<void(std::string_view)>& ready) {
    const std::string host = options.host == "localhost" ? "127.0.0.1" : options.host;
    if (!is_loopback(host) && !options.insecure) {
        fail(ErrorCode::invalid_argument,
             "on {} other machines could reach attune, and there are no accounts yet: anybody there could "
             "read and "
             "change the library. Leave --host away, or say --insecure as well if that is what you want",
             options.host);
    }
    ServiceOptions service_options;
    service_options.library = options.library;
    service_options.for_others = host != "127.0.0.1" && host != "::1";
    service_options.names = options.names;
    Service service(service_options);
    ServerOptions server_options;
    server_options.host = host;
    server_options.port = options.port;
    server_options.header_deadline = std::chrono::seconds(options.patience_s);
    const Server server(server_options, service);
    service.open_to(server.port());
    ready(address_of(host, server.port()));
    std::mutex mutex;
    std::condition_variable_any ends;
    std::unique_lock lock(mutex);
    ends.wait(lock, stop, [] { return false; });
}

}  // namespace attune::web
