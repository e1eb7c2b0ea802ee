#include "cli/command.h"
#include "cli/found_text.h"
#include "engine/find/word_search.h"

namespace attune::cli {
namespace {

class Search final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("WORDS", words_,
                              "genres, tags, moods, occasions, years: dreamy shoegaze, 90s, not sad", true);
        arguments.option("--count", count_, 1, 1000, "how many");
        arguments.option("--max-per-artist", max_per_artist_, 1, 1000, "tracks of one artist");
        arguments.flag("--artists", options_.artists, "artists instead of tracks");
    }

    void run(Context& context) override {
        options_.count = count_;
        options_.max_per_artist = max_per_artist_;
        std::string query;
        for (const auto& word : words_) query += (query.empty() ? "" : " ") + word;
        const auto found = engine::search_by_words(context.workspace(), query, options_);
        context.show(found);
        context.say(describe(found));
    }

  private:
    static std::string describe(const shapes::WordSearch& found) {
        std::string text;
        for (const auto& part : found.understood)
            text += fmt::format("{}{}{} ({})", text.empty() ? "" : ", ", part.negated ? "not " : "", part.as,
                                part.kind);
        std::string unknown;
        for (const auto& word : found.unknown)
            unknown += (unknown.empty() ? "\nno track has such words: " : ", ") + word;
        text += unknown + "\n\n";
        return text +
               (found.artists.empty() ? found_tracks_text(found.tracks) : found_artists_text(found.artists));
    }

    std::vector<std::string> words_;
    engine::WordSearchOptions options_;
    std::uint64_t count_ = 20;
    std::uint64_t max_per_artist_ = 2;
};

}  // namespace

std::unique_ptr<Command> make_search() { return std::make_unique<Search>(); }

}  // namespace attune::cli
