#include "library/identity.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace attune::library {
namespace {

using Words = std::vector<std::string_view>;

template <std::size_t n>
bool is_in(const std::array<std::string_view, n>& table, std::string_view word) {
    return std::ranges::find(table, word) != table.end();
}

/// Words of a new edition of the same recording. Years beside them are theirs.
constexpr auto remaster_words = std::to_array<std::string_view>(
    {"remaster",    "remastered",   "remasters",      "remastering",    "remasterizado",  "remasterizada",
     "remasterise", "remasterisee", "remasterisiert", "rimasterizzato", "rimasterizzata", "masterizado",
     "master",      "mastered",     "mastering",      "digital",        "digitally",      "anniversary",
     "aniversario", "bit",          "reissue"});

/// Further words that say nothing about the recording, alone or together with those above and with fillers.
constexpr auto edition_words = std::to_array<std::string_view>(
    {"version",  "versao",     "versione", "ver",    "album",    "lp",         "original", "originale",
     "explicit", "clean",      "edited",   "dirty",  "amended",  "bonus",      "track",    "tracks",
     "faixa",    "pista",      "deluxe",   "stereo", "expanded", "edition",    "edicion",  "edicao",
     "standard", "uncensored", "censored", "studio", "main",     "soundtrack", "hq",       "hd",
     "rudy",     "full",       "length",   "van",    "gelder",   "official",   "audio"});

constexpr auto filler_words =
    std::to_array<std::string_view>({"the", "in", "en", "a", "of", "and", "by", "no", "de"});

/// A segment that begins with one of these names guests or makers.
constexpr auto guest_words =
    std::to_array<std::string_view>({"feat", "ft", "featuring", "prod", "produced", "starring"});

/// "(With You)" is no guest.
constexpr auto never_guests = std::to_array<std::string_view>(
    {"me",  "you", "u",   "ya",      "us",        "him",   "her",    "them",   "it",   "love",
     "a",   "an",  "my",  "your",    "his",       "no",    "or",     "this",   "that", "these",
     "one", "all", "rap", "strings", "orchestra", "piano", "lyrics", "vocals", "intro"});

/// A segment that begins with one of these may name a film...
constexpr auto origin_words = std::to_array<std::string_view>(
    {"from", "aus", "de", "du", "da", "dal", "music", "musica", "musique", "extrait", "tire", "theme"});

/// ... and does so with one of these, or with a quotation.
constexpr auto film_words = std::to_array<std::string_view>(
    {"film", "filme", "pelicula", "movie", "picture", "soundtrack", "series", "serie", "netflix", "musical",
     "show", "game", "ost", "sonora", "bande", "disney", "cast", "vault", "season"});

constexpr auto quotation_marks = std::to_array<std::string_view>({"\"", "“", "”", "„", "«", "'", "‘"});

/// Words that make a segment a version wherever they stand in it.
constexpr auto version_words = std::to_array<std::string_view>(
    {"remix", "rmx", "remixed", "remixes", "karaoke", "unplugged", "nightcore", "acapella", "cappella",
     "capella", "bootleg", "mashup", "slowed", "sped", "rerecorded", "rehearsal", "outtake",
     "instrumentals"});

/// Words that make it one as its first word.
constexpr auto first_version_words = std::to_array<std::string_view>(
    {"acoustic", "acustico", "acustica", "akustik", "acoustique", "instrumental", "demo", "extended",
     "alternate", "stripped", "orchestral", "recorded", "rerecording", "mono", "sung", "tribute",
     "commentary"});

/// Words that make it one as its last word.
constexpr auto last_version_words = std::to_array<std::string_view>(
    {"mix",          "edit",       "reedit",   "version",  "versao",   "versione", "ver",     "dub",
     "session",      "sessions",   "rework",   "reworked", "remake",   "flip",     "cover",   "performance",
     "recording",    "recordings", "extended", "acoustic", "acustico", "acustica", "akustik", "acoustique",
     "instrumental", "demo",       "demos",    "mono",     "vivo",     "directo",  "directe", "concert",
     "mixed",        "commentary", "stripped", "recorded", "single"});

/// The same, but only after a dash: in brackets they are words of titles.
constexpr auto last_suffix_words = std::to_array<std::string_view>(
    {"take", "cut", "vocal", "vocals", "tour", "vip", "edition", "reprise", "tribute", "radio", "live"});

/// Segments that are versions as a whole.
constexpr auto whole_versions = std::to_array<std::string_view>(
    {"live",        "vip",         "piano",        "solo piano", "piano solo", "with rap",   "with strings",
     "radio",       "single",      "short",        "spanish",    "english",    "german",     "french",
     "italian",     "japanese",    "korean",       "portuguese", "en espanol", "in english", "in spanish",
     "auf deutsch", "en francais", "em portugues", "club",       "strings",    "reprise"});

/// What follows "live" where it says that a recording was made on a stage.
constexpr auto after_live = std::to_array<std::string_view>(
    {"at",          "in",        "from",  "on",     "for",    "version", "session",    "sessions", "acoustic",
     "performance", "recording", "video", "bonus",  "edit",   "mix",     "unplugged",  "im",       "bei",
     "dans",        "en",        "a",     "lounge", "studio", "tour",    "remastered", "remaster", "album",
     "medley",      "ao",        "with",  "bbc",    "mtv",    "concert", "demo",       "and"});

constexpr auto months =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});

