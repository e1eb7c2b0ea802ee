#include "engine/picks/train.h"

#include "cli/command.h"
#include "cli/table.h"
#include "engine/picks/runs.h"

namespace attune::cli {
namespace {

std::string run_text(const shapes::Run& run) {
    Table table;
    table.column("what it learnt from");
    table.column("examples", Table::Align::right);
    table.column("liked", Table::Align::right);
    table.column("AUC by artist", Table::Align::right);
    table.column("weight", Table::Align::right);
    for (const auto& stage : run.summary.stages) {
        table.row(
            {stage.stage, count_text(stage.rows), count_text(stage.positive),
             stage.rows == 0 || !stage.auc_by_artist ? "-" : fmt::format("{:.3f}", *stage.auc_by_artist),
             stage.weight == 0 ? "none" : fmt::format("{:.2f}", stage.weight)});
    }
    return fmt::format(
        "run {} is in force\n{}\n0.5 is a coin toss; a stage that knows nothing weighs nothing.", run.run,
        table.text());
}

class Train final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--playlist", options_.playlists,
                         "playlists that stand for your taste (default: all)");
        arguments.flag("--quick", options_.quick,
                       "fewer models, for a first look; the next training without it learns the rest");
        arguments.flag("--without-labels", without_labels_, "leave out what you said of tracks");
    }

    void run(Context& context) override {
        options_.use_labels = !without_labels_;
        const auto run = engine::run_of(engine::train(context.workspace(), options_));
        context.show(run);
        context.say(run_text(run));
    }

  private:
    engine::TrainOptions options_;
    bool without_labels_ = false;
};

}  // namespace

std::unique_ptr<Command> make_train() { return std::make_unique<Train>(); }

}  // namespace attune::cli
