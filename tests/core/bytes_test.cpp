#include "core/bytes.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace attune {
namespace {

std::string written() {
    ByteWriter out("test 1");
    out.numbers<float>(std::array{1.5F, -0.0F, std::numeric_limits<float>::infinity()});
    out.text("a text with ");
    out.numbers<std::uint64_t>(std::span<const std::uint64_t>());
    return std::move(out).bytes();
}

TEST(Bytes, AreReadAsTheyWereWritten) {
    const auto bytes = written();
    ByteReader in(bytes, "test 1");
    EXPECT_EQ(in.numbers<float>(), (std::vector<float>{1.5F, -0.0F, std::numeric_limits<float>::infinity()}));
    EXPECT_EQ(in.text(), "a text with ");
    EXPECT_TRUE(in.numbers<std::uint64_t>().empty());
    EXPECT_THROW(in.text(), Error);
}

TEST(Bytes, OfAnotherMarkOrChangedAnywhereAreRefused) {
    const auto bytes = written();
    EXPECT_THROW(ByteReader(bytes, "test 2"), Error);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        EXPECT_THROW(ByteReader(changed, "test 1"), Error) << i;
        EXPECT_THROW(ByteReader(bytes.substr(0, i), "test 1"), Error) << i;
    }
}

}  // namespace
}  // namespace attune
