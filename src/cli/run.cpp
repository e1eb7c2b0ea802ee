#include "cli/run.h"

#include "core/json.h"
#include "core/json_text.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <stop_token>
#include <thread>

namespace attune::cli {
namespace {

std::atomic<int> interrupts{0};  // NOLINT: a signal handler can reach nothing else
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void on_interrupt(int) {
    // The second Ctrl-C ends the program at once; the library survives that as it survives a power cut.
    if (++interrupts > 1) std::_Exit(130);
}

/// Turns the signal into a stop request: a handler itself may not touch a stop_source.
class InterruptWatch {
  public:
    InterruptWatch() {
        std::signal(SIGINT, on_interrupt);
        std::signal(SIGTERM, on_interrupt);
        watcher_ = std::jthread([this](std::stop_token done) {
            while (!done.stop_requested()) {
                if (interrupts > 0) source_.request_stop();
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        });
    }

    std::stop_token token() const { return source_.get_token(); }

  private:
    std::stop_source source_;
    std::jthread watcher_;
};

int report_error(std::string_view code, std::string_view message, int status, bool json) {
    if (json) {
        const Json document{{"error", {{"code", code}, {"message", message}}}};
        fmt::print("{}\n", json_text(document, 2));
    }
    fmt::print(stderr, "attune: {}\n", message);
    return status;
}

}  // namespace

int exit_status(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::invalid_argument: return 2;
        case ErrorCode::not_found: return 3;
        case ErrorCode::conflict: return 4;
        case ErrorCode::corrupt_data: return 5;
        case ErrorCode::unavailable: return 6;
        case ErrorCode::interrupted: return 130;
    }
    return exit_bug;
}

int run(int argc, const char* const* argv) {
    bool json = false;
    for (int i = 1; i < argc; ++i) json = json || std::string_view(argv[i]) == "--json";
    try {
        ParsedLine parsed = parse_line(argc, argv);
        if (!parsed.command) {
            fmt::print(parsed.status == 0 ? stdout : stderr, "{}", parsed.text);
            return parsed.status;
        }
        const InterruptWatch watch;
        Context context(parsed.options, watch.token());
        parsed.command->run(context);
        return context.ending() ? exit_status(*context.ending()) : 0;
    } catch (const Error& error) {
        return report_error(to_string(error.code()), error.what(), exit_status(error.code()), json);
    } catch (const std::exception& error) {
        return report_error("bug",
                            fmt::format("a fault of attune itself, please report it: {}", error.what()),
                            exit_bug, json);
    }
}

}  // namespace attune::cli
