#include "engine/find/word_search.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/snapshot.h"
#include "similarity/spelling.h"
#include "similarity/word_search.h"

#include <algorithm>
#include <utility>

namespace attune::engine {
namespace {

constexpr std::size_t most_spellings = 5;

std::string quoted_list(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// Everything that a query could have meant.
std::vector<std::string> known_words(const similarity::TagTable& table) {
    std::vector<std::string> names = table.names;
    for (const auto& entry : similarity::sound_words()) {
        for (const auto words : split(entry.words, "|")) names.emplace_back(words);
    }
    return names;
}

[[noreturn]] void fail_unknown(const similarity::TagTable& table, const std::vector<std::string>& unknown,
                               std::string_view text) {
    const auto names = known_words(table);
    auto near = similarity::nearest_spellings(text, names, most_spellings);
    for (const auto& word : unknown) {
        for (auto& name : similarity::nearest_spellings(word, names, most_spellings)) {
            if (near.size() < most_spellings && std::ranges::find(near, name) == near.end())
                near.push_back(std::move(name));
        }
    }
    fail(ErrorCode::not_found, "no track has such words: {}{}",
         unknown.empty() ? std::string(text) : quoted_list(unknown),
         near.empty() ? "" : "; near them are: " + quoted_list(near));
}

}  // namespace

shapes::WordSearch search_by_words(Workspace& workspace, std::string_view words,
                                   const WordSearchOptions& options) {
    require(options.count >= 1 && options.count <= 1000, "count must be in [1, 1000], got {}", options.count);
    require(!fold(words).empty(), "say in words what you want to hear: attune search dreamy shoegaze");
    Snapshot snapshot(workspace);
    const auto& collection = snapshot.collection();
    const auto table = snapshot.tag_table();
    const auto query = similarity::understand(words, *table);
    if (query.understood.empty()) fail_unknown(*table, query.unknown, words);

    const auto tags = snapshot.tags();
    const auto& space = *tags;
    shapes::WordSearch result;
    result.query = words;
    result.unknown = query.unknown;
    for (const auto& meaning : query.understood)
        result.understood.push_back(
            {meaning.words, meaning.as, std::string(similarity::to_string(meaning.kind)), meaning.negated});
    if (options.artists) {
        for (const auto& entry :
             similarity::find_artists(collection, space, query, options.count, workspace.task)) {
            result.artists.push_back({collection.artists[entry.artist].name, entry.score,
                                      shapes::found_reasons(entry.reasons, &similarity::WordReason::fit),
                                      shapes::track_of(collection.tracks[entry.best_track])});
        }
    } else {
        const similarity::WordSearchOptions search{options.count, options.max_per_artist};
        for (const auto& entry : similarity::find_tracks(collection, space, query, search, workspace.task)) {
            result.tracks.push_back(
                shapes::make_found(collection.tracks[entry.track], entry.score,
                                   shapes::found_reasons(entry.reasons, &similarity::WordReason::fit)));
        }
    }
    if (result.tracks.empty() && result.artists.empty()) {
        std::string all;
        for (const auto& meaning : result.understood) all += (all.empty() ? "" : ", ") + meaning.as;
        fail(ErrorCode::not_found, "no track of this library fits all of: {}; ask for less", all);
    }
    return result;
}

}  // namespace attune::engine
