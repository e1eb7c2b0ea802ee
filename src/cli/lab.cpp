#include "engine/lab.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/parallel.h"

namespace attune::cli {
namespace {

class Lab final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("STUDY", study_, "genre: how well the features tell the label", true);
        arguments.positional("TABLE", table_, "a CSV with a row for each track and the names of its columns",
                             true);
        arguments.option("--label", columns_.label, "the column that says the genre");
        arguments.option("--group", columns_.group,
                         "judge also on groups never met: a column, best the artist");
        arguments.option("--features", columns_.features, "columns to tell by (default: the audio features)");
    }

    void run(Context& context) override {
        require(study_ == "genre", "the lab can study genre, got '{}'", study_);
        require(!columns_.label.empty(), "name the column that says the genre: --label COLUMN");
        const auto threads = context.options().threads;
        lab::GenreStudyOptions options;
        options.seed = context.options().seed;
        options.threads = static_cast<int>(threads == 0 ? default_threads() : threads);
        const Json study = engine::to_json(engine::study_genres(table_, columns_, options, context.task()));
        if (context.wants_json()) {
            context.show(study);
        } else {
            context.say(describe(study));
        }
    }

  private:
    static void add_figures(std::vector<std::string>& cells, const Json& figure) {
        cells.push_back(percent(figure["random"].get<double>()));
        if (!figure["by_group"].is_null()) cells.push_back(percent(figure["by_group"].get<double>()));
    }

    static std::string heading(const Json& study) {
        std::string dropped;
        for (const auto& [reason, count] : study["dropped"].items())
            dropped += fmt::format("{}{} {}", dropped.empty() ? "; left out: " : ", ",
                                   with_commas(count.get<std::int64_t>()), reason);
        return fmt::format("{} tracks, {} classes, {} features{}",
                           with_commas(study["rows"].get<std::int64_t>()), study["classes"].size(),
                           study["features"].size(), dropped);
    }

    static std::string models_text(const Json& study) {
        const bool has_groups = !study["best"]["accuracy"]["by_group"].is_null();
        Table table;
        table.column("model");
        table.column("sampling");
        for (const std::string figure : {"accuracy", "top 2"}) {
            table.column(figure, Table::Align::right);
            if (has_groups) table.column(figure + ", new groups", Table::Align::right);
        }
        for (const auto& [name, rule] : study["baselines"].items()) {
            std::vector<std::string> cells{name, "–"};
            add_figures(cells, rule["accuracy"]);
            cells.resize(has_groups ? 6 : 4);
            table.row(cells);
        }
        for (const auto& model : study["models"]) {
            std::vector<std::string> cells{model["model"], model["sampling"]};
            add_figures(cells, model["accuracy"]);
            add_figures(cells, model["top2"]);
            table.row(cells);
        }
        return table.text();
    }

    static std::string best_text(const Json& best) {
        Table table;
        table.column("class", Table::Align::left, 32);
        for (const auto* const column : {"tracks", "precision", "recall", "F1"})
            table.column(column, Table::Align::right);
        for (const auto& [name, scores] : best["per_class"].items()) {
            table.row({name, with_commas(scores["rows"].get<std::int64_t>()),
                       percent(scores["precision"].get<double>()), percent(scores["recall"].get<double>()),
                       fmt::format("{:.2f}", scores["f1"].get<double>())});
        }
        return fmt::format("best: {}, {}{}\n\n{}", best["model"].get<std::string>(),
                           best["sampling"].get<std::string>(),
                           best["accuracy"]["by_group"].is_null() ? "" : " (on new groups)", table.text());
    }

    static std::string describe(const Json& study) {
        return heading(study) + "\n\n" + models_text(study) + "\n\n" + best_text(study["best"]);
    }

    std::string study_;
    std::string table_;
    engine::TableColumns columns_;
};

}  // namespace

std::unique_ptr<Command> make_lab() { return std::make_unique<Lab>(); }

}  // namespace attune::cli
