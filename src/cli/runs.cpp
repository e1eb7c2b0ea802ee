#include "engine/picks/runs.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/parse_all.h"

namespace attune::cli {
namespace {

class Runs final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "list (default) or restore", false);
        arguments.positional("RUN", run_, "the number of a run, for restore", false);
    }

    void run(Context& context) override {
        auto& workspace = context.workspace();
        if (action_ == "restore") {
            const auto number = parse_all<std::int64_t>(run_);
            require(number.has_value(), "name the run by its number: attune runs restore 3");
            engine::restore_run(workspace, *number);
        } else {
            require(action_.empty() || action_ == "list", "runs can list or restore, got '{}'", action_);
        }
        const auto runs = engine::runs(workspace);
        context.show(runs);
        Table table;
        table.column("run", Table::Align::right);
        table.column("trained");
        table.column("listens", Table::Align::right);
        table.column("labels", Table::Align::right);
        table.column("seed", Table::Align::right);
        table.column("in force");
        for (const auto& run : runs.runs) {
            table.row({std::to_string(run.run), format_timestamp(run.at), std::to_string(run.summary.listens),
                       std::to_string(run.summary.labels), std::to_string(run.seed),
                       run.is_current ? "yes" : ""});
        }
        context.say(table.empty() ? std::string("no runs yet; `attune train` makes one") : table.text());
    }

  private:
    std::string action_;
    std::string run_;
};

}  // namespace

std::unique_ptr<Command> make_runs() { return std::make_unique<Runs>(); }

}  // namespace attune::cli
