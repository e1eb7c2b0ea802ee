#include "web/serve.h"

#include "cli/command.h"
#include "core/parallel.h"
#include "shapes/serving.h"

#include <sys/wait.h>

#include <cstdio>
#include <spawn.h>
#include <thread>

extern char** environ;

namespace attune::cli {
namespace {

/// Opens an address as the desktop does; where there is none, nothing happens.
void open_in_browser(const std::string& address) {
    std::string program = "xdg-open";
    std::string argument = address;
    char* const words[] = {program.data(), argument.data(), nullptr};
    pid_t process = 0;
    if (::posix_spawnp(&process, program.c_str(), nullptr, nullptr, words, environ) != 0) return;
    // It may be the browser itself, which outlives us; until then somebody has to hear that it ended.
    std::thread([process] { ::waitpid(process, nullptr, 0); }).detach();
}

class Serve final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--port", port_, 0, 65'535, "where to listen; 0: a free port");
        arguments.option("--host", options_.host,
                         "the address to listen on, if others than this machine shall reach it");
        arguments.flag("--insecure", options_.insecure,
                       "let other machines in, though there are no accounts");
        arguments.option("--name", options_.names,
                         "a name by which other machines reach this one, besides its addresses");
        arguments.option("--patience", patience_, 1, 600, "seconds that a client has to say what it wants");
        arguments.flag("--open", open_, "open the page in the browser");
    }

    void run(Context& context) override {
        const auto& common = context.options();
        options_.port = static_cast<std::uint16_t>(port_);
        options_.patience_s = static_cast<unsigned>(patience_);
        options_.library = {library_directory(common), common.person, common.seed,
                            common.threads == 0 ? default_threads() : common.threads};
        web::serve(options_, context.stop(), [&](std::string_view address) {
            context.show(shapes::ServedAt{std::string(address)});
            context.say(fmt::format("attune is at {}   (Ctrl-C ends it)", address));
            std::fflush(stdout);
            if (open_) open_in_browser(std::string(address));
        });
    }

  private:
    web::ServeOptions options_;
    std::uint64_t port_ = 7878;
    std::uint64_t patience_ = 10;
    bool open_ = false;
};

}  // namespace

std::unique_ptr<Command> make_serve() { return std::make_unique<Serve>(); }

}  // namespace attune::cli
