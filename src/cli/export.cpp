#include "engine/playlists/export.h"

#include "cli/command.h"

namespace attune::cli {
namespace {

class Export final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("WHAT", options_.what, "picks, liked, disliked or the name of a playlist", true);
        arguments.positional("FILE", file_, "where to; - for standard output", true);
        std::string names;
        for (const auto& format : engine::export_formats().formats)
            names += (names.empty() ? "" : ", ") + format.name;
        arguments.option("--format", options_.format, names + " (default: by the name of the file)");
        arguments.option("--cycle", cycle_, 0, 1000000, "of which cycle the picks; 0: the last");
    }

    void run(Context& context) override {
        const bool to_stdout = file_ == "-";
        require(!to_stdout || !options_.format.empty(),
                "standard output has no name to tell the format: say --format");
        require(!to_stdout || !context.wants_json(),
                "with --json standard output holds the report: name a file");
        if (!to_stdout) options_.file = file_;
        options_.cycle = static_cast<int>(cycle_);
        const auto result = engine::export_list(context.workspace(), options_);
        if (to_stdout) {
            fmt::print("{}", result.content);
            return;
        }
        context.show(
            shapes::Exported{result.name, result.format, file_, result.n_tracks, result.n_without_uri});
        context.say(
            fmt::format("{}: {} tracks to {} as {}", result.name, result.n_tracks, file_, result.format));
        if (result.n_without_uri > 0)
            context.say(fmt::format("{} of them have no Spotify link", result.n_without_uri));
    }

  private:
    engine::ExportOptions options_;
    std::string file_;
    std::uint64_t cycle_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace attune::cli
