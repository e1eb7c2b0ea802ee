#include "cli/command.h"
#include "cli/found_text.h"
#include "core/json.h"
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
        const Json result = engine::to_json(engine::search_by_words(context.workspace(), query, options_));
        if (context.wants_json()) {
            context.show(result);
        } else {
            context.say(describe(result));
        }
    }

  private:
    static std::string describe(const Json& result) {
        std::string text;
        for (const auto& part : result["understood"]) {
            text += fmt::format("{}{}{} ({})", text.empty() ? "" : ", ",
                                part["negated"].get<bool>() ? "not " : "", part["as"].get<std::string>(),
                                part["kind"].get<std::string>());
        }
        std::string unknown;
        for (const auto& word : result["unknown"])
            unknown += (unknown.empty() ? "\nno track has such words: " : ", ") + word.get<std::string>();
        text += unknown + "\n\n";
        return text + (result["artists"].empty() ? found_tracks_text(result["tracks"])
                                                 : found_artists_text(result["artists"]));
    }

    std::vector<std::string> words_;
    engine::WordSearchOptions options_;
    std::uint64_t count_ = 20;
    std::uint64_t max_per_artist_ = 2;
};

}  // namespace

std::unique_ptr<Command> make_search() { return std::make_unique<Search>(); }

}  // namespace attune::cli
