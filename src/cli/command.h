#pragma once

#include "cli/arguments.h"
#include "cli/context.h"

#include <memory>
#include <span>
#include <string_view>

namespace attune::cli {

/// One command of the program: says what it takes, then does its work.
class Command {
  public:
    virtual ~Command() = default;
    virtual void declare(Arguments& arguments) = 0;

    /// Does the work and shows the outcome through the context.
    /// @throws Error, which becomes the message and the exit status
    virtual void run(Context& context) = 0;

  protected:
    Command() = default;
    Command(const Command&) = default;
    Command& operator=(const Command&) = default;
};

/// A line of the table of commands.
struct CommandEntry {
    std::string_view name;
    std::string_view help;
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order in which help lists them.
std::span<const CommandEntry> all_commands() noexcept;

// One function a command, defined in the file of that name.
std::unique_ptr<Command> make_analyze();
std::unique_ptr<Command> make_cache();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_community();
std::unique_ptr<Command> make_demo();
std::unique_ptr<Command> make_discover();
std::unique_ptr<Command> make_evaluate();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_genre();
std::unique_ptr<Command> make_genres();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_lab();
std::unique_ptr<Command> make_label();
std::unique_ptr<Command> make_matches();
std::unique_ptr<Command> make_person();
std::unique_ptr<Command> make_playlist();
std::unique_ptr<Command> make_predict();
std::unique_ptr<Command> make_runs();
std::unique_ptr<Command> make_scales();
std::unique_ptr<Command> make_score();
std::unique_ptr<Command> make_search();
std::unique_ptr<Command> make_serve();
std::unique_ptr<Command> make_similar();
std::unique_ptr<Command> make_status();
std::unique_ptr<Command> make_train();

}  // namespace attune::cli
