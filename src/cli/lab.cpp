#include "cli/command.h"
#include "cli/lab_text.h"
#include "core/parallel.h"
#include "engine/lab/compare.h"
#include "engine/lab/studies.h"
#include "engine/lab/study_request.h"
#include "engine/lab/tables.h"

#include <filesystem>
#include <optional>
#include <variant>

namespace attune::cli {
namespace {

class Lab final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("STUDY", request_.study,
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
        arguments.option("--label", request_.label,
                         "the column that says the genre; of clusters: to hold them against");
        arguments.option("--target", request_.target, "the column of numbers to explain, as popularity");
        arguments.option("--group", request_.group,
                         "judge also on groups never met: a column, best the artist");
        arguments.option("--features", request_.features,
                         "columns to tell by (default: the audio features, which are 'audio' here)");
        arguments.option(
            "--models", request_.models,
            "genre: which models are judged, of logistic, forest, boosted_trees, neural_net and blend "
            "(default: all but neural_net); --out keeps the blend, else the best");
        arguments.option("--method", request_.method,
                         "clusters: kmeans (default), affinity, hierarchical, spectral or mixture");
        arguments.option("--map", request_.map,
                         "clusters: how the map is drawn, umap (default), tsne or pca");
        arguments.option("--clusters", n_clusters_, 0, 1000,
                         "clusters: how many; 0 for the number of the best silhouette");
        arguments.option(
            "--out", out_,
            "a folder for the report (report.html with pictures), all numbers (report.json) and the model");
    }

    void run(Context& context) override {
        if (request_.study == "compare") return compare(context);
        require(other_.empty(), "a study takes one table, got a second one: '{}'", other_);
        const auto threads = context.options().threads;
        request_.seed = context.options().seed;
        request_.threads = threads == 0 ? default_threads() : threads;
        request_.clusters = static_cast<int>(n_clusters_);
        const auto [columns, options] = request_.checked();
        std::optional<engine::LibraryTable> library;
        if (table_ == "library" && !std::filesystem::exists(table_))
            table_ = library.emplace(context.workspace()).file().string();
        const engine::LabRequest lab{table_, columns, out_};
        std::visit([&](const auto& of_kind) { study(context, lab, of_kind); }, options);
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

    static void study(Context& context, const engine::LabRequest& lab,
                      const lab::GenreStudyOptions& options) {
        show(context, engine::study_genres(lab, options, context.task()));
    }

    static void study(Context& context, const engine::LabRequest& lab,
                      const lab::PopularityStudyOptions& options) {
        show(context, engine::study_popularity(lab, options, context.task()));
    }

    static void study(Context& context, const engine::LabRequest& lab,
                      const lab::ClusterStudyOptions& options) {
        show(context, engine::study_clusters(lab, options, context.task()));
    }

    engine::StudyRequest request_;
    std::string table_;
    std::string other_;
    std::string out_;
    std::uint64_t n_clusters_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_lab() { return std::make_unique<Lab>(); }

}  // namespace attune::cli
