#include "engine/sound/analyze.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/parallel.h"
#include "core/text.h"

#include <array>

namespace attune::cli {
namespace {

using Fate = engine::AnalyzedFile::Fate;

constexpr std::size_t rows_shown = 40;
constexpr double watch_rest_s = 2;
constexpr std::array key_names{"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string in_words(const Json& value, std::string_view format) {
    return value.is_number() ? fmt::format(fmt::runtime(format), value.get<double>()) : "–";
}

std::string key_of(const Json& features) {
    const auto& key = features["key"];
    if (!key.is_number() || key.get<int>() < 0) return "–";
    const bool is_minor = features["mode"].is_number() && features["mode"].get<int>() == 0;
    return std::string(key_names.at(key.get<std::size_t>() % 12)) + (is_minor ? " minor" : " major");
}

std::string length_of(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string table_of(const engine::AnalyzeReport& report) {
    Table table;
    table.column("file", Table::Align::left, 40);
    table.column("length", Table::Align::right);
    table.column("BPM", Table::Align::right);
    table.column("key");
    for (const auto* const column : {"LUFS", "energy", "dance", "valence", "acoustic", "instr."})
        table.column(column, Table::Align::right);
    std::size_t n_shown = 0;
    for (const auto& file : report.files) {
        if (file.fate == Fate::failed || n_shown == rows_shown) continue;
        ++n_shown;
        const auto& features = file.analysis["features"];
        table.row({base_name(file.path), length_of(file.duration_ms / 1000.0),
                   in_words(features["tempo"], "{:.0f}"), key_of(features),
                   in_words(file.analysis["loudness"]["integrated_lufs"], "{:.1f}"),
                   in_words(features["energy"], "{:.2f}"), in_words(features["danceability"], "{:.2f}"),
                   in_words(features["valence"], "{:.2f}"), in_words(features["acousticness"], "{:.2f}"),
                   in_words(features["instrumentalness"], "{:.2f}")});
    }
    if (n_shown == 0) return "";
    const std::size_t n_more = report.n_analyzed + report.n_skipped - n_shown;
    return table.text() +
           (n_more > 0 ? fmt::format("\n… and {} more", with_commas(static_cast<std::int64_t>(n_more)))
                       : "") +
           "\n";
}

std::string summary_of(const engine::AnalyzeReport& report) {
    const auto count = [](std::size_t n) { return with_commas(static_cast<std::int64_t>(n)); };
    std::string text =
        fmt::format("{} files: {} analyzed", count(report.files.size()), count(report.n_analyzed));
    if (report.n_adopted > 0) text += fmt::format(" ({} of them by others before)", count(report.n_adopted));
    if (report.n_skipped > 0) text += fmt::format(", {} known already", count(report.n_skipped));
    if (report.n_failed > 0) text += fmt::format(", {} failed", count(report.n_failed));
    if (report.audio_seconds > 0) {
        text += fmt::format("\n{} of sound in {:.1f} s, {:.0f} times as fast as it plays",
                            length_of(report.audio_seconds), report.wall_seconds,
                            report.audio_seconds / report.wall_seconds);
    }
    for (const auto& file : report.files) {
        if (file.fate == Fate::failed) text += fmt::format("\n! {}: {}", file.path, file.problem);
    }
    for (const auto& problem : report.problems) text += "\n! " + problem;
    return text;
}

class Analyze final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH", paths_, "files of sound, or folders of them", true);
        arguments.flag("--no-store", no_store_, "show what is heard and keep nothing; needs no library");
        arguments.flag("--watch", watch_, "go on with whatever comes or changes there, until Ctrl-C");
        arguments.flag("--true-peak", options_.true_peak, "find the true peak, between the samples, as well");
    }

    void run(Context& context) override {
        options_.paths.assign(paths_.begin(), paths_.end());
        const auto threads = context.options().threads;
        options_.threads = static_cast<std::size_t>(threads == 0 ? default_threads() : threads);
        store::Store* store = nullptr;
        if (!no_store_) {
            auto& workspace = context.workspace(true);
            workspace.ensure_person();  // whose music it is: a library of files alone can be played from
            store = workspace.store.get();
        }
        if (watch_) {
            engine::watch_paths(options_, store, context.task(), watch_rest_s,
                                [&](const engine::AnalyzeReport& report) { show(context, report); });
            return;
        }
        const auto report = engine::analyze_paths(options_, store, context.task());
        if (report.files.empty())
            fail(ErrorCode::not_found,
                 "no file there has the ending of a sound file; name one to have it tried{}",
                 reasons(report));
        if (report.n_failed == report.files.size())
            fail(ErrorCode::corrupt_data, "nothing readable{}", reasons(report));
        show(context, report);
    }

  private:
    static std::string reasons(const engine::AnalyzeReport& report) {
        std::string text;
        for (const auto& file : report.files) text += fmt::format("\n  {}: {}", file.path, file.problem);
        for (const auto& problem : report.problems) text += "\n  " + problem;
        return text;
    }

    static void show(Context& context, const engine::AnalyzeReport& report) {
        context.show(engine::shape_of(report));
        if (!report.files.empty()) context.say(table_of(report) + summary_of(report));
    }

    std::vector<std::string> paths_;
    engine::AnalyzeOptions options_;
    bool no_store_ = false;
    bool watch_ = false;
};

}  // namespace

std::unique_ptr<Command> make_analyze() { return std::make_unique<Analyze>(); }

}  // namespace attune::cli
