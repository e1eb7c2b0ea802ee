#include "sources/json_records.h"

#include "sources/recorded_json.h"
#include "sources/streams.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace attune::sources::test {
namespace {

TEST(JsonRecords, FindsEveryRecordWithLineAndByte) {
    const auto found = split("[\n  {\"a\": 1},\n  {\"a\": 2}\n]");
    ASSERT_EQ(found.records.size(), 2U);
    EXPECT_EQ(found.records[0].text, "{\"a\": 1}");
    EXPECT_EQ(found.records[0].place.line, 2U);
    EXPECT_EQ(found.records[0].place.byte, 5U);
    EXPECT_EQ(found.records[1].place.line, 3U);
    EXPECT_EQ(found.records[1].place.byte, 17U);
    EXPECT_EQ(found.n_damaged, 0U);
}

TEST(JsonRecords, DoesNotMistakeBracesInStrings) {
    const auto found = split(R"([{"a": "}{ \" } \\"}, {"a": "{\"b\": 1}"}, {"a": "x {"}])");
    ASSERT_EQ(found.records.size(), 3U);
    EXPECT_EQ(found.records[1].text, R"({"a": "{\"b\": 1}"})");
    EXPECT_EQ(found.n_damaged, 0U);
}

TEST(JsonRecords, KeepsObjectsWithinARecord) {
    const auto found = split(R"([{"a": {"b": [1, {"c": 2}]}, "d": 3}, {"a": 4}])");
    ASSERT_EQ(found.records.size(), 2U);
    EXPECT_EQ(found.records[0].text, R"({"a": {"b": [1, {"c": 2}]}, "d": 3})");
}

struct DamageCase {
    const char* what;
    const char* text;  // good records are {"a": 1}, {"a": 2}, ...
    std::size_t n_records;
    std::size_t n_damaged;
};
void PrintTo(const DamageCase& tested, std::ostream* out) { *out << tested.what; }

class JsonRecordsDamage : public testing::TestWithParam<DamageCase> {};

TEST_P(JsonRecordsDamage, CostsOnlyTheDamagedRecord) {
    const auto found = split(GetParam().text);
    EXPECT_EQ(found.records.size(), GetParam().n_records) << GetParam().what;
    EXPECT_EQ(found.n_damaged, GetParam().n_damaged) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Table, JsonRecordsDamage,
    testing::Values(
        DamageCase{"a letter between", R"([{"a": 1},f {"a": 2}])", 2, 0},
        DamageCase{"no comma between", R"([{"a": 1} {"a": 2}])", 2, 0},
        DamageCase{"no closing brace", R"([{"a": 1}, {"a": 2, {"a": 3}])", 2, 1},
        DamageCase{"no closing quote, one line", R"([{"a": "1"}, {"a": "2}, {"a": "3"}, {"a": "4"}])", 3, 1},
        DamageCase{"no closing quote, many lines", "[{\"a\": \"1},\n{\"a\": \"2\"},\n{\"a\": \"3\"}]", 2, 1},
        DamageCase{"a quote too many", R"([{"a": "x"y"}, {"a": "3"}])", 1, 1},
        DamageCase{"a line end in a string", "[{\"a\": \"x\ny\"}, {\"a\": \"3\"}]", 1, 1},
        DamageCase{"a comma too many", R"([{"a": 1,}, {"a": 2}])", 1, 1},
        DamageCase{"no colon", R"([{"a": 1, "b" 2}, {"a": 2}])", 1, 1},
        DamageCase{"the file ends in a record", R"([{"a": 1}, {"a": 2}, {"a": "3)", 2, 1},
        DamageCase{"the file ends in a key", R"([{"a": 1}, {"a)", 1, 0},
        DamageCase{"the file begins in a record", R"(": 0}, {"a": 1}])", 1, 0},
        DamageCase{"zeros in place of a value", "[{\"a\": \x01\x01\x01}, {\"a\": 2}]", 1, 1},
        DamageCase{"nothing", "", 0, 0}, DamageCase{"an empty list", "[]", 0, 0},
        DamageCase{"an empty object", "[{}]", 0, 0}));

TEST(JsonRecords, IsTheSameHoweverTheBytesArrive) {
    std::string text = "[";
    for (int i = 0; i < 200; ++i) text += "\n {\"name\": \"}{ nr " + std::to_string(i) + "\", \"n\": [1]},";
    text += " {\"broken\": \"\n, {\"name\": 1}]";
    const auto whole = split(text);
    EXPECT_EQ(whole.records.size(), 201U);
    for (const std::size_t step : {1U, 2U, 7U, 1000U}) {
        SlowStream in(text, step);
        const auto slow = split(in);
        ASSERT_EQ(slow.records.size(), whole.records.size()) << step;
        for (std::size_t i = 0; i < slow.records.size(); ++i) {
            EXPECT_EQ(slow.records[i].text, whole.records[i].text);
            EXPECT_EQ(slow.records[i].place.byte, whole.records[i].place.byte);
            EXPECT_EQ(slow.records[i].place.line, whole.records[i].place.line);
        }
    }
}

/// Repeats one text, so that a test can have a gigabyte without holding it.
class RepeatedStream final : public ByteStream {
  public:
    RepeatedStream(std::string begin, std::string repeated, std::size_t n_bytes, std::string end)
        : begin_(std::move(begin)), repeated_(std::move(repeated)), end_(std::move(end)), left_(n_bytes) {}

    std::size_t read(std::span<char> buffer) override {
        std::string& now = !begin_.empty() ? begin_ : end_;
        if (begin_.empty() && left_ > 0) {
            std::size_t n = 0;
            for (; n < buffer.size() && left_ > 0; ++n, --left_)
                buffer[n] = repeated_[left_ % repeated_.size()];
            return n;
        }
        const std::size_t n = std::min(buffer.size(), now.size());
        std::copy_n(now.data(), n, buffer.data());
        now.erase(0, n);
        return n;
    }

  private:
    std::string begin_;
    std::string repeated_;
    std::string end_;
    std::size_t left_;
};

TEST(JsonRecords, SkipsARecordOfAGigabyteWithoutHoldingIt) {
    RepeatedStream in(R"([{"a": 1}, {"a": ")", "x", std::size_t{1} << 30U, R"("}, {"a": 2}])");
    const auto found = split(in);
    EXPECT_EQ(found.records.size(), 2U);
    EXPECT_EQ(found.n_damaged, 1U);
    EXPECT_GT(found.n_gap_bytes, std::size_t{1} << 30U);
}

TEST(JsonRecords, IsNotSlowedByWhatLooksLikeManyRecords) {
    for (const char* const text :
         {"{\"a\":", "{\"a\":[", "{\"a\":1,", "{\"a\":\"", "}{\"a\":", "{", "[", "\""}) {
        RepeatedStream in("[", text, std::size_t{1} << 23U, "]");
        split(in);  // the time limit of the test is what is tested
    }
}

TEST(JsonRecords, LosesNoByte) {
    const std::string text = R"(x[{"a": 1}, {"a": "2}, {"a": 3}, z {"b)";
    const auto found = split(text);
    std::size_t n_bytes = found.n_gap_bytes;
    for (const auto& record : found.records) n_bytes += record.text.size();
    EXPECT_EQ(n_bytes, text.size());
}

}  // namespace
}  // namespace attune::sources::test
