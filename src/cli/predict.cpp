#include "engine/lab/predict.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"

#include <filesystem>

namespace attune::cli {
namespace {

constexpr std::size_t rows_shown = 50;

class Predict final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("MODEL", model_, "the folder that attune lab wrote with --out", true);
        arguments.positional(
            "TRACK|TABLE", what_,
            "a CSV with the model's columns, or a track of the library (\"Artist - Title\", id, "
            "Spotify URI or URL)",
            true);
    }

    void run(Context& context) override {
        const auto model = engine::load_study_model(model_);
        std::error_code error;
        const bool is_file = std::filesystem::exists(what_, error);
        const Json said = engine::to_json(is_file ? engine::predict_table(model, what_, context.task())
                                                  : engine::predict_track(model, context.workspace(), what_));
        if (context.wants_json()) {
            context.show(said);
        } else {
            context.say(describe(said));
        }
    }

  private:
    /// "rock 62 %, pop 20 %"
    static std::string classes_text(const Json& probabilities) {
        std::vector<std::pair<double, std::string>> classes;
        for (const auto& [name, p] : probabilities.items()) classes.emplace_back(-p.get<double>(), name);
        std::ranges::sort(classes);
        std::string text;
        for (std::size_t c = 0; c < std::min<std::size_t>(classes.size(), 3); ++c)
            text +=
                fmt::format("{}{} {:.0f} %", c == 0 ? "" : ", ", classes[c].second, -100 * classes[c].first);
        return text;
    }

    static std::string describe(const Json& said) {
        const bool is_genre = said["study"] == "genre";
        Table table;
        table.column("artist", Table::Align::left, 32);
        table.column("title", Table::Align::left, 40);
        table.column(said["answer"], is_genre ? Table::Align::left : Table::Align::right);
        table.column(is_genre ? "probability" : "between");
        std::size_t shown = 0;
        for (const auto& track : said["tracks"]) {
            if (shown++ == rows_shown) break;
            const auto title = track["title"].get<std::string>();
            std::vector<std::string> cells{track["artist"],
                                           title.empty() ? track["id"].get<std::string>() : title};
            if (is_genre) {
                cells.push_back(track["can_tell"].get<bool>() ? track["said"].get<std::string>()
                                                              : "cannot tell");
                cells.push_back(classes_text(track["probabilities"]));
            } else if (!track["can_tell"].get<bool>()) {
                cells.insert(cells.end(), {"cannot tell", ""});
            } else {
                cells.push_back(fmt::format("{:.1f}", track["value"].get<double>()));
                cells.push_back(
                    fmt::format("{:.1f}-{:.1f}", track["low"].get<double>(), track["high"].get<double>()));
            }
            table.row(cells);
        }
        const auto n = said["tracks"].size();
        return table.text() + (n > rows_shown ? fmt::format("\n… and {} more; --json has all", n - rows_shown)
                                              : std::string());
    }

    std::string model_;
    std::string what_;
};

}  // namespace

std::unique_ptr<Command> make_predict() { return std::make_unique<Predict>(); }

}  // namespace attune::cli
