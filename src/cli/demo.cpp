#include "engine/intake/demo.h"

#include "cli/command.h"
#include "cli/picks_text.h"
#include "cli/table.h"
#include "engine/intake/import.h"
#include "engine/picks/discover.h"
#include "engine/picks/status.h"
#include "engine/picks/train.h"
#include "shapes/serving.h"

namespace attune::cli {
namespace {

constexpr std::size_t picks_shown = 10;

/// The library of the demo: --library, else a folder of its own beside the person's.
std::filesystem::path demo_directory(const CommonOptions& options) {
    auto directory = library_directory(options);
    if (options.library.empty()) directory += "-demo";
    return directory;
}

class Demo final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.flag("--only-files", only_files_,
                       "write the files of the simulated listener and no library");
    }

    void run(Context& context) override {
        const auto directory = demo_directory(context.options());
        const auto paths = engine::write_demo_files(directory, context.options().seed, context.task());
        if (only_files_) {
            context.say(fmt::format("the files are in {}", (directory / "input").string()));
            return;
        }
        context.use((directory / "library").string(), engine::demo_person);
        auto& workspace = context.workspace(true);
        const auto report = engine::import_paths(workspace, {paths, false});
        const auto totals = report.totals;
        context.say(fmt::format("imported {} of {} rows ({} were there already) from {} files in {:.1f} s",
                                with_commas(totals.imported), with_commas(totals.rows),
                                with_commas(totals.duplicates), report.files.size(), report.seconds));
        const auto status = engine::status(workspace);
        context.say(fmt::format("{} listens of {} tracks by {} artists; a catalogue of {} tracks",
                                with_commas(status.listens), with_commas(status.tracks),
                                with_commas(status.artists), with_commas(status.library.catalogue_tracks)));
        if (totals.imported > 0 || !engine::has_usable_run(workspace)) engine::train(workspace, {});
        engine::DiscoverOptions options;
        options.count = picks_shown;
        const auto discovery = engine::discover(workspace, options);
        context.show(shapes::Demo{engine::shape_of(report), discovery});
        context.say("\nwhat this listener has never heard and may like:\n" + picks_text(discovery, true));
        context.say(fmt::format(
            "\nGo on with the simulated listener:\n"
            "  attune discover --explain --library \"{0}\" --person {1}\n"
            "  attune evaluate --library \"{0}\" --person {1}\n\n"
            "With your own export (spotify.com/account/privacy, \"Extended streaming history\"):\n"
            "  attune import my_spotify_data.zip CATALOGUE.csv\n"
            "  attune train\n"
            "  attune discover --explain",
            (directory / "library").string(), engine::demo_person));
    }

  private:
    bool only_files_ = false;
};

}  // namespace

std::unique_ptr<Command> make_demo() { return std::make_unique<Demo>(); }

}  // namespace attune::cli
