#include "engine/lab/predict.h"

#include "cli/command.h"
#include "cli/table.h"

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
        const auto said =
            engine::shape_of(is_file ? engine::predict_table(model, what_, context.task())
                                     : engine::predict_track(model, context.workspace(), what_));
        context.show(said);
        context.say(describe(said));
    }

  private:
    /// "rock 62 %, pop 20 %"
    static std::string classes_text(const shapes::InOrder<double>& probabilities) {
        std::vector<std::pair<double, std::string>> classes;
        for (const auto& [name, p] : probabilities) classes.emplace_back(-p, name);
        std::ranges::sort(classes);
        std::string text;
        for (std::size_t c = 0; c < std::min<std::size_t>(classes.size(), 3); ++c)
            text +=
                fmt::format("{}{} {:.0f} %", c == 0 ? "" : ", ", classes[c].second, -100 * classes[c].first);
        return text;
    }

    static std::vector<std::string> name_cells(const shapes::NamedRow& track) {
        return {track.artist, track.title.empty() ? track.id : track.title};
    }

    static std::vector<std::string> cells_of(const shapes::SaidClass& said) {
        auto cells = name_cells(said.track);
        cells.push_back(said.can_tell ? said.said : "cannot tell");
        cells.push_back(classes_text(said.probabilities));
        return cells;
    }

    static std::vector<std::string> cells_of(const shapes::SaidNumber& said) {
        auto cells = name_cells(said.track);
        cells.push_back(said.can_tell ? fmt::format("{:.1f}", said.value) : "cannot tell");
        cells.push_back(said.can_tell ? fmt::format("{:.1f}-{:.1f}", said.low, said.high) : "");
        return cells;
    }

    static std::string describe(const shapes::Predictions& said) {
        const bool is_genre = said.study == "genre";
        Table table;
        table.column("artist", Table::Align::left, 32);
        table.column("title", Table::Align::left, 40);
        table.column(said.answer, is_genre ? Table::Align::left : Table::Align::right);
        table.column(is_genre ? "probability" : "between");
        std::size_t shown = 0;
        for (const auto& track : said.tracks) {
            if (shown++ == rows_shown) break;
            table.row(std::visit([](const auto& one) { return cells_of(one); }, track));
        }
        const auto n = said.tracks.size();
        return table.text() + (n > rows_shown ? fmt::format("\n… and {} more; --json has all", n - rows_shown)
                                              : std::string());
    }

    std::string model_;
    std::string what_;
};

}  // namespace

std::unique_ptr<Command> make_predict() { return std::make_unique<Predict>(); }

}  // namespace attune::cli
