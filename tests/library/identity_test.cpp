#include "library/identity.h"

#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace attune::library {
namespace {

/// The cells of a line of CSV.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[++i];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

bool is_alternative(std::string_view artist, const std::string& key) {
    return std::ranges::count(alternative_artist_keys(artist), key) > 0;
}

/// As the store matches names without durations.
bool is_same(const std::string& artist_a, const std::string& title_a, const std::string& artist_b,
             const std::string& title_b) {
    const auto a = track_key(artist_a, title_a);
    const auto b = track_key(artist_b, title_b);
    const bool same_artist =
        a.artist == b.artist || is_alternative(artist_a, b.artist) || is_alternative(artist_b, a.artist);
    return same_artist && a.title == b.title && a.version == b.version;
}

TEST(Identity, TellsEachPairOfTheTable) {
    std::ifstream table(source_folder() / "tests/data/identity/name_pairs.csv");
    ASSERT_TRUE(table.is_open());
    std::string line;
    std::getline(table, line);
    ASSERT_EQ(line, "artist_a,title_a,artist_b,title_b,same,difference");
    int n_pairs = 0;
    while (std::getline(table, line)) {
        const auto cell = cells(line);
        ASSERT_EQ(cell.size(), 6U) << line;
        EXPECT_EQ(is_same(cell[0], cell[1], cell[2], cell[3]), cell[4] == "yes")
            << line << "\n  a: " << track_key(cell[0], cell[1]).title << " | "
            << track_key(cell[0], cell[1]).version << "\n  b: " << track_key(cell[2], cell[3]).title << " | "
            << track_key(cell[2], cell[3]).version;
        EXPECT_EQ(is_same(cell[2], cell[3], cell[0], cell[1]), cell[4] == "yes") << "turned round: " << line;
        ++n_pairs;
    }
    EXPECT_GE(n_pairs, 120);
}

struct KeyCase {
    const char* title;
    const char* kept;
    const char* version;
};

TEST(Identity, NamesTheVersion) {
    for (const auto& [title, kept, version] : {
             KeyCase{"Wonderwall - 2014 Remaster", "wonderwall", ""},
             KeyCase{"Hello - Live at Wembley", "hello", "live at wembley"},
             KeyCase{"Hello - Live At Brixton Academy / 2005", "hello", "2005 live at brixton academy"},
             KeyCase{"I Don't Care (with Justin Bieber) - Loud Luxury Remix", "i dont care",
                     "loud luxury remix"},
             KeyCase{"Hello (Taylor's Version) (From The Vault)", "hello", "taylors"},
             KeyCase{"Hello - Remix / Radio Edit", "hello", "radio edit remix"},
             KeyCase{"Haven - remastered version 2009", "haven", ""},
             KeyCase{"Live", "live", ""},
             KeyCase{"Remix", "remix", ""},
             KeyCase{"(Live)", "live", ""},
             KeyCase{"(I Can't Get No) Satisfaction - Mono", "i cant get no satisfaction", "mono"},
             KeyCase{"Ab (Cd", "ab cd", ""},
             KeyCase{"Ab) Cd", "ab cd", ""},
             KeyCase{"- - -", "- -", ""},
             KeyCase{"", "", ""},
         }) {
        const auto key = track_key("A", title);
        EXPECT_EQ(key.title, kept) << title;
        EXPECT_EQ(key.version, version) << title;
    }
}

TEST(Identity, TakesTheMainArtist) {
    EXPECT_EQ(main_artist("Haddaway feat. Somebody"), "Haddaway");
    EXPECT_EQ(main_artist("Dan + Shay;Justin Bieber"), "Dan + Shay");
    EXPECT_EQ(main_artist(" Simon & Garfunkel "), "Simon & Garfunkel");
    EXPECT_EQ(main_artist("feat. Nobody"), "feat. Nobody");
    EXPECT_EQ(artist_key("Tyler, The Creator"), "tyler the creator");
    EXPECT_EQ(artist_key("A$AP Rocky (feat. Skepta)"), "asap rocky");
    EXPECT_EQ(artist_key(""), "");
}

TEST(Identity, GivesAlternativesWithoutTheKeyItself) {
    EXPECT_EQ(alternative_artist_keys("The Beatles"), std::vector<std::string>{"beatles"});
    EXPECT_EQ(alternative_artist_keys("Adele"), std::vector<std::string>{});
    EXPECT_EQ(alternative_artist_keys("A & B, C"), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(alternative_artist_keys("A x B with D"), (std::vector<std::string>{"a", "b", "d"}));
    EXPECT_TRUE(alternative_artist_keys("").empty());
}

TEST(Identity, LeavesDamageAsItIs) {
    const std::string slashes(100'000, '/');
    EXPECT_EQ(track_key("A", "x (" + slashes).version, "");
    const std::string brackets(100'000, '(');
    EXPECT_FALSE(track_key("A", brackets).title.empty());
    EXPECT_NO_THROW(track_key("A", "\xFF\xFE (\xC3 - \x80"));
}

TEST(Identity, KnowsTitlesThatNameNothing) {
    EXPECT_TRUE(is_generic_title("intro"));
    EXPECT_FALSE(is_generic_title("introvert"));
}

}  // namespace
}  // namespace attune::library
