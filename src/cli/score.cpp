#include "engine/picks/score.h"

#include "cli/command.h"
#include "cli/picks_text.h"
#include "cli/reasons_text.h"
#include "cli/table.h"

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
        const auto scores = engine::score_file(context.workspace(), file_);
        context.show(scores);
        context.say(describe(scores));
        for (const auto& problem : scores.problems) context.say("! " + problem);
    }

  private:
    std::string describe(const shapes::Scores& scores) const {
        Table table;
        table.column("like it", Table::Align::right);
        table.column("between", Table::Align::right);
        table.column("artist", Table::Align::left, 32);
        table.column("title", Table::Align::left, 48);
        table.column("in the library");
        std::string explained;
        for (const auto& track : scores.tracks) {
            const auto& chance = track.chance;
            table.row(
                {chance_text(chance.probability),
                 chance.low ? fmt::format("{:.0f}-{:.0f} %", 100 * *chance.low, 100 * *chance.high) : "–",
                 track.artist, track.title, track.known ? "yes" : "no"});
            explained += fmt::format("{}{:>5}  {} – {}{}", explained.empty() ? "" : "\n",
                                     chance_text(chance.probability), track.artist, track.title,
                                     reasons_text(track.reasons, reasons_shown));
        }
        return explain_ ? explained : table.text();
    }

    std::string file_;
    bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_score() { return std::make_unique<Score>(); }

}  // namespace attune::cli