bool is_number(std::string_view word) {
    const auto end = word.find_first_not_of("0123456789");
    const std::string_view rest = end == std::string_view::npos ? "" : word.substr(end);
    return end != 0 && (rest.empty() || rest == "th" || rest == "st" || rest == "nd" || rest == "rd");
}

bool is_year(std::string_view word) {
    return word.size() == 4 && is_number(word) && (word.starts_with("19") || word.starts_with("20"));
}

template <class Test>
bool has(const Words& words, Test test) {
    return std::ranges::any_of(words, test);
}

bool is_remaster_word(std::string_view word) { return is_in(remaster_words, word); }
bool is_film_word(std::string_view word) { return is_in(film_words, word); }

enum class Meaning { title, nothing, version };

/// A part of a title: what stands in brackets, between dashes, or between slashes in one of these.
struct Segment {
    std::string_view raw;
    bool in_brackets = false;
};

bool names_guests(const Words& words) {
    if (is_in(guest_words, words.front())) return words.size() > 1;
    return words.front() == "with" && words.size() > 1 && !is_in(never_guests, words[1]);
}

/// "(feat.X)"
bool names_guests_without_space(std::string_view raw) {
    const std::string lower = to_lower_ascii(raw);
    return lower.starts_with("feat.") || lower.starts_with("ft.");
}

bool names_film(const Words& words, const Segment& segment) {
    if (has(words, [](auto word) { return word == "soundtrack" || word == "sonora"; })) return true;
    if (!is_in(origin_words, words.front())) return false;
    if (words.front() == "from" && !segment.in_brackets) return true;
    if (words.front() == "theme") return false;
    const bool has_quotation = std::ranges::any_of(quotation_marks, [&](std::string_view mark) {
        return segment.raw.find(" " + std::string(mark)) != std::string_view::npos;
    });
    return has_quotation || has(words, is_film_word);
}

/// Only words of editions: "2011 Remaster", "Album Version", "Deluxe".
bool names_edition(const Words& words) {
    if (words.size() == 1 && words.front() == "version") return false;
    const bool is_remaster = has(words, is_remaster_word);
    const bool is_edition = has(words, [](auto word) { return is_in(edition_words, word); });
    return (is_remaster || is_edition) && std::ranges::all_of(words, [&](auto word) {
               return is_remaster_word(word) || is_in(edition_words, word) || is_in(filler_words, word) ||
                      (is_remaster && is_number(word));
           });
}

bool names_live(const Words& words) {
    if (words.front() != "live") return false;
    return words.size() == 1 || is_in(after_live, words[1]) || is_number(words[1]);
}

