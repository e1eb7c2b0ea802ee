#include "engine/lab.h"

#include "cli/command.h"
#include "cli/lab_text.h"
#include "core/json.h"
#include "core/parallel.h"
#include "engine/lab_report.h"
#include "engine/workspace.h"

#include <filesystem>

namespace attune::cli {
namespace {

class Lab final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("STUDY", study_,
                             "genre: how well the features tell the label; popularity: what drives a number",
                             true);
        arguments.positional("TABLE", table_, "a CSV with a row for each track and the names of its columns",
                             true);
        arguments.option("--label", columns_.label, "the column that says the genre");
        arguments.option("--target", columns_.target, "the column of numbers to explain, as popularity");
        arguments.option("--group", columns_.group,
                         "judge also on groups never met: a column, best the artist");
        arguments.option("--features", columns_.features,
                         "columns to tell by (default: the audio features, which are 'audio' here)");
        arguments.option("--out", out_, "a folder for the report: report.html with pictures, report.json");
    }

    void run(Context& context) override {
        require(study_ == "genre" || study_ == "popularity",
                "the lab can study genre and popularity, got '{}'", study_);
        const bool is_genre = study_ == "genre";
        require(!is_genre || !columns_.label.empty(), "name the column that says the genre: --label COLUMN");
        require(!is_genre || columns_.target.empty(), "--target is for popularity; genres have a --label");
        require(is_genre || !columns_.target.empty(),
                "name the column of numbers to explain: --target COLUMN");
        const Json study =
            is_genre ? told(context,
                            engine::study_genres(table_, columns_,
                                                 options_of<lab::GenreStudyOptions>(context), context.task()))
                     : told(context, engine::study_popularity(
                                         table_, columns_, options_of<lab::PopularityStudyOptions>(context),
                                         context.task()));
        if (context.wants_json()) {
            context.show(study);
        } else {
            context.say((is_genre ? genre_study_text(study) : popularity_study_text(study)) +
                        (out_.empty() ? "" : "\n\nreport: " + study["report"].get<std::string>()));
        }
    }

  private:
    template <class Options>
    static Options options_of(Context& context) {
        const auto threads = context.options().threads;
        Options options;
        options.seed = context.options().seed;
        options.threads = static_cast<int>(threads == 0 ? default_threads() : threads);
        return options;
    }

    /// The numbers of a study; with --out also in that folder, beside the page that shows them.
    template <class Study>
    Json told(Context& context, const Study& study) const {
        Json numbers = engine::to_json(study);
        if (out_.empty()) return numbers;
        const auto& label = columns_.target.empty() ? columns_.label : columns_.target;
        const auto name = std::filesystem::path(table_).filename().string();
        const auto page = std::filesystem::path(out_) / "report.html";
        engine::write_lab_report(study, {name, label, columns_.group, context.options().seed}, page);
        numbers["report"] = page.string();
        engine::write_file(std::filesystem::path(out_) / "report.json", numbers.dump(2) + "\n");
        return numbers;
    }

    std::string study_;
    std::string table_;
    std::string out_;
    engine::TableColumns columns_;
};

}  // namespace

std::unique_ptr<Command> make_lab() { return std::make_unique<Lab>(); }

}  // namespace attune::cli
