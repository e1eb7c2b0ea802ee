#include "engine/upkeep/check.h"

#include "cli/command.h"

namespace attune::cli {
namespace {

std::string text_of(const engine::CheckReport& report) {
    std::string text;
    for (const auto& mended : report.mended) text += mended + '\n';
    for (const auto& finding : report.findings)
        text += fmt::format("{}\n  {}\n", finding.text, finding.advice);
    if (report.findings.empty())
        return text + fmt::format("the library is well, with the models of {} runs and {} studies",
                                  report.n_runs, report.n_studies);
    return text + fmt::format("{} found", report.findings.size());
}

class Check final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.flag(
            "--mend", mend_,
            "delete what nothing can be done with: plays of nothing, runs without models, folders that "
            "were left over");
    }

    void run(Context& context) override {
        const auto report = engine::check_library(context.workspace(), mend_);
        context.show(engine::shape_of(report));
        context.say(text_of(report));
        if (!report.findings.empty()) context.end_with(ErrorCode::corrupt_data);
    }

  private:
    bool mend_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace attune::cli
