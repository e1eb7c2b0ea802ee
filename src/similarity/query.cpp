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

Meaning called(std::string words, std::string as, std::vector<TagIndex> tags) {
    Meaning meaning;
    meaning.words = std::move(words);
    meaning.as = std::move(as);
    meaning.tags = std::move(tags);
    return meaning;
}

Meaning sounding(std::string words, const SoundWord& sound) {
    Meaning meaning;
    meaning.words = std::move(words);
    meaning.as = sound.name;
    meaning.kind = Meaning::Kind::sound;
    meaning.sound = &sound;
    return meaning;
}

/// What the words mean: nothing, one thing, or a genre and a sound.
std::vector<Meaning> meanings_of(const std::string& words, const TagTable& table) {
    if (auto meaning = years(words))
        return {std::move(*meaning)};  // of "80s" the year knows more than listeners
    const auto tag = find_tag(table, words);
    const auto* sound = find_sound_word(words);
    std::vector<Meaning> meanings;
    if (tag && (table.is_genre[*tag] || !sound)) meanings.push_back(called(words, table.names[*tag], {*tag}));
    if (sound) meanings.push_back(sounding(words, *sound));
    return meanings;
}

/// The genres in whose names a word stands, if there are some.
std::vector<Meaning> part_of_genres(const std::string& word, const TagTable& table) {
    constexpr std::size_t shortest = 4;  // "pop" and "art" stand in everything
    std::vector<TagIndex> tags;
    for (TagIndex tag = 0; tag < table.names.size() && word.size() >= shortest; ++tag) {
        const auto parts = split(table.names[tag], " ");
        if (table.is_genre[tag] && std::ranges::find(parts, word) != parts.end()) tags.push_back(tag);
    }
    if (tags.empty()) return {};
    return {called(word, fmt::format("genres of {}", word), std::move(tags))};
}

struct Stretch {
    std::vector<Meaning> meanings;
    std::size_t length = 0;
};

/// The longest stretch from `begin` that means something; of length 0 if there is none. A single joining word
/// means nothing.
Stretch longest(const Words& words, std::size_t begin, const TagTable& table) {
    const bool is_joining = is_one_of(joining, words[begin]) || is_one_of(negating, words[begin]);
    for (std::size_t count = std::min(longest_stretch, words.size() - begin); count > (is_joining ? 1U : 0U);
         --count) {
        if (auto meanings = meanings_of(joined(words, begin, count), table); !meanings.empty())
            return {std::move(meanings), count};
    }
    if (is_joining) return {};
    auto meanings = part_of_genres(words[begin], table);
    const std::size_t length = meanings.empty() ? 0 : 1;
    return {std::move(meanings), length};
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
        if (auto found = longest(words, i, table); found.length > 0) {
            for (auto& meaning : found.meanings) {
                meaning.negated = negated;
                query.understood.push_back(std::move(meaning));
            }
            negated = false;
            i += found.length;
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
