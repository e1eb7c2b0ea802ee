#include "demo/names.h"

#include "core/text.h"

#include <fmt/format.h>

#include <string_view>

namespace attune::demo {
namespace {

using std::string_view_literals::operator""sv;

// Simple ones stand more than once: they are what makes a name easy to say.
constexpr std::string_view onsets[] = {"b",  "c",  "d",  "f",  "g",  "h",  "j",  "k",  "l",  "m", "n", "p",
                                       "r",  "s",  "t",  "v",  "l",  "m",  "n",  "r",  "s",  "t", "d", "v",
                                       "br", "dr", "fl", "gr", "pl", "st", "th", "tr", "sh", "z"};
constexpr std::string_view vowels[] = {"a", "e", "i", "o",  "u",  "a",  "e", "i",
                                       "o", "a", "e", "ia", "au", "ei", "oo"};
constexpr std::string_view accented[] = {"á", "é", "í", "ö", "ü", "ø", "å", "è", "ô", "ï", "ã", "ę"};
constexpr std::string_view codas[] = {"",  "",   "",   "",  "l",  "n", "r", "s",
                                      "m", "nd", "rk", "x", "th", "n", "r", "ck"};

constexpr std::string_view cyrillic[] = {"ва", "ло",  "ри", "мен", "ста", "ку",
                                         "зо", "нир", "бе", "да",  "тол", "ша"};
constexpr std::string_view greek[] = {"λα", "ρο", "μι", "ντα", "κε", "στο",
                                      "θη", "βα", "ξι", "νο",  "πυ", "σα"};
constexpr std::string_view kana[] = {"カ", "ミ", "ロ", "ナ", "ト", "サ", "リ", "ユ", "メ", "ノ", "ハ", "ル"};

constexpr std::string_view adjectives[] = {"Paper",   "Velvet",  "Hollow",  "Silver", "Broken",   "Electric",
                                           "Quiet",   "Golden",  "Second",  "Blue",   "Distant",  "Salt",
                                           "Neon",    "Winter",  "Wild",    "Last",   "Burning",  "Slow",
                                           "Crystal", "Little",  "Empty",   "Secret", "Northern", "Young",
                                           "Lonely",  "Perfect", "Strange", "Sweet",  "Heavy",    "Midnight"};
constexpr std::string_view nouns[] = {
    "Harbour",  "Lanterns", "River",     "Machine", "Garden", "Wolves", "Mirror",  "Summer",  "Stations",
    "Feathers", "Signal",   "Mountain",  "Letters", "Ocean",  "Fire",   "Shadow",  "Highway", "Ghost",
    "Morning",  "Heart",    "Satellite", "Bones",   "Window", "City",   "Thunder", "Honey",   "Dust",
    "Tide",     "Moon",     "Dream",     "Stone",   "Light",  "Rain",   "Orchard", "Fever"};
constexpr std::string_view verbs[] = {"Hold", "Leave", "Follow", "Remember", "Burn",  "Break", "Find",
                                      "Call", "Wake",  "Carry",  "Lose",     "Watch", "Want",  "Forget"};
constexpr std::string_view people[] = {"Me", "You", "Us", "My Love", "Somebody", "Them", "Nobody"};

template <std::size_t n>
std::string_view one_of(const std::string_view (&list)[n], Random& random) {
    return list[random.below(n)];
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace

std::string NameMaker::word(std::size_t n_syllables) {
    std::string made;
    for (std::size_t i = 0; i < n_syllables; ++i) {
        made += one_of(onsets, random_);
        made += chance(0.04) ? one_of(accented, random_) : one_of(vowels, random_);
        if (i + 1 == n_syllables || chance(0.1)) made += one_of(codas, random_);
    }
    return capitalised(made);
}

std::string NameMaker::name() { return word(chance(0.65) ? 2 : 3); }

std::string NameMaker::foreign_word() {
    const auto script = random_.below(3);
    std::string made;
    for (std::size_t i = 0; i < 3; ++i)
        made += script == 0   ? one_of(cyrillic, random_)
                : script == 1 ? one_of(greek, random_)
                              : one_of(kana, random_);
    return made;
}

std::string NameMaker::any_artist() {
    switch (random_.below(20)) {
        case 0: return fmt::format("The {}s", name());
        case 1: return fmt::format("{} {}", one_of(adjectives, random_), name());
        case 2: return fmt::format("{} & The {}", name(), one_of(nouns, random_));
        case 3: return fmt::format("{} & {}", name(), name());
        case 4: return fmt::format("DJ {}", name());
        case 5: return fmt::format("{} {}", name(), one_of(nouns, random_));
        case 6: return fmt::format("{} Quartet", name());
        case 7: return fmt::format("{}, the {}", name(), one_of(nouns, random_));
        case 8: return to_lower_ascii(name());
        case 9: return fmt::format("{}{}", name(), 2 + random_.below(98));
        case 10: return chance(0.5) ? foreign_word() : fmt::format("{}$ {}", name(), name());
        case 11: return fmt::format("The {} of {}", one_of(nouns, random_), name());
        case 12:
        case 13: return word(3);
        default: return fmt::format("{} {}", name(), name());
    }
}

std::string NameMaker::artist() {
    while (true) {
        auto made = any_artist();
        if (artists_.insert(fold(made)).second) return made;
    }
}

std::string NameMaker::title() {
    switch (random_.below(18)) {
        case 0: return std::string(one_of(nouns, random_));
        case 1:
        case 2: return fmt::format("{} {}", one_of(adjectives, random_), one_of(nouns, random_));
        case 3: return fmt::format("{} {}", one_of(verbs, random_), one_of(people, random_));
        case 4: return fmt::format("Don't {} {}", one_of(verbs, random_), one_of(people, random_));
        case 5: return fmt::format("{} of {}", one_of(nouns, random_), name());
        case 6: return fmt::format("{} in the {}", one_of(nouns, random_), one_of(nouns, random_));
        case 7: return fmt::format("{}, Pt. {}", name(), 1 + random_.below(3));
        case 8: return fmt::format("\"{}\" {}", one_of(adjectives, random_), name());
        case 9: return fmt::format("{} ({} {})", name(), one_of(verbs, random_), one_of(people, random_));
        case 10: return fmt::format("{} / {}", name(), one_of(nouns, random_));
        case 11: return chance(0.3) ? foreign_word() : fmt::format("What {}?", one_of(people, random_));
        case 12: return fmt::format("{} & {}", one_of(nouns, random_), one_of(nouns, random_));
        case 13: return fmt::format("{}:{:02}", 1 + random_.below(12), random_.below(60));
        default: return fmt::format("{} {}", one_of(adjectives, random_), name());
    }
}

std::string NameMaker::release() {
    if (chance(0.06)) return fmt::format("{}", 1960 + random_.below(60));
    return chance(0.4) ? fmt::format("The {} {}", one_of(adjectives, random_), one_of(nouns, random_))
                       : title();
}

std::string NameMaker::place() { return fmt::format("{} {}", name(), chance(0.5) ? "Hall"sv : "Festival"sv); }

std::string NameMaker::spotify_id() {
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    while (true) {
        std::string id(1, digits[random_.below(8)]);  // 62^21 * 8 is about 2^128: real ids begin with 0 to 7
        while (id.size() < 22) id += digits[random_.below(digits.size())];
        if (ids_.insert(id).second) return id;
    }
}

}  // namespace attune::demo
