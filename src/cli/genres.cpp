#include "engine/genres/genres.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json_text.h"
#include "engine/genres/genre_tree.h"
#include "files/file.h"
#include "shapes/to_json.h"

#include <filesystem>

namespace attune::cli {
namespace {

class Genres final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "list, tree, explain, set, unset or map", true);
        arguments.positional("GENRE", genre_, "the genre, for explain, set and unset", false);
        arguments.positional("BRANCHES", branches_, "for set: where it belongs, \"jazz 2, r&b 1\"", false);
        arguments.option("--branch", branch_, "list: the genres of this branch");
        arguments.option("--count", count_, 1, 100000, "list: how many");
        arguments.option("--by", map_.by, "map: groups by hierarchical, kmeans, spectral or affinity");
        arguments.option("--groups", groups_, 1, 1000, "map: how many groups");
        arguments.flag("--anew", map_.anew, "map: draw it anew instead of going on from the last one");
        arguments.option(
            "--out", out_,
            "map: write it to this file: a page with the picture (.html), or the places (.csv, .json)");
    }

    void run(Context& context) override {
        auto& workspace = context.workspace();
        const bool names_one = action_ == "explain" || action_ == "set" || action_ == "unset";
        require(!names_one || !genre_.empty(), "name the genre: attune genres {} \"soul jazz\"", action_);
        if (action_ == "list") {
            show(context, engine::list_genres(workspace, branch_, count_), list_text);
        } else if (action_ == "tree") {
            show(context, engine::genre_tree(workspace, 6), tree_text);
        } else if (action_ == "explain") {
            show(context, engine::explain_genre(workspace, genre_), explain_text);
        } else if (action_ == "set") {
            require(!branches_.empty(), "say where it belongs: attune genres set \"{}\" \"jazz 2, r&b 1\"",
                    genre_);
            engine::settle_genre(workspace, genre_, branches_);
            show(context, engine::explain_genre(workspace, genre_), explain_text);
        } else if (action_ == "unset") {
            engine::unsettle_genre(workspace, genre_);
            show(context, engine::explain_genre(workspace, genre_), explain_text);
        } else {
            require(action_ == "map", "genres can list, tree, explain, set, unset or map, got '{}'", action_);
            run_map(context, workspace);
        }
    }

  private:
    template <class Shape>
    static void show(Context& context, const Shape& shape, std::string (*describe)(const Shape&)) {
        context.show(shape);
        context.say(describe(shape));
    }

    void run_map(Context& context, engine::Workspace& workspace) {
        map_.groups = groups_;
        const auto ending = std::filesystem::path(out_).extension();
        require(out_.empty() || ending == ".html" || ending == ".csv" || ending == ".json",
                "a map is written to .html, .csv or .json, got '{}'", out_);
        const auto map = engine::map_genres(workspace, map_);
        if (ending == ".html") engine::write_genre_map_page(workspace, map, out_);
        if (ending == ".csv") files::write_file(out_, map_csv(map));
        if (ending == ".json") files::write_file(out_, json_text(shapes::to_json(map), 1) + "\n");
        show(context, map, map_text);
    }

    /// "jazz 0.62, r&b 0.21".
    template <class Weight>
    static std::string weights_text(const std::vector<Weight>& weights) {
        std::string text;
        for (const auto& [name, weight] : weights)
            text += fmt::format("{}{} {:.2f}", text.empty() ? "" : ", ", name, weight);
        return text.empty() ? "cannot tell" : text;
    }

    static std::string settled_text(const std::optional<shapes::SettledBy>& settled) {
        if (!settled) return "";
        return settled->line ? fmt::format("you, line {}", *settled->line) : "attune's list";
    }

    static std::string joined(const std::vector<std::string>& names) {
        std::string text;
        for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
        return text;
    }

    /// How many artists, of whom some count in part.
    static std::string artists_text(double artists) {
        return with_commas(static_cast<std::int64_t>(artists + 0.5));
    }

    static std::string list_text(const shapes::Genres& list) {
        Table table;
        table.column("genre");
        table.column("artists", Table::Align::right);
        table.column("branches");
        table.column("said by");
        for (const auto& genre : list.genres) {
            table.row({genre.genre, artists_text(genre.artists), weights_text(genre.branches),
                       settled_text(genre.settled)});
        }
        return fmt::format("{}\n\n{} of {} genres", table.text(), list.genres.size(), count_text(list.total));
    }

    static std::string tree_text(const shapes::GenreTree& tree) {
        std::string text;
        for (const auto& root : tree.roots) {
            Table table;
            table.column(root.root);
            table.column("genres", Table::Align::right);
            table.column("such as", Table::Align::left, 76);
            for (const auto& branch : root.branches)
                table.row({branch.branch, count_text(branch.genres), joined(branch.examples)});
            text += table.text() + "\n\n";
        }
        return text +
               (tree.own_file
                    ? "with what you say in " + *tree.own_file
                    : std::string("all as attune says; 'attune genres set' puts a genre where you want it"));
    }

    static std::string name_text(const shapes::NameEvidence& name) {
        std::string text;
        for (const auto& word : name.words) {
            text += fmt::format("\n    {}{}: {}", word.words, word.is_head ? " (what it is a kind of)" : "",
                                word.says < 0.3 ? "says next to nothing"
                                                : fmt::format("{}, {:.1f} nats", word.branch, word.says));
        }
        return text;
    }

    static std::string company_text(const shapes::CompanyEvidence& company) {
        std::string text;
        for (const auto& near : company.nearest)
            text += fmt::format("{}{} ({})", text.empty() ? "\n    beside: " : ", ", near.genre, near.branch);
        return text;
    }

    static std::string sound_text(const shapes::SoundEvidence& sound) {
        std::string text;
        for (const auto& feature : sound.features) {
            if (feature.deviations > -0.75 && feature.deviations < 0.75) continue;
            text += fmt::format("{}{} {:.3g} ({:+.1f})", text.empty() ? "\n    unusual: " : ", ",
                                feature.feature, feature.mean, feature.deviations);
        }
        return text;
    }

    template <class Evidence>
    static std::string evidence_text(const char* title, const std::optional<Evidence>& evidence,
                                     std::string (*details)(const Evidence&)) {
        if (!evidence) return fmt::format("\n  {}: says nothing", title);
        return fmt::format("\n  {}: {}{}", title, weights_text(evidence->weights), details(*evidence));
    }

    static std::string explain_text(const shapes::GenreExplained& genre) {
        std::string text = fmt::format("{}: {}", genre.genre, weights_text(genre.branches));
        if (genre.settled) text += fmt::format("  (said by {})", settled_text(genre.settled));
        if (!genre.roots.empty()) text += "\nroots: " + weights_text(genre.roots);
        text += "\n\nevidence";
        const auto& evidence = genre.evidence;
        text += evidence_text("name", evidence.name, name_text);
        text += evidence_text("company", evidence.company, company_text);
        text += evidence_text("sound", evidence.sound, sound_text);
        if (genre.settled) text += "\n  together: " + weights_text(evidence.together);
        if (!genre.known) return text + "\n\nnobody in this library is called so";
        if (genre.artists.empty()) return text;
        return text + fmt::format("\n\n{} artists are called so, among them {}",
                                  artists_text(genre.artists_called_so), joined(genre.artists));
    }

    static std::string map_text(const shapes::GenreMap& map) {
        const bool has_plays = map.plays_with_genres.value_or(0) > 0;
        Table table;
        table.column("group", Table::Align::right);
        table.column("genres", Table::Align::right);
        if (has_plays) table.column("of your plays", Table::Align::right);
        table.column("such as", Table::Align::left, 76);
        for (const auto& group : map.groups) {
            std::vector<std::string> cells{count_text(group.group), count_text(group.genres)};
            if (has_plays) cells.push_back(percent(group.share_of_plays.value_or(0)));
            cells.push_back(joined(group.examples));
            table.row(std::move(cells));
        }
        return fmt::format("{} genres on the map{}; --out writes their places\n\n{}",
                           count_text(map.genres.size()),
                           map.goes_on ? ", which goes on from the last one" : "", table.text());
    }

    /// A name as a field of a CSV. (Canonical names have neither quotes nor line ends.)
    static std::string map_csv(const shapes::GenreMap& map) {
        std::string csv = "genre,x,y,artists,branch,root,group,plays\n";
        for (const auto& genre : map.genres) {
            csv += fmt::format("{},{:.5g},{:.5g},{:.6g},{},{},{},{}\n", genre.genre, genre.x, genre.y,
                               genre.artists, genre.branch, genre.root, genre.group,
                               genre.plays ? fmt::format("{:.6g}", *genre.plays) : "");
        }
        return csv;
    }

    std::string action_;
    std::string genre_;
    std::string branches_;
    std::string branch_;
    std::uint64_t count_ = 30;
    engine::GenreMapRequest map_;
    std::uint64_t groups_ = 16;
    std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_genres() { return std::make_unique<Genres>(); }

}  // namespace attune::cli
