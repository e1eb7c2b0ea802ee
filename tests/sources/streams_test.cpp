#include "sources/streams.h"

#include "core/error.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

std::string all_of(ByteStream& in) { return read_whole(in, std::size_t{1} << 30U).text; }

TEST(TextStream, GivesHeadAndThenEverything) {
    const std::string text(200'000, 'x');
    SlowStream in(text, 1000);
    TextStream stream(in, "name");
    EXPECT_EQ(stream.head().name, "name");
    EXPECT_EQ(stream.head().bytes.size(), 64U * 1024U);
    EXPECT_EQ(all_of(stream), text);
}

TEST(TextStream, HidesTheByteOrderMarkFromTheHeadOnly) {
    MemoryStream in(
        "\xEF\xBB\xBF"
        "abc");
    TextStream stream(in, "");
    EXPECT_EQ(stream.head().bytes, "abc");
    EXPECT_EQ(all_of(stream),
              "\xEF\xBB\xBF"
              "abc");
}

TEST(TextStream, TurnsUtf16IntoUtf8) {
    using namespace std::string_literals;
    const std::string little_text =
        "\xFF\xFE"
        "a\0\xE4\0\xAC\x20\x3D\xD8\x00\xDE"s;
    MemoryStream little(little_text);
    TextStream from_little(little, "");
    EXPECT_EQ(all_of(from_little), "aä€😀");
    const std::string text =
        "\xFE\xFF"s
        "\0a\0\xE4\x20\xAC\xD8\x3D\xDE\x00"s;
    SlowStream big(text, 1);
    TextStream from_big(big, "");
    EXPECT_EQ(all_of(from_big), "aä€😀");
}

TEST(TextStream, TurnsLongUtf16IntoUtf8) {
    std::string wide = "\xFF\xFE";
    for (int i = 0; i < 100'000; ++i) wide += std::string("x\0", 2);
    SlowStream in(wide, 777);
    TextStream stream(in, "");
    EXPECT_EQ(all_of(stream), std::string(100'000, 'x'));
}

TEST(ReadWhole, StopsAtItsLimit) {
    MemoryStream in("abcdef");
    const auto whole = read_whole(in, 4);
    EXPECT_EQ(whole.text, "abcd");
    EXPECT_FALSE(whole.is_whole);
    MemoryStream exact("abcd");
    EXPECT_TRUE(read_whole(exact, 4).is_whole);
}

TEST(FileStream, SaysWhatIsNotThere) {
    try {
        FileStream("/nowhere/at/all");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
    }
}

}  // namespace
}  // namespace attune::sources::test
