#pragma once

#include "core/error.h"
#include "engine/library/workspace.h"
#include "shapes/shape.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace attune::cli {

/// What stands on every command line.
struct CommonOptions {
    std::string library;
    std::string person = "me";
    bool json = false;
    std::uint64_t seed = 1;
    std::uint64_t threads = 0;
    bool quiet = false;
};

/// The folder of the library: --library, else $ATTUNE_LIBRARY, else $XDG_DATA_HOME/attune, else
/// ~/.local/share/attune.
std::filesystem::path library_directory(const CommonOptions& options);

/// What a command works with and how it shows what came out.
class Context {
  public:
    Context(CommonOptions options, std::stop_token stop);
    ~Context();

    const CommonOptions& options() const noexcept { return options_; }

    /// Another library or person than the command line says; before workspace() is asked for.
    void use(const std::string& library, std::string_view person) {
        options_.library = library;
        options_.person = person;
    }

    /// The library, opened. `create`: made if there is none. @throws Error{not_found} otherwise
    engine::Workspace& workspace(bool create = false);

    bool wants_json() const noexcept { return options_.json; }

    /// Writes the one JSON document, with --json; nothing else.
    template <shapes::Described Shape>
    void show(const Shape& shape) {
        if (options_.json) show_written(shapes::type_of<Shape>(), &shape);
    }

    /// Writes text for people; nothing with --json. The library's notice goes before the first.
    void say(std::string_view text);

    /// What was shown says that something is wrong: the exit status says it too.
    void end_with(ErrorCode code) noexcept { ending_ = code; }
    std::optional<ErrorCode> ending() const noexcept { return ending_; }

    /// Asked to stop once Ctrl-C is pressed.
    const std::stop_token& stop() const noexcept { return stop_; }

    /// What long work is given: progress on stderr, stopped by Ctrl-C.
    Task task();

  private:
    void show_written(const shapes::Type& type, const void* shape);

    CommonOptions options_;
    std::stop_token stop_;
    std::unique_ptr<ProgressSink> progress_;
    std::unique_ptr<engine::Workspace> workspace_;
    bool notice_said_ = false;
    std::optional<ErrorCode> ending_;
};

}  // namespace attune::cli