bool names_version(const Words& words, std::string_view folded, bool in_brackets) {
    const auto last = words.back();
    if (is_in(whole_versions, folded) || names_live(words)) return true;
    if (is_in(first_version_words, words.front()) || is_in(last_version_words, last)) return true;
    if (has(words, [](auto word) { return is_in(version_words, word); })) return true;
    if (words.size() >= 2 && words[0] == "re" && words[1].starts_with("record")) return true;
    if (words.size() == 2 && words[0] == "take" && is_number(words[1])) return true;
    if (in_brackets) return false;
    const bool is_date = is_year(last) && (words.size() == 1 || is_in(months, words.front()));
    return is_date || is_in(last_suffix_words, last) || words.front() == "live" ||
           has(words, [](auto word) { return word == "vs" || word == "version"; });
}

Meaning meaning_of(const Segment& segment, std::string_view folded) {
    const Words words = split(folded, " ");
    if (words.empty()) return Meaning::title;
    if (names_guests(words) || names_guests_without_space(segment.raw) || names_edition(words)) {
        return Meaning::nothing;
    }
    if (names_version(words, folded, segment.in_brackets)) return Meaning::version;
    return names_film(words, segment) ? Meaning::nothing : Meaning::title;
}

/// One word for each of the ways to say a thing.
struct Synonym {
    std::string_view words;
    std::string_view instead;
};

constexpr auto synonyms = std::to_array<Synonym>({{"ao vivo", "live"},
                                                  {"en vivo", "live"},
                                                  {"dal vivo", "live"},
                                                  {"en directo", "live"},
                                                  {"en directe", "live"},
                                                  {"en concert", "live"},
                                                  {"in concert", "live"},
                                                  {"acustico", "acoustic"},
                                                  {"acustica", "acoustic"},
                                                  {"akustik", "acoustic"},
                                                  {"acoustique", "acoustic"},
                                                  {"rmx", "remix"},
                                                  {"re edit", "reedit"},
                                                  {"re recorded", "rerecorded"},
                                                  {"extended mix", "extended"},
                                                  {"radio cut", "radio edit"},
                                                  {"single edit", "single"},
                                                  {"live acoustic", "acoustic live"}});

void replace_words(std::string& text, std::string_view words, std::string_view instead) {
    for (std::size_t at = text.find(words); at != std::string::npos;
         at = text.find(words, at + instead.size())) {
        const bool begins = at == 0 || text[at - 1] == ' ';
        const auto end = at + words.size();
        if (begins && (end == text.size() || text[end] == ' ')) text.replace(at, words.size(), instead);
        if (at + instead.size() >= text.size()) return;
    }
}

/// The words of a version without those that do not tell it from others: "acoustic version" is "acoustic".
std::string version_of(std::string_view folded) {
    const Words words = split(folded, " ");
    const bool is_remaster = has(words, is_remaster_word);
    std::string version;
    for (const auto word : words) {
        const bool says_nothing = is_remaster_word(word) || word == "version" || word == "versao" ||
                                  word == "versione" || word == "ver" || word == "original" || word == "the";
        if (says_nothing || (is_remaster && is_year(word))) continue;
        if (!version.empty()) version += ' ';
        version += word;
    }
    if (version.empty()) return std::string(folded);
    for (const auto& [from, instead] : synonyms) replace_words(version, from, instead);
    return version == "radio" ? "radio edit" : version;
}

/// In bytes. What is longer is damage, not a title, and is not worth taking apart.
constexpr std::size_t longest_title = 1000;

struct Title {
    std::string kept;
    std::vector<std::string> versions;
};

constexpr auto inner_separators = std::to_array<std::string_view>({"/", ";", "|", " - ", "(", ")", "[", "]"});

/// The first of the separators in `text`, and how long it is.
std::pair<std::size_t, std::size_t> find_separator(std::string_view text) {
    std::pair<std::size_t, std::size_t> first{std::string_view::npos, 0};
    for (const auto separator : inner_separators) {
        const auto at = text.find(separator);
        if (at < first.first) first = {at, separator.size()};
    }
    return first;
}

