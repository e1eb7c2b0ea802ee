#include "genres/genre_name.h"

#include <gtest/gtest.h>

namespace attune::genres {
namespace {

using Names = std::vector<std::string>;

struct Spelling {
    const char* written;
    const char* canonical;
};

constexpr Spelling spellings[] = {
    {"Hip-Hop", "hip hop"},
    {"hip hop", "hip hop"},
    {"hip_hop", "hip hop"},
    {"HipHop", "hip hop"},
    {"sf:Hip-Hop", "hip hop"},
    {"R&B", "r&b"},
    {"r & b", "r&b"},
    {"RnB", "r&b"},
    {"R'n'B", "r&b"},
    {"alternative r&b", "alternative r&b"},
    {"tt:pop", "pop"},
    {"sf:Dance", "dance"},
    {"tt:edm/pop edm", "pop edm"},
    {"tt:r&b/new jack swing", "new jack swing"},
    {"Hip-Hop/Rap", "hip hop rap"},
    {"Drum & Bass", "drum and bass"},
    {"drum'n'bass", "drum and bass"},
    {"DnB", "drum and bass"},
    {"drum-and-bass", "drum and bass"},
    {"Rock 'n' Roll", "rock and roll"},
    {"rock & roll", "rock and roll"},
    {"children's music", "childrens music"},
    {"Forró", "forro"},
    {"K-Pop", "k pop"},
    {"kpop", "k pop"},
    {"lo-fi", "lo fi"},
    {"Lofi Beats", "lo fi beats"},
    {"Synth-Pop", "synthpop"},
    {"synthpop", "synthpop"},
    {"singer-songwriter", "singer songwriter"},
    {"  indie   rock ", "indie rock"},
    {"8-bit", "8 bit"},
    {"", ""},
    {" - ", ""},
    {"tt:", ""},
    {"ШАНСОН", "шансон"},
    {"Artist: the best", "artist the best"},
};

TEST(CanonicalGenre, IsOneSpelling) {
    for (const auto& [written, canonical] : spellings)
        EXPECT_EQ(canonical_genre(written), canonical) << written;
}

TEST(CanonicalGenre, IsIdempotent) {
    for (const auto& [written, canonical] : spellings)
        EXPECT_EQ(canonical_genre(canonical), canonical) << written;
}

TEST(ParseGenreList, ReadsWhatPythonWrites) {
    EXPECT_EQ(parse_genre_list(R"(['art pop', "children's music", 'r&b'])"),
              (Names{"art pop", "children's music", "r&b"}));
    EXPECT_EQ(parse_genre_list(R"(['it\'s', 'a, b', u'old'])"), (Names{"it's", "a, b", "old"}));
    EXPECT_EQ(parse_genre_list(R"(['forr\xf3', 'm\u00fasica'])"), (Names{"forró", "música"}));
}

TEST(ParseGenreList, ReadsWhatJsonWrites) {
    EXPECT_EQ(parse_genre_list(R"(["pop","dance \"pop\""])"), (Names{"pop", "dance \"pop\""}));
}

TEST(ParseGenreList, ReadsSeparatedNames) {
    EXPECT_EQ(parse_genre_list("a;b, c; d "), (Names{"a", "b, c", "d"}));
    EXPECT_EQ(parse_genre_list("a|b, c"), (Names{"a", "b, c"}));
    EXPECT_EQ(parse_genre_list("a, b,,c"), (Names{"a", "b", "c"}));
    EXPECT_EQ(parse_genre_list("[pop, rock]"), (Names{"pop", "rock"}));
    EXPECT_EQ(parse_genre_list("r&b"), (Names{"r&b"}));
    EXPECT_EQ(parse_genre_list("children's music, pop"), (Names{"children's music", "pop"}));
}

TEST(ParseGenreList, OfNothingIsEmpty) {
    for (const auto* nothing : {"", "  ", "[]", "[ ]", "nan", "NaN", "null", "None", "['']", ",,"}) {
        EXPECT_TRUE(parse_genre_list(nothing).empty()) << nothing;
    }
}

TEST(ParseGenreList, AnswersWhateverIsBroken) {
    EXPECT_EQ(parse_genre_list("['pop, rock]"), (Names{"pop, rock"}));
    EXPECT_EQ(parse_genre_list("['pop' junk, 'rock']"), (Names{"pop", "rock"}));
    for (const auto* broken :
         {"[", "]", "['", "['\\", "['\\x", "['\\']", "['\\u12']", "['a\\ud800b']", "[\"]", "[u]"}) {
        EXPECT_NO_THROW(parse_genre_list(broken)) << broken;
    }
}

}  // namespace
}  // namespace attune::genres
