#include "cli/command.h"
#include "cli/lab_text.h"
#include "core/parallel.h"
#include "engine/lab/compare.h"
#include "engine/lab/studies.h"
#include "engine/lab/tables.h"

#include <filesystem>
#include <optional>

namespace attune::cli {
namespace {

class Lab final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("STUDY", study_,
                             "genre: how well the features tell the label; popularity: what drives a number; "
                             "clusters: groups of like tracks, a map of them, what is like nothing else; "
                             "compare: which figures of two studies differ",
                             true);
        arguments.positional(
            "TABLE", table_,
            "a CSV with a row for each track and the names of its columns, or the word library "
            "for the tracks of yours; to compare: what --json or --out wrote",
            true);
        arguments.positional("OTHER", other_, "to compare: the second study", false);
        arguments.option("--label", columns_.label,
                         "the column that says the genre; of clusters: to hold them against");
        arguments.option("--target", columns_.target, "the column of numbers to explain, as popularity");
        arguments.option("--group", columns_.group,
                         "judge also on groups never met: a column, best the artist");
        arguments.option("--features", columns_.features,
                         "columns to tell by (default: the audio features, which are 'audio' here)");
        arguments.option(
            "--models", models_,
            "genre: which models are judged, of logistic, forest, boosted_trees, neural_net and blend "
            "(default: all but neural_net); --out keeps the blend, else the best");
        arguments.option("--method", method_,
                         "clusters: kmeans (default), affinity, hierarchical, spectral or mixture");
        arguments.option("--map", map_, "clusters: how the map is drawn, umap (default), tsne or pca");
        arguments.option("--clusters", n_clusters_, 0, 1000,
                         "clusters: how many; 0 for the number of the best silhouette");
        arguments.option(
            "--out", out_,
            "a folder for the report (report.html with pictures), all numbers (report.json) and the model");
    }

    void run(Context& context) override {
        if (study_ == "compare") return compare(context);
        std::optional<engine::LibraryTable> library;
        if (table_ == "library" && !std::filesystem::exists(table_))
            table_ = library.emplace(context.workspace()).file().string();
        if (study_ == "clusters") return clusters(context);
        require(study_ == "genre" || study_ == "popularity",
                "the lab can study genre, popularity and clusters, and compare, got '{}'", study_);
        require(other_.empty(), "a study takes one table, got a second one: '{}'", other_);
        const bool is_genre = study_ == "genre";
        require(!is_genre || !columns_.label.empty(), "name the column that says the genre: --label COLUMN");
        require(!is_genre || columns_.target.empty(), "--target is for popularity; genres have a --label");
        require(is_genre || !columns_.target.empty(),
                "name the column of numbers to explain: --target COLUMN");
        require(is_genre || models_.empty(), "--models is for genres, got a study of {}", study_);
        const engine::LabRequest request{table_, columns_, out_};
        if (is_genre) {
            show(context, engine::study_genres(request, genre_options(context), context.task()));
        } else {
            show(context, engine::study_popularity(request, options_of<lab::PopularityStudyOptions>(context),
                                                   context.task()));
        }
    }

  private:
    template <class Study>
    static void show(Context& context, const Study& study) {
        context.show(study);
        context.say(study_text(study) + (study.report ? "\n\nreport: " + *study.report : ""));
    }

    void compare(Context& context) const {
        require(!other_.empty(), "name two studies to compare: attune lab compare A.json B.json");
        const auto comparison = engine::shape_of(engine::compare_studies(table_, other_));
        context.show(comparison);
        context.say(comparison_text(comparison));
    }

    void clusters(Context& context) const {
        require(other_.empty(), "a study takes one table, got a second one: '{}'", other_);
        require(columns_.target.empty() && columns_.group.empty(),
                "--target and --group are for studies that tell something; clusters have at most a --label");
        require(models_.empty(), "--models is for genres, got a study of clusters");
        auto options = options_of<lab::ClusterStudyOptions>(context);
        const auto grouping = lab::find_grouping(method_);
        require(grouping.has_value(),
                "--method must be kmeans, affinity, hierarchical, spectral or mixture, got '{}'", method_);
        const auto drawing = lab::find_drawing(map_);
        require(drawing.has_value(), "--map must be umap, tsne or pca, got '{}'", map_);
        options.grouping = *grouping;
        options.drawing = *drawing;
        options.clusters = static_cast<int>(n_clusters_);
        show(context, engine::study_clusters({table_, columns_, out_}, options, context.task()));
    }

    lab::GenreStudyOptions genre_options(Context& context) const {
        auto options = options_of<lab::GenreStudyOptions>(context);
        if (!models_.empty()) options.models = lab::learners_called(models_);
        return options;
    }

    template <class Options>
    static Options options_of(Context& context) {
        const auto threads = context.options().threads;
        Options options;
        options.seed = context.options().seed;
        options.threads = static_cast<int>(threads == 0 ? default_threads() : threads);
        return options;
    }

    std::string study_;
    std::string table_;
    std::string other_;
    std::string out_;
    std::vector<std::string> models_;
    std::string method_ = "kmeans";
    std::string map_ = "umap";
    std::uint64_t n_clusters_ = 0;
    tables::TableColumns columns_;
};

}  // namespace

std::unique_ptr<Command> make_lab() { return std::make_unique<Lab>(); }

}  // namespace attune::cli
