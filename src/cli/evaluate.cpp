#include "engine/picks/evaluate.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/parse_all.h"

#include <filesystem>

namespace attune::cli {
namespace {

std::string figure_text(const shapes::Estimate& figure) {
    if (!figure.value) return "too few";
    if (!figure.low || !figure.high) return fmt::format("{:.3f}", *figure.value);
    return fmt::format("{:.3f} [{:.3f}, {:.3f}]", *figure.value, *figure.low, *figure.high);
}

std::string evaluation_text(const shapes::Evaluation& evaluation) {
    std::string text;
    for (const auto& [task, verdict] : evaluation.verdicts) text += fmt::format("{}: {}\n", task, verdict);
    Table table;
    table.column("task");
    table.column("metric", Table::Align::left, 44);
    table.column("model");
    table.column("value, 95 % interval");
    table.column("n", Table::Align::right);
    for (const auto& figure : evaluation.tasks) {
        // The cuts one by one are for --json; a figure that there is too little for says nothing here.
        if (!figure.is_mean() || !figure.value) continue;
        table.row({figure.task, figure.metric, figure.model, figure_text(figure), std::to_string(figure.n)});
    }
    return table.empty() ? text : text + table.text() + "\nmeans over the cuts; --json has each of them";
}

class Evaluate final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--cut", cuts_, "shares of the plays to cut at (default: 0.5,0.6,0.7,0.8)");
        arguments.option("--resamples", resamples_, 10, 100000, "bootstrap resamples");
        arguments.flag("--leave-one-out", leave_one_out_,
                       "also without each source of evidence: what it is worth");
        arguments.option("--out", out_, "write the figures as a page with pictures to this file (.html)");
    }

    void run(Context& context) override {
        require(out_.empty() || std::filesystem::path(out_).extension() == ".html",
                "an evaluation is written to .html, got '{}'", out_);
        std::vector<double> cuts;
        for (const auto& word : cuts_) {
            const auto cut = parse_all<double>(word);
            require(cut && *cut > 0 && *cut < 1, "a cut must be a number between 0 and 1, got '{}'", word);
            cuts.push_back(*cut);
        }
        const auto evaluation =
            engine::evaluate_person(context.workspace(), cuts, resamples_, leave_one_out_);
        if (!out_.empty()) engine::write_evaluation_page(context.workspace(), evaluation, out_);
        context.show(evaluation);
        context.say(evaluation_text(evaluation));
    }

  private:
    std::vector<std::string> cuts_;
    std::uint64_t resamples_ = 1000;
    bool leave_one_out_ = false;
    std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_evaluate() { return std::make_unique<Evaluate>(); }

}  // namespace attune::cli
