#include "cli/progress_bar.h"

#include "core/text.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <mutex>
#include <string>
#include <unistd.h>

namespace attune::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::milliseconds(500);
constexpr std::size_t bar_width = 24;
constexpr std::size_t stage_width = 36;

std::string time_left(Clock::duration spent, double share) {
    if (share <= 0.02) return {};
    const auto seconds = std::chrono::duration<double>(spent).count() * (1 - share) / share;
    if (seconds < 60) return fmt::format("  {:.0f} s left", seconds);
    return fmt::format("  {:.0f} min left", seconds / 60);
}

class ProgressBar final : public ProgressSink {
  public:
    ProgressBar() : is_terminal_(isatty(STDERR_FILENO) == 1), start_(Clock::now()) {}
    ~ProgressBar() override { wipe(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void report(std::string_view stage, std::size_t done, std::size_t total) override {
        const std::scoped_lock lock(mutex_);
        const auto now = Clock::now();
        if (stage != stage_) {
            stage_ = stage;
            stage_start_ = now;
        }
        const auto pause = is_terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
        if (now - start_ < patience || now - last_shown_ < pause) return;
        last_shown_ = now;
        const std::string line = describe(done, total, now);
        if (is_terminal_) {
            fmt::print(stderr, "\r\x1b[K{}", line);
        } else {
            fmt::print(stderr, "{}\n", line);
        }
        std::fflush(stderr);
    }

  private:
    std::string describe(std::size_t done, std::size_t total, Clock::time_point now) const {
        const std::string stage = fit(stage_, stage_width);
        if (total == 0) return done == 0 ? stage : fmt::format("{}  {}", stage, done);
        const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
        const auto filled = static_cast<std::size_t>(share * bar_width);
        std::string bar;
        for (std::size_t i = 0; i < bar_width; ++i) bar += i < filled ? "█" : "·";
        return fmt::format("{}  {} {:3.0f} %{}", stage, bar, 100 * share,
                           time_left(now - stage_start_, share));
    }

    void wipe() const {
        if (is_terminal_ && last_shown_ != Clock::time_point{}) fmt::print(stderr, "\r\x1b[K");
    }

    bool is_terminal_;
    Clock::time_point start_;
    Clock::time_point stage_start_;
    Clock::time_point last_shown_{};
    std::string stage_;
    std::mutex mutex_;
};

}  // namespace

std::unique_ptr<ProgressSink> make_progress_bar() { return std::make_unique<ProgressBar>(); }

}  // namespace attune::cli
