#include "cli/command.h"
#include "cli/table.h"
#include "engine/sound/analysis_cache.h"

namespace attune::cli {
namespace {

class Cache final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "export or import", true);
        arguments.positional("FILE", file_, "the file of analyses, one a line", true);
    }

    void run(Context& context) override {
        require(action_ == "export" || action_ == "import", "a cache can be exported or imported, got '{}'",
                action_);
        const bool is_import = action_ == "import";
        auto& workspace = context.workspace(is_import);
        const auto report =
            is_import ? engine::import_cache(workspace, file_) : engine::export_cache(workspace, file_);
        context.show(engine::shape_of(report));
        context.say(is_import ? describe_import(report)
                              : fmt::format("{} analyses written to {}", count(report.n_analyses), file_));
    }

  private:
    static std::string count(std::size_t n) { return with_commas(static_cast<std::int64_t>(n)); }

    static std::string describe_import(const engine::CacheReport& report) {
        std::string text = fmt::format("{} analyses are new, {} were known", count(report.n_analyses),
                                       count(report.n_known));
        if (report.n_other_version > 0)
            text += fmt::format("; {} are of another version and wait for it", count(report.n_other_version));
        if (report.n_bad > 0) text += fmt::format("; {} lines could not be read", count(report.n_bad));
        for (const auto& problem : report.problems) text += "\n! " + problem;
        return text;
    }

    std::string action_;
    std::string file_;
};

}  // namespace

std::unique_ptr<Command> make_cache() { return std::make_unique<Cache>(); }

}  // namespace attune::cli
