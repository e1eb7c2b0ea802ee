#include "engine/library/scales.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"

namespace attune::cli {
namespace {

class ScalesCommand final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional(
            "ACTION", action_,
            "join: use own features beside those of catalogues; part: apart again, as at first", false);
    }

    void run(Context& context) override {
        require(action_.empty() || action_ == "join" || action_ == "part",
                "scales can join or part, got '{}'", action_);
        auto& workspace = context.workspace();
        if (!action_.empty()) engine::join_scales(workspace, action_ == "join");
        const Json scales = engine::to_json(engine::measure_scales(workspace));
        if (context.wants_json()) {
            context.show(scales);
        } else {
            context.say(describe(scales));
        }
    }

  private:
    static std::string describe(const Json& scales) {
        std::string text = fmt::format(
            "attune has listened to {} tracks; catalogues describe {} of them. The two scales are {}.",
            with_commas(scales["own_tracks"].get<std::int64_t>()),
            with_commas(scales["pairs"].get<std::int64_t>()),
            scales["joined"].get<bool>() ? "joined" : "kept apart");
        if (scales["features"].empty())
            return text + fmt::format("\nTo measure how they agree takes {} tracks that both know.",
                                      engine::least_scale_pairs);
        Table table;
        table.column("mean error of");
        for (const auto* const column : {"tracks", "as it is", "brought to scale", "a guess"})
            table.column(column, Table::Align::right);
        table.column("");
        for (const auto& row : scales["features"]) {
            const auto figure = [&](const char* name) {
                return fmt::format("{:.3f}", row[name].get<double>());
            };
            table.row({row["feature"], with_commas(row["pairs"].get<std::int64_t>()), figure("error_as_is"),
                       figure("error_mapped"), figure("error_constant"),
                       row["is_of_use"].get<bool>() ? "" : "of no use: left out where joined"});
        }
        return text + "\n\n" + table.text();
    }

    std::string action_;
};

}  // namespace

std::unique_ptr<Command> make_scales() { return std::make_unique<ScalesCommand>(); }

}  // namespace attune::cli
