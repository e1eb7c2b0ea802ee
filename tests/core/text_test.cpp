#include "core/text.h"

#include "core/hash.h"
#include "core/random.h"
#include "core/utf8.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

struct FoldCase {
    const char* text;
    const char* folded;
};

constexpr FoldCase fold_cases[] = {
    {"", ""},
    {"BJÖRK", "bjork"},
    {"Sigur Rós", "sigur ros"},
    {"Mötley Crüe", "motley crue"},
    {"Straße", "strasse"},
    {"Røyksopp", "royksopp"},
    {"Æther Œuvre", "aether oeuvre"},
    {"Łódź", "lodz"},
    {"Þór", "thor"},
    {"ﬁre Ⅳ", "fire iv"},
    {"Ｆｕｌｌ", "full"},
    {"Simon & Garfunkel", "simon and garfunkel"},
    {"Florence + The Machine", "florence and the machine"},
    {"Ke$ha", "kesha"},
    {"A$AP", "asap"},
    {"P!nk", "pink"},
    {"Panic! At The Disco", "panic at the disco"},
    {"T.N.T.", "tnt"},
    {"AC/DC", "ac dc"},
    {"Don’t", "dont"},
    {"Don't", "dont"},
    {"  a   b  ", "a b"},
    {"(Live)", "live"},
    {"!!!", "!!!"},
    {"()", "()"},
    {"? ! ?", "?!?"},
    {"宇多田ヒカル", "宇多田ヒカル"},
    {"КИНО", "кино"},
    {"\xC9t\xE9", "ete"},  // Latin-1
};

TEST(Fold, FollowsTheTable) {
    for (const auto& [text, folded] : fold_cases) EXPECT_EQ(fold(text), folded) << text;
}

TEST(Fold, IsIdempotent) {
    for (const auto& [text, folded] : fold_cases) EXPECT_EQ(fold(fold(text)), fold(text)) << text;
}

TEST(Fold, IsIdempotentOnAnyBytes) {
    Random random(1);
    for (int i = 0; i < 20'000; ++i) {
        std::string text(random.below(12), ' ');
        for (char& c : text) c = static_cast<char>(random.below(256));
        const auto folded = fold(text);
        EXPECT_TRUE(is_valid_utf8(folded));
        EXPECT_EQ(fold(folded), folded) << i;
    }
}

TEST(Fold, IsIdempotentOnEveryCodePoint) {
    for (char32_t c = 1; c < 0x30000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text = "a";
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else {
            if (c >= 0x10000) {
                text += static_cast<char>(0xF0 | (c >> 18U));
                text += static_cast<char>(0x80 | ((c >> 12U) & 0x3FU));
            } else if (c >= 0x800) {
                text += static_cast<char>(0xE0 | (c >> 12U));
            }
            text += static_cast<char>(c >= 0x800 ? 0x80 | ((c >> 6U) & 0x3FU) : 0xC0 | (c >> 6U));
            text += static_cast<char>(0x80 | (c & 0x3FU));
        }
        text += "b";
        const auto folded = fold(text);
        ASSERT_EQ(fold(folded), folded) << static_cast<unsigned>(c);
    }
}

TEST(Utf8, IsTold) {
    EXPECT_TRUE(is_valid_utf8("ascii é 宇 😀"));
    EXPECT_FALSE(is_valid_utf8("\xC3"));
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
    EXPECT_EQ(to_utf8("caf\xE9"), "café");
    EXPECT_EQ(to_utf8("\x93quoted\x94"), "“quoted”");
    EXPECT_EQ(to_utf8("café"), "café");
}

TEST(Fit, CutsByColumns) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("宇多"), 4U);
    EXPECT_EQ(fit("abcdef", 6), "abcdef");
    EXPECT_EQ(fit("abcdef", 4), "abc…");
    EXPECT_EQ(fit("宇多田", 4), "宇…");
    EXPECT_EQ(fit("abc", 0), "");
}

TEST(AppendUtf8, WritesWhatUtf8Can) {
    const auto written = [](char32_t code_point) {
        std::string text = "a";
        append_utf8(text, code_point);
        return text;
    };
    EXPECT_EQ(written(U'b'), "ab");
    EXPECT_EQ(written(0), std::string("a\0", 2));
    EXPECT_EQ(written(0x7FF), "a\xDF\xBF");
    EXPECT_EQ(written(0x800), "a\xE0\xA0\x80");
    EXPECT_EQ(written(0xFFFF), "a\xEF\xBF\xBF");
    EXPECT_EQ(written(0x10FFFF), "a\xF4\x8F\xBF\xBF");
    for (const char32_t none : {0xD800, 0xDFFF, 0x110000}) EXPECT_EQ(written(none), "a");
}

TEST(Split, LeavesOutWhatIsEmpty) {
    EXPECT_EQ(split(" a ; ;b", ";"), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_TRUE(split("", ";").empty());
    EXPECT_EQ(trim("\t a b \r\n"), "a b");
    EXPECT_EQ(to_lower_ascii("ÀB"), "Àb");
}

TEST(StableHash, IsTheSameForEver) {
    // What libraries hold is compared with these hashes.
    EXPECT_EQ(stable_hash(""), 0x2D06800538D394C2U);
    EXPECT_NE(stable_hash("a"), stable_hash("b"));
    EXPECT_NE(combine_hashes(1, 2), combine_hashes(2, 1));
}

}  // namespace
}  // namespace attune
