#include "engine/intake/import.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/text.h"
#include "core/zone.h"

#include <algorithm>
#include <array>

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

/// Whether the (folded) name of a column says in English what it was taken for.
bool is_plain(const std::string& name, const std::string& meaning) {
    constexpr std::array<std::string_view, 17> words{"title", "track",    "song",   "artist", "album", "name",
                                                     "date",  "duration", "length", "played", "isrc",  "uri",
                                                     "uts",   "ts",       "id",     "skip",   "reason"};
    if (name == "time") return !meaning.starts_with("length");
    const auto first_word = meaning.substr(0, meaning.find_first_of(" ,"));
    const auto is_in = [&](std::string_view word) { return name.find(word) != std::string::npos; };
    return is_in(first_word) || first_word == "time_signature" || is_in("time") ||
           std::ranges::any_of(words, is_in);
}

/// Columns whose names do not say at first sight what they were taken for: those of other languages, and a time that is a
/// length.
std::string columns_text(const engine::ImportReport& report) {
    std::string text;
    for (const auto& file : report.files) {
        std::string columns;
        for (const auto& [column, meaning, example] : file.look.columns) {
            if (is_plain(fold(column), meaning) || !file.look.question.empty()) continue;
            columns += fmt::format("{}'{}' is {}", columns.empty() ? "" : ", ", column, meaning);
        }
        if (!columns.empty()) text += fmt::format("\n  {}: {}", file.path, columns);
    }
    return text;
}

std::string questions_text(const engine::ImportReport& report) {
    std::string text;
    for (const auto& file : report.files) {
        if (file.look.question.empty()) continue;
        text += fmt::format("\n? {}: {}", file.path, file.look.question);
        for (const auto& [column, meaning, example] : file.look.columns)
            text += fmt::format("\n    '{}' is {}, as '{}'", column, meaning, example);
        for (const auto& choice : file.look.choices) text += fmt::format("\n    answer with {}", choice);
    }
    return text;
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
    return text + columns_text(report) + questions_text(report) + fmt::format("\n{:.1f} s", report.seconds);
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
        arguments.option(
            "--as", as_,
            "what tables are that are not clear: history, playlist, likes (tracks that you mark as liked) or "
            "catalogue");
        arguments.option("--columns", columns_, "what columns are: \"Time=length,2=artist,When=time d/m\"");
        arguments.option("--timezone", zone_,
                         "of times that name no zone: Europe/Berlin, local (default: UTC)");
        arguments.flag("--keep-incognito", options_.keep_incognito,
                       "keep what was played in private sessions");
    }

    void run(Context& context) override {
        options_.paths.assign(paths_.begin(), paths_.end());
        options_.answers = engine::answers_of(as_, columns_);
        if (!zone_.empty()) options_.zone = Zone::named(zone_);
        auto report = engine::import_paths(context.workspace(true), options_);
        if (report.is_all_in_doubt())
            fail(ErrorCode::conflict, "it is not clear what to read; the library is as it was{}",
                 questions_text(report));
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
    std::string as_;
    std::string columns_;
    std::string zone_;
    engine::ImportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_import() { return std::make_unique<Import>(); }

}  // namespace attune::cli
