#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune::web {

/// One request, as far as it has come in. Names of headers are in lower case.
struct Request {
    std::string method;  ///< "GET", "POST", "DELETE"; HEAD is answered as GET
    std::string path;    ///< as it was sent, percent-encoded
    std::map<std::string, std::string, std::less<>> query;    ///< decoded; of a repeated name the last
    std::map<std::string, std::string, std::less<>> headers;  ///< a repeated one joined by ", "
    std::string body;
    std::filesystem::path file;  ///< the body of an upload; deleted after the answer unless it is moved away

    /// Empty if it is not there.
    std::string_view header(std::string_view name) const;
};

/// Bytes, and who keeps them while they are sent.
struct Body {
    std::shared_ptr<const void> owner;
    std::string_view bytes;

    static Body of(std::string text);
};

/// Server-sent events, drawn by the server several times a second from its own thread: must answer at once.
class Events {
  public:
    virtual ~Events() = default;

    /// What there is to send now, perhaps nothing; no value when the stream is over.
    virtual std::optional<std::string> next() = 0;
};

struct Response {
    int status = 200;
    std::string type = "application/json";
    Body body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<Events> events;  ///< instead of a body
    bool is_document = false;        ///< a page that stands alone, with styles of its own and no scripts
};

/// Where an answer is made. Each lane has threads of its own, so that none keeps another waiting.
enum class Lane {
    quick,    ///< at once
    slow,     ///< what may compute for seconds
    writing,  ///< what changes the library, and may wait until others have written
};

struct Route;

/// The values of the "{name}"s in the address of a route, decoded.
using PathParts = std::map<std::string, std::string>;

/// What is to become of a request whose headers are there.
struct Admission {
    std::optional<Response> refusal;  ///< answered at once; the body is not read
    std::size_t limit = 0;            ///< bytes; a longer body is refused
    std::filesystem::path to_folder;  ///< the body goes to a new file there; empty: to memory
    Lane lane = Lane::quick;
    bool stops_with_client =
        false;  ///< the answer matters to nobody but who asked, and is not finished for nobody
    const Route* route = nullptr;  ///< null: a file of the page
    PathParts path;
};

/// What a Server serves.
class Application {
  public:
    virtual ~Application() = default;

    /// Looks at a request before its body. Called on the thread of the network: must not wait.
    virtual Admission admit(const Request& request) = 0;

    /// The answer to a request for the slow lane if it is known already. Asked in the quick lane.
    virtual std::optional<Response> answer_known(const Request& request, const Admission& admission) = 0;

    /// Answers a whole request, in its lane. Called from several threads.
    /// @param stop  nobody waits for the answer any more
    virtual Response answer(Request& request, const Admission& admission, const std::stop_token& stop) = 0;

  protected:
    Application() = default;
    Application(const Application&) = default;
    Application& operator=(const Application&) = default;
};

/// Decodes %41; '+' stays. Nothing if it is malformed or holds a NUL.
std::optional<std::string> percent_decoded(std::string_view text);

/// Reads "a=1&b=x%20y"; '+' is a space. Nothing if a part is malformed.
std::optional<std::map<std::string, std::string, std::less<>>> parse_query(std::string_view text);

}  // namespace attune::web