/// Reads a segment that is bracketed or follows a dash, its own parts one by one: "Live / 2011 Remaster".
void read_segment(const Segment& segment, Title& title) {
    if (meaning_of(segment, fold(segment.raw)) == Meaning::nothing) return;  // "(2009 - Remaster)"
    std::vector<std::string> unknown;
    const auto n_versions = title.versions.size();
    for (std::string_view rest = segment.raw; !rest.empty();) {
        const auto [at, length] = find_separator(rest);
        const Segment part{trim(rest.substr(0, at)), segment.in_brackets};
        rest = at == std::string_view::npos ? "" : rest.substr(at + length);
        if (part.raw.empty()) continue;
        std::string folded = fold(part.raw);
        const auto meaning = meaning_of(part, folded);
        if (meaning == Meaning::version) title.versions.push_back(version_of(folded));
        if (meaning == Meaning::title) unknown.push_back(std::move(folded));
    }
    // "Live / Brixton Academy": beside a version, what is not known tells it from others.
    const bool is_version = title.versions.size() > n_versions;
    for (auto& text : unknown) {
        is_version ? void(title.versions.back() += ' ' + text) : void(title.kept += ' ' + text);
    }
}

/// Cuts " feat. X" off a part of a title that is not in brackets.
std::string_view without_guests(std::string_view text) {
    const std::string lower = to_lower_ascii(text);
    for (const std::string_view mark : {" feat. ", " feat ", " ft. ", " ft ", " featuring ", " prod. "}) {
        const auto at = lower.find(mark);
        if (at != std::string::npos && at > 0) text = text.substr(0, std::min(at, text.size()));
    }
    return text;
}

constexpr auto dashes = std::to_array<std::string_view>({" - ", " – ", " — "});

std::size_t dash_at(std::string_view text) {
    for (const auto dash : dashes) {
        if (text.starts_with(dash)) return dash.size();
    }
    return 0;
}

/// Where the quotation that begins at `at` ends: a dash in it is the film's ("The Hobbit - The Desolation of
/// Smaug").
std::size_t end_of_quotation(std::string_view raw, std::size_t at) {
    const bool begins = raw[at] == '"' && at > 0 && raw[at - 1] == ' ';
    const auto end = begins ? raw.find('"', at + 1) : std::string_view::npos;
    return end == std::string_view::npos ? at + 1 : end + 1;
}

/// Where the bracket that begins at `at` ends, behind its closing one.
std::size_t end_of_bracket(std::string_view raw, std::size_t at) {
    std::size_t depth = 0;
    do {
        if (raw[at] == '(' || raw[at] == '[') ++depth;
        if (raw[at] == ')' || raw[at] == ']') --depth;
        ++at;
    } while (at < raw.size() && depth > 0);
    return at;
}

/// Takes a title apart at its brackets and dashes.
Title read_title(std::string_view raw) {
    Title title;
    std::size_t begin = 0;
    bool is_suffix = false;
    const auto end_text = [&](std::size_t end) {
        const auto text = without_guests(trim(raw.substr(begin, end - begin)));
        if (is_suffix && !text.empty()) read_segment({text, false}, title);
        if (!is_suffix && !text.empty()) title.kept += ' ' + fold(text);
    };
    for (std::size_t at = 0; at < raw.size();) {
        if (const auto dash = dash_at(raw.substr(at)); dash > 0) {
            end_text(at);
            at = begin = at + dash;
            is_suffix = true;
        } else if (raw[at] == '(' || raw[at] == '[') {
            end_text(at);
            begin = end_of_bracket(raw, at);
            auto content = raw.substr(at + 1, begin - at - 1);
            if (content.ends_with(')') || content.ends_with(']')) content.remove_suffix(1);
            if (!trim(content).empty()) read_segment({trim(content), true}, title);
            at = begin;
        } else {
            at = end_of_quotation(raw, at);
        }
    }
    end_text(raw.size());
    return title;
}

