#include "sources/measures.h"

#include <gtest/gtest.h>

#include <ostream>

namespace attune::sources::test {
namespace {

struct KeyCase {
    const char* text;
    int pitch_class;
    int mode;  // 1 major, 0 minor, -1 not told
};
void PrintTo(const KeyCase& tested, std::ostream* out) { *out << tested.text; }

class KeyText : public testing::TestWithParam<KeyCase> {};

TEST_P(KeyText, IsOneKey) {
    const auto key = parse_key(GetParam().text);
    ASSERT_TRUE(key) << GetParam().text;
    EXPECT_EQ(key->pitch_class, GetParam().pitch_class) << GetParam().text;
    EXPECT_EQ(key->is_major ? static_cast<int>(*key->is_major) : -1, GetParam().mode) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, KeyText,
    testing::Values(KeyCase{"F#m", 6, 0}, KeyCase{"C major", 0, 1}, KeyCase{"A minor", 9, 0},
                    KeyCase{"8A", 9, 0}, KeyCase{"8B", 0, 1}, KeyCase{"11A", 6, 0}, KeyCase{"1A", 8, 0},
                    KeyCase{"12B", 4, 1}, KeyCase{"08a", 9, 0}, KeyCase{"1m", 9, 0}, KeyCase{"1d", 0, 1},
                    KeyCase{"12d", 5, 1}, KeyCase{"Bbm", 10, 0}, KeyCase{"D\u266D Major", 1, 1},
                    KeyCase{"C\u266F/D\u266D minor", 1, 0}, KeyCase{"Am", 9, 0}, KeyCase{"E", 4, -1},
                    KeyCase{"c#", 1, -1}, KeyCase{"Cb", 11, -1}, KeyCase{"B#", 0, -1},
                    KeyCase{"F# min", 6, 0}, KeyCase{"Gmaj", 7, 1}, KeyCase{"CM", 0, 1},
                    KeyCase{"fis-Moll", 6, 0}, KeyCase{"Es-Dur", 3, 1}, KeyCase{"As-Dur", 8, 1},
                    KeyCase{"B-Dur", 10, 1}, KeyCase{"H-Moll", 11, 0}, KeyCase{"G Dur", 7, 1},
                    KeyCase{"Do majeur", 0, 1}, KeyCase{"La mineur", 9, 0}, KeyCase{"Sol menor", 7, 0},
                    KeyCase{"Fa diesis minore", 6, 0}, KeyCase{"F sharp minor", 6, 0}, KeyCase{"Eb", 3, -1}));

TEST(KeyText, IsNothingElse) {
    for (const auto* text :
         {"", "12", "0", "H", "13A", "0A", "8C", "x", "Major", "Am7", "loud", "Domino", "Abba", "C minorish"})
        EXPECT_FALSE(parse_key(text)) << text;
}

struct LengthCase {
    const char* text;
    std::int64_t ms;
};

TEST(Length, OfAClockOrInWords) {
    for (const auto& [text, ms] :
         {LengthCase{"3:41", 221'000}, LengthCase{"1:02:03", 3'723'000}, LengthCase{"00:03:20", 200'000},
          LengthCase{"0:41", 41'000}, LengthCase{"00:03:20.5", 200'500}, LengthCase{"3 min 41 s", 221'000},
          LengthCase{"3m41s", 221'000}, LengthCase{"PT3M41S", 221'000}, LengthCase{"1h", 3'600'000}})
        EXPECT_EQ(clock_ms(text), ms) << text;
    for (const auto* text : {"", "3:61", "x:10", "3:4:5:6", "-3:41", "3 apples", "2020-01-01 10:00", "min"})
        EXPECT_EQ(clock_ms(text), std::nullopt) << text;
}

LengthColumn length_of(std::string_view table) { return {Columns::of({"x.csv", table}), 1}; }

TEST(Length, HasTheUnitOfItsNameOrOfItsColumn) {
    EXPECT_EQ(length_of("title,duration_ms\nA,200\n").ms("200"), 200);
    EXPECT_EQ(length_of("title,Duration (s)\nA,20000\n").ms("20000"), 20'000'000);
    EXPECT_EQ(length_of("title,length\nA,200\nB,9000\nC,240\n").ms("12000"), 12'000'000);
    EXPECT_EQ(length_of("title,length\nA,200000\nB,9000\nC,240000\n").ms("9000"), 9000);
    EXPECT_EQ(length_of("title,duration\nA,3.5\nB,4.25\n").ms("3.5"), 210'000);
    EXPECT_EQ(length_of("title,duration_min\nA,3\nB,4\n").ms("3"), 180'000);
    EXPECT_EQ(length_of("title,Dauer\nA,\"1,412\"\nB,201\n").ms("1,412"), 1'412'000);
    EXPECT_EQ(length_of("title;duration\nA;3,5\nB;4,25\n").ms("3,5"), 210'000);
    EXPECT_EQ(length_of("title,duration\nA,200000\n").ms("3:20"), 200'000);
    EXPECT_EQ(length_of("title,duration\nA,200\n").ms("loud"), std::nullopt);
    EXPECT_EQ(length_of("title,duration\nA,200\n").ms("-4"), std::nullopt);
}

TEST(Numbers, AreReadInTheStyleOfTheirColumn) {
    EXPECT_EQ(number_style({"0,53", "0,125"}, 0, 1, ';').decimal, ',');
    EXPECT_EQ(number_style({"0,531", "0,125"}, 0, 1, ',').decimal, ',');
    EXPECT_EQ(number_style({"1,412", "201"}, 0, 1e6, ',').decimal, '.');
    EXPECT_EQ(number_style({"120,512", "98,004"}, 0, 400, ',').decimal, ',');
    EXPECT_EQ(number_style({"0.53"}, 0, 1, ';').decimal, '.');
    EXPECT_EQ(parse_styled("1.234,5", {','})->value, 1234.5);
    EXPECT_EQ(parse_styled("1,234.5", {'.'})->value, 1234.5);
    EXPECT_EQ(parse_styled("1 412", {'.'})->value, 1412);
    EXPECT_EQ(parse_styled("1\u00A0412", {'.'})->value, 1412);
    EXPECT_EQ(parse_styled("1'412", {'.'})->value, 1412);
    EXPECT_EQ(parse_styled("-5.2 dB", {'.'})->value, -5.2);
    EXPECT_EQ(parse_styled("\u22125.2 dB", {'.'})->value, -5.2);
    EXPECT_EQ(parse_styled("120 BPM", {'.'})->value, 120);
    EXPECT_EQ(parse_styled("1e-06", {'.'})->value, 1e-06);
    EXPECT_TRUE(parse_styled("53 %", {'.'})->is_percent);
    for (const auto* text : {"", "loud", "5 apples", "BPM110", "1.2.3", "-", "inf", "nan"})
        EXPECT_FALSE(parse_styled(text, {'.'})) << text;
}

}  // namespace
}  // namespace attune::sources::test
