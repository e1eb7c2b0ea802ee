#include "engine/intake/import.h"

#include "cli/command.h"
#include "cli/table.h"

namespace attune::cli {
namespace {

std::string describe_dropped(const engine::RowCounts& counts) {
    std::string text;
    for (const auto& [reason, n] : counts.dropped)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", with_commas(n), reason);
    return text;
}

void add_counts(Table& table, const std::string& name, const std::string& kind,
                const engine::RowCounts& counts) {
    table.row({name, kind, with_commas(counts.rows), with_commas(counts.imported),
               with_commas(counts.duplicates), describe_dropped(counts)});
}

std::string import_text(const engine::ImportReport& report) {
    Table table;
    table.column("file", Table::Align::left, 44);
    table.column("kind");
    table.column("rows", Table::Align::right);
    table.column("imported", Table::Align::right);
    table.column("duplicate", Table::Align::right);
    table.column("dropped", Table::Align::left, 60);
    for (const auto& file : report.files) {
        const auto slash = file.path.rfind('/');
        add_counts(table, slash == std::string::npos ? file.path : file.path.substr(slash + 1), file.kind,
                   file.counts);
    }
    add_counts(table, "total", "", report.totals);
    std::string text = table.text();
    std::string others;
    for (const auto& [kind, n] : report.other_files)
        others += fmt::format("{}{} {}", others.empty() ? "" : ", ", with_commas(n), kind);
    if (!others.empty()) text += "\nother files, which hold nothing to import: " + others;
    for (const auto& file : report.files) {
        for (const auto& problem : file.problems)
            text += fmt::format("\n! {}: {}: {}", file.path, problem.where, problem.message);
    }
    return text + fmt::format("\n{:.1f} s", report.seconds);
}

class Import final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH", paths_, "files, folders or ZIP archives", true);
        arguments.flag("--community", options_.community,
                       "what many other people listen to, not what I did; kept apart from my own listening");
        arguments.option("--source", options_.source,
                         "with --community: what the data is called (default: by its kind or its name)");
        arguments.flag(
            "--folders-are-people", options_.folders_are_people,
            "the folder of a playlist is the person who made it; such playlists are looked at side by side "
            "(attune playlist people), and nothing is learnt from them of me");
        arguments.flag("--keep-incognito", options_.keep_incognito,
                       "keep what was played in private sessions");
    }

    void run(Context& context) override {
        options_.paths.assign(paths_.begin(), paths_.end());
        auto report = engine::import_paths(context.workspace(true), options_);
        if (!report.something_was_readable()) {
            std::string why;
            for (const auto& file : report.files) {
                for (const auto& problem : file.problems)
                    why += fmt::format("\n  {}: {}: {}", file.path, problem.where, problem.message);
            }
            fail(ErrorCode::corrupt_data, "nothing readable; the library is as it was{}", why);
        }
        context.show(engine::shape_of(report));
        context.say(import_text(report));
    }

  private:
    std::vector<std::string> paths_;
    engine::ImportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<Import>(); }

}  // namespace attune::cli
