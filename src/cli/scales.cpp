#include "engine/library/scales.h"

#include "cli/command.h"
#include "cli/table.h"

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
        const auto scales = engine::shape_of(engine::measure_scales(workspace));
        context.show(scales);
        context.say(describe(scales));
    }

  private:
    static std::string describe(const shapes::Scales& scales) {
        std::string text = fmt::format(
            "attune has listened to {} tracks; catalogues describe {} of them. The two scales are {}.",
            count_text(scales.own_tracks), count_text(scales.pairs), scales.joined ? "joined" : "kept apart");
        if (scales.features.empty())
            return text + fmt::format("\nTo measure how they agree takes {} tracks that both know.",
                                      engine::least_scale_pairs);
        Table table;
        table.column("mean error of");
        for (const auto* const column : {"tracks", "as it is", "brought to scale", "a guess"})
            table.column(column, Table::Align::right);
        table.column("");
        for (const auto& row : scales.features) {
            const auto figure = [](double error) { return fmt::format("{:.3f}", error); };
            table.row({row.feature, count_text(row.pairs), figure(row.error_as_is), figure(row.error_mapped),
                       figure(row.error_constant), row.is_of_use ? "" : "of no use: left out where joined"});
        }
        return text + "\n\n" + table.text();
    }

    std::string action_;
};

}  // namespace

std::unique_ptr<Command> make_scales() { return std::make_unique<ScalesCommand>(); }

}  // namespace attune::cli