/// "Pt. II" is "part 2".
std::string with_plain_parts(std::string_view folded) {
    constexpr auto numerals =
        std::to_array<std::string_view>({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii"});
    std::string text;
    bool after_part = false;
    for (const auto word : split(folded, " ")) {
        const auto numeral = std::ranges::find(numerals, word);
        if (!text.empty()) text += ' ';
        if (after_part && numeral != numerals.end()) {
            text += std::to_string(numeral - numerals.begin() + 1);
        } else {
            text += word == "pt" ? "part" : word;
        }
        after_part = word == "pt" || word == "part";
    }
    return text;
}

/// What stands between the main artist and the others where it cannot be a part of a name.
constexpr auto guest_separators =
    std::to_array<std::string_view>({" feat. ", " feat ", " ft. ", " ft ", " featuring ", "(feat. ", "(feat ",
                                     "(ft. ", "[feat. ", "(with ", ";"});

/// What may stand between two artists, but is found in names as well.
constexpr auto artist_separators =
    std::to_array<std::string_view>({" & ", ", ", " x ", " with ", " vs. ", " vs ", " + ", " / ", " and ",
                                     " duet with ", " presents ", " y ", " e ", " ("});

std::vector<std::string_view> split_artists(std::string_view credit) {
    const std::string lower = to_lower_ascii(credit);
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < lower.size();) {
        std::size_t length = 0;
        for (const auto separator : artist_separators) {
            if (std::string_view(lower).substr(at).starts_with(separator)) length = separator.size();
        }
        if (length > 0) parts.push_back(trim(credit.substr(begin, at - begin)));
        at += std::max<std::size_t>(length, 1);
        if (length > 0) begin = at;
    }
    parts.push_back(trim(credit.substr(std::min(begin, credit.size()))));
    return parts;
}

}  // namespace

std::string_view main_artist(std::string_view artist_name) {
    const std::string lower = to_lower_ascii(artist_name);
    std::size_t end = lower.size();
    for (const auto separator : guest_separators) {
        const auto at = lower.find(separator);
        if (at != std::string::npos && at > 0) end = std::min(end, at);
    }
    const auto name = trim(artist_name.substr(0, end));
    return name.empty() ? trim(artist_name) : name;
}

std::string artist_key(std::string_view artist_name) { return fold(main_artist(artist_name)); }

std::vector<std::string> alternative_artist_keys(std::string_view artist_name) {
    constexpr std::string_view article = "the ";
    const std::string key = artist_key(artist_name);
    std::vector<std::string> keys;
    const auto add = [&](std::string alternative) {
        if (alternative.empty() || alternative == key || std::ranges::find(keys, alternative) != keys.end())
            return;
        keys.push_back(std::move(alternative));
    };
    if (key.starts_with(article)) add(key.substr(article.size()));
    const auto parts = split_artists(main_artist(artist_name));
    if (parts.size() < 2) return keys;
    for (const auto part : parts) add(fold(part));  // fold() drops the bracket that may end it
    return keys;
}

TrackKey track_key(std::string_view artist_name, std::string_view track_name) {
    const TrackKey as_written{artist_key(artist_name), fold(track_name), {}};
    if (track_name.size() > longest_title) return as_written;
    Title title = read_title(track_name);
    TrackKey key{as_written.artist, with_plain_parts(title.kept), {}};
    if (key.title.empty()) return as_written;
    std::ranges::sort(title.versions);
    for (const auto& version : title.versions) {
        if (!key.version.empty()) key.version += ' ';
        key.version += version;
    }
    return key;
}

bool is_generic_title(std::string_view title_key) {
    constexpr auto titles = std::to_array<std::string_view>(
        {"intro", "outro", "interlude", "introduction", "prelude", "intermission", "skit", "untitled",
         "prologue", "epilogue", "overture", "finale", "reprise", "bonus track", "hidden track", "silence",
         "the intro", "the outro"});
    return is_in(titles, title_key);
}

}  // namespace attune::library
