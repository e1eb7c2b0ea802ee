#include "engine/upkeep/matches.h"

#include "cli/command.h"
#include "cli/found_text.h"
#include "cli/table.h"
#include "core/parse_all.h"

namespace attune::cli {
namespace {

using Words = std::vector<std::string>;

std::string unmatched_text(const shapes::Unmatched& unmatched) {
    std::string text = fmt::format(
        "{} played tracks ({} plays) have no known sound; {} are written nearly like one that has",
        count_text(unmatched.tracks), with_commas(unmatched.plays), count_text(unmatched.with_nearest));
    if (unmatched.list.empty()) return text;
    Table table;
    table.column("plays", Table::Align::right);
    table.column("track");
    table.column("played", Table::Align::left, 40);
    table.column("into");
    table.column("may be", Table::Align::left, 40);
    table.column("why");
    for (const auto& row : unmatched.list) {
        const auto& played = row.track.name;
        bool is_first = true;
        for (const auto& near : row.nearest) {
            const auto& track = near.track.name;
            table.row({is_first ? with_commas(row.plays) : "", is_first ? played.id : "",
                       is_first ? artist_and_title(played) : "", track.id, artist_and_title(track),
                       near.text});
            is_first = false;
        }
    }
    return text + "\n\n" + table.text() +
           "\n\nthe same: attune matches join TRACK INTO; none of them: attune matches keep TRACK";
}

std::string doubtful_text(const shapes::Doubtful& doubtful) {
    if (doubtful.list.empty()) return "no match is in doubt";
    Table table;
    table.column("plays", Table::Align::right);
    table.column("match");
    table.column("written as", Table::Align::left, 48);
    table.column("taken for", Table::Align::left, 48);
    for (const auto& row : doubtful.list) {
        table.row({with_commas(row.plays), row.match, fmt::format("{} - {}", row.artist, row.title),
                   row.track ? artist_and_title(row.track->name) : ""});
    }
    return fmt::format(
        "matches by another artist's name: {}\n\n{}\n\nwrong: attune matches separate MATCH; right: attune "
        "matches "
        "keep MATCH",
        count_text(doubtful.total), table.text());
}

std::string corrections_text(const std::vector<shapes::Correction>& corrections) {
    if (corrections.empty()) return "nothing was corrected so far";
    Table table;
    table.column("no.", Table::Align::right);
    table.column("correction", Table::Align::left, 90);
    table.column("undone");
    for (const auto& row : corrections)
        table.row({std::to_string(row.correction), row.text, row.is_undone ? "yes" : ""});
    return table.text() + "\n\nto take one back: attune matches undo NUMBER";
}

class Matches final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("ACTION NAME", words_,
                              "list; join TRACK INTO; separate MATCH; keep TRACK or MATCH; undo [NUMBER]",
                              false);
        arguments.option("-n,--count", count_, 1, 10'000, "list: how many of each kind");
    }

    void run(Context& context) override {
        const std::string action = words_.empty() ? "list" : words_.front();
        const Words names(words_.empty() ? words_.begin() : words_.begin() + 1, words_.end());
        auto& workspace = context.workspace();
        if (action == "list") {
            take(names, 0, 0, "list takes no name");
            return list(context, engine::matches(workspace, count_));
        }
        if (action == "join") {
            take(names, 2, 2,
                 "join takes two tracks: attune matches join \"Artist - Song (Live)\" \"Artist - Song\"");
            return show(context, engine::join_tracks(workspace, names[0], names[1]));
        }
        if (action == "separate") {
            take(names, 1, 1,
                 "separate takes a match as the list has it: attune matches separate spotify:<id>");
            return show(context, engine::separate_match(workspace, names[0]));
        }
        if (action == "keep") {
            take(names, 1, 1,
                 "keep takes a match or a track as the list has it: attune matches keep track:12");
            return show(context, engine::keep_match(workspace, names[0]));
        }
        require(action == "undo", "no action '{}'; there are: list, join, separate, keep, undo", action);
        take(names, 0, 1, "undo takes the number of a correction: attune matches undo 3");
        show(context, engine::undo_correction(workspace, names.empty() ? 0 : number(names[0])));
    }

  private:
    static void take(const Words& names, std::size_t least, std::size_t most, std::string_view usage) {
        require(names.size() >= least && names.size() <= most, "{}", usage);
    }

    static std::int64_t number(const std::string& text) {
        const auto value = parse_all<std::int64_t>(text);
        require(value && *value > 0, "undo takes the number of a correction, got '{}'", text);
        return *value;
    }

    static void list(Context& context, const shapes::Matches& matches) {
        context.show(matches);
        context.say(unmatched_text(matches.unmatched) + "\n\n" + doubtful_text(matches.doubtful) + "\n\n" +
                    corrections_text(matches.corrections));
    }

    static void show(Context& context, const shapes::Correction& correction) {
        context.show(correction);
        const auto number = correction.correction;
        const auto& text = correction.text;
        context.say(correction.is_undone
                        ? fmt::format("undone ({}): {}", number, text)
                        : fmt::format("{} (take it back: attune matches undo {})", text, number));
    }

    Words words_;
    std::size_t count_ = 20;
};

}  // namespace

std::unique_ptr<Command> make_matches() { return std::make_unique<Matches>(); }

}  // namespace attune::cli
