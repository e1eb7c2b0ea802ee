#include "engine/picks/score.h"

#include "cli/command.h"
#include "cli/reasons_text.h"
#include "cli/table.h"
#include "core/json.h"

namespace attune::cli {
namespace {

constexpr std::size_t reasons_shown = 4;

class Score final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("FILE", file_, "a CSV with artist,title[,uri] or a playlist", true);
        arguments.flag("--explain", explain_, "say why");
    }

    void run(Context& context) override {
        const Json report = engine::to_json(engine::score_file(context.workspace(), file_));
        if (context.wants_json()) context.show(report);
        context.say(describe(report));
        for (const auto& problem : report["problems"]) context.say("! " + problem.get<std::string>());
    }

  private:
    std::string describe(const Json& report) const {
        Table table;
        table.column("like it", Table::Align::right);
        table.column("between", Table::Align::right);
        table.column("artist", Table::Align::left, 32);
        table.column("title", Table::Align::left, 48);
        table.column("in the library");
        std::string explained;
        for (const auto& track : report["tracks"]) {
            const auto percent_of = [&](const char* key) { return 100 * track[key].get<double>(); };
            table.row({fmt::format("{:.0f} %", percent_of("probability")),
                       fmt::format("{:.0f}-{:.0f} %", percent_of("low"), percent_of("high")), track["artist"],
                       track["title"], track["known"].get<bool>() ? "yes" : "no"});
            explained +=
                fmt::format("{}{:3.0f} %  {} – {}{}", explained.empty() ? "" : "\n",
                            percent_of("probability"), track["artist"].get<std::string>(),
                            track["title"].get<std::string>(), reasons_text(track["reasons"], reasons_shown));
        }
        return explain_ ? explained : table.text();
    }

    std::string file_;
    bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_score() { return std::make_unique<Score>(); }

}  // namespace attune::cli
