#include "similarity/query.h"

#include "core/error.h"
#include "core/text.h"
#include "genres/genre_name.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace attune::similarity {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_stretch = 6;

constexpr std::array<std::string_view, 38> joining{
    "a",      "an",    "and",  "but",  "by",     "feel",  "feeling",   "find", "for",   "from",
    "give",   "i",     "in",   "is",   "it",     "kind",  "like",      "me",   "music", "of",
    "on",     "or",    "out",  "play", "please", "some",  "something", "song", "songs", "sound",
    "sounds", "stuff", "that", "the",  "to",     "track", "tracks",    "with"};
constexpr std::array<std::string_view, 4> negating{"no", "non", "not", "without"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

std::string joined(const Words& words, std::size_t begin, std::size_t count) {
    std::string text;
    for (std::size_t i = begin; i < begin + count; ++i) text += (text.empty() ? "" : " ") + words[i];
    return text;
}

Meaning era(std::string words, int first, int last) {
    Meaning meaning;
    meaning.as = first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
    meaning.words = std::move(words);
    meaning.kind = Meaning::Kind::era;
    meaning.first_year = first;
    meaning.last_year = last;
    return meaning;
}

/// "90s", "1990s", "1994".
std::optional<Meaning> years(const std::string& word) {
    const bool is_decade = word.ends_with('s');
    const std::string_view digits = std::string_view(word).substr(0, word.size() - (is_decade ? 1 : 0));
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    if (is_decade && digits.size() == 2 && number % 10 == 0) number += number < 30 ? 2000 : 1900;
    if (number < 1900 || number > 2099 || (is_decade && number % 10 != 0)) return std::nullopt;
    return era(word, number, is_decade ? number + 9 : number);
}

/// The tag of these words; also without a plural's end ("ballads").
std::optional<TagIndex> find_tag(const TagTable& table, const std::string& words) {
    const auto name = genres::canonical_genre(words);
    if (const auto tag = table.find(name)) return tag;
    if (name.size() > 3 && name.ends_with('s'))
        return table.find(std::string_view(name).substr(0, name.size() - 1));
    return std::nullopt;
}

std::optional<Meaning> meaning_of(std::string words, const TagTable& table) {
    const auto tag = find_tag(table, words);
    const auto* sound = find_sound_word(words);
    if (tag && (table.is_genre[*tag] || !sound)) {
        if (auto meaning = years(words))
            return meaning;  // "80s" is better told by the year than by listeners
        Meaning meaning;
        meaning.as = table.names[*tag];
        meaning.words = std::move(words);
        meaning.tag = *tag;
        return meaning;
    }
    if (!sound) return years(words);
    Meaning meaning;
    meaning.words = std::move(words);
    meaning.as = sound->name;
    meaning.kind = Meaning::Kind::sound;
    meaning.sound = sound;
    return meaning;
}

/// The longest stretch from `begin` that means something, and its length. A single joining word is none.
std::optional<std::pair<Meaning, std::size_t>> longest(const Words& words, std::size_t begin,
                                                       const TagTable& table) {
    for (std::size_t count = std::min(longest_stretch, words.size() - begin); count > 0; --count) {
        if (count == 1 && (is_one_of(joining, words[begin]) || is_one_of(negating, words[begin]))) break;
        if (auto meaning = meaning_of(joined(words, begin, count), table))
            return std::pair(std::move(*meaning), count);
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Meaning::Kind kind) noexcept {
    switch (kind) {
        case Meaning::Kind::tag: return "tag";
        case Meaning::Kind::sound: return "sound";
        case Meaning::Kind::era: return "era";
    }
    return "";
}

Query understand(std::string_view text, const TagTable& table) {
    Words words;
    const std::string folded = fold(text);
    for (const auto word : split(folded, " ")) words.emplace_back(word);
    Query query;
    bool negated = false;
    for (std::size_t i = 0; i < words.size();) {
        if (auto found = longest(words, i, table)) {
            found->first.negated = negated;
            query.understood.push_back(std::move(found->first));
            negated = false;
            i += found->second;
            continue;
        }
        if (is_one_of(negating, words[i])) {
            negated = true;
        } else if (!is_one_of(joining, words[i])) {
            query.unknown.push_back(words[i]);
            negated = false;
        }
        ++i;
    }
    return query;
}

}  // namespace attune::similarity
