#include "sources/moments.h"

#include <gtest/gtest.h>

#include <ostream>

namespace attune::sources::test {
namespace {

struct MomentCase {
    const char* text;
    const char* utc;
};
void PrintTo(const MomentCase& tested, std::ostream* out) { *out << tested.text; }

class MomentText : public testing::TestWithParam<MomentCase> {};

TEST_P(MomentText, IsOneExactMoment) {
    for (const auto order : {DayOrder::unknown, DayOrder::day_first, DayOrder::month_first}) {
        const auto moment = parse_moment(GetParam().text, {order, {}});
        ASSERT_TRUE(moment) << GetParam().text;
        EXPECT_EQ(format_timestamp(moment->time), GetParam().utc) << GetParam().text;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Iso, MomentText,
    testing::Values(MomentCase{"2020-04-13T05:01:31Z", "2020-04-13T05:01:31Z"},
                    MomentCase{"2020-10-25T01:30:00+02:00", "2020-10-24T23:30:00Z"},
                    MomentCase{"2020-10-25 02:30:00+01:00", "2020-10-25T01:30:00Z"},
                    MomentCase{"2020-10-24T20:10:00-0500", "2020-10-25T01:10:00Z"},
                    MomentCase{"2020-10-24T20:10:00-05", "2020-10-25T01:10:00Z"},
                    MomentCase{"2020-10-24 20:10:00 +0530", "2020-10-24T14:40:00Z"},
                    MomentCase{"2020-10-25T01:30:00.123Z", "2020-10-25T01:30:00Z"},
                    MomentCase{"2020-10-25T01:30:00.123456+00:00", "2020-10-25T01:30:00Z"},
                    MomentCase{"2020-10-25 01:30:00,123", "2020-10-25T01:30:00Z"},
                    MomentCase{"2020-10-25 01:30:00 UTC", "2020-10-25T01:30:00Z"},
                    MomentCase{"2020-10-25T01:30+02:00[Europe/Berlin]", "2020-10-24T23:30:00Z"},
                    MomentCase{"2020-07-01 14:05 Europe/Berlin", "2020-07-01T12:05:00Z"},
                    MomentCase{"2020/4/3 5:01", "2020-04-03T05:01:00Z"},
                    MomentCase{"2020.04.13 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"2020-4-3", "2020-04-03T00:00:00Z"},
                    MomentCase{"20200413T050131Z", "2020-04-13T05:01:31Z"},
                    MomentCase{"20200413T0501", "2020-04-13T05:01:00Z"},
                    MomentCase{"20200413", "2020-04-13T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(Numbers, MomentText,
                         testing::Values(MomentCase{"1586754091", "2020-04-13T05:01:31Z"},
                                         MomentCase{"1586754091000", "2020-04-13T05:01:31Z"},
                                         MomentCase{"1586754091.5", "2020-04-13T05:01:31Z"},
                                         MomentCase{"1586754091000000", "2020-04-13T05:01:31Z"},
                                         MomentCase{"1586754091000000000", "2020-04-13T05:01:31Z"},
                                         MomentCase{"1.586754091e+09", "2020-04-13T05:01:31Z"},
                                         MomentCase{"43934.209386574074", "2020-04-13T05:01:31Z"},
                                         MomentCase{"43934,209386574074", "2020-04-13T05:01:31Z"},
                                         MomentCase{"43934", "2020-04-13T00:00:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    Words, MomentText,
    testing::Values(MomentCase{"13 Apr 2020 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13 Apr 2020, 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"Mon, 13 Apr 2020 05:01:31 +0200", "2020-04-13T03:01:31Z"},
                    MomentCase{"Mon, 13 Apr 2020 05:01:31 GMT", "2020-04-13T05:01:31Z"},
                    MomentCase{"Mon, 13 Apr 20 05:01:31 EST", "2020-04-13T10:01:31Z"},
                    MomentCase{"Mon Apr 13 05:01:31 2020", "2020-04-13T05:01:31Z"},
                    MomentCase{"Mon Apr 13 2020 05:01:31 GMT+0200 (Central European Summer Time)",
                               "2020-04-13T03:01:31Z"},
                    MomentCase{"Apr 13, 2020, 5:01:31 PM", "2020-04-13T17:01:31Z"},
                    MomentCase{"Apr 13, 2020, 5:01:31\u202FPM CEST", "2020-04-13T15:01:31Z"},
                    MomentCase{"April 13, 2020 at 12:01 a.m.", "2020-04-13T00:01:00Z"},
                    MomentCase{"April 13th, 2020 at 12:01PM", "2020-04-13T12:01:00Z"},
                    MomentCase{"13-Apr-20", "2020-04-13T00:00:00Z"},
                    MomentCase{"13. April 2020 um 05:01 Uhr", "2020-04-13T05:01:00Z"},
                    MomentCase{"13. März 2020 05:01", "2020-03-13T05:01:00Z"},
                    MomentCase{"13. Mrz 2020 05:01", "2020-03-13T05:01:00Z"},
                    MomentCase{"lun. 13 avr. 2020 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"mar. 13 août 2019 à 05h01", "2019-08-13T05:01:00Z"},
                    MomentCase{"13 de abril de 2020, 5:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13 de março de 2020 05:01", "2020-03-13T05:01:00Z"},
                    MomentCase{"13 maggio 2020 05:01", "2020-05-13T05:01:00Z"},
                    MomentCase{"13 mei 2020 05:01", "2020-05-13T05:01:00Z"},
                    MomentCase{"13 kwietnia 2020 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13 paź 2020 05:01", "2020-10-13T05:01:00Z"},
                    MomentCase{"13. dubna 2020 5:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13 maj 2020 05:01", "2020-05-13T05:01:00Z"},
                    MomentCase{"13 апр. 2020 г., 5:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13 мая 2020 05:01", "2020-05-13T05:01:00Z"},
                    MomentCase{"13 Nis 2020 05:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"13.4.2020 klo 5.01", "2020-04-13T05:01:00Z"},
                    MomentCase{"2020年4月13日 5:01", "2020-04-13T05:01:00Z"},
                    MomentCase{"2020年4月13日 午後5:01", "2020-04-13T17:01:00Z"},
                    MomentCase{"2020年4月13日 下午5:01:31", "2020-04-13T17:01:31Z"},
                    MomentCase{"2020年4月13日17時1分", "2020-04-13T17:01:00Z"},
                    MomentCase{"2020. 4. 13. 오후 5:01", "2020-04-13T17:01:00Z"}));

INSTANTIATE_TEST_SUITE_P(OneOrder, MomentText,
                         testing::Values(MomentCase{"31/12/2023 14:05", "2023-12-31T14:05:00Z"},
                                         MomentCase{"12/31/2023 2:05 PM", "2023-12-31T14:05:00Z"},
                                         MomentCase{"1.2.2020 5:01", "2020-02-01T05:01:00Z"},
                                         MomentCase{"01.02.20 10:00", "2020-02-01T10:00:00Z"},
                                         MomentCase{"31.12.2023 14.05", "2023-12-31T14:05:00Z"},
                                         MomentCase{"14:05 31/12/2023", "2023-12-31T14:05:00Z"},
                                         MomentCase{"31-12-2023 14:05:01", "2023-12-31T14:05:01Z"},
                                         MomentCase{"03/03/2020 1:00", "2020-03-03T01:00:00Z"}));

TEST(Moment, IsNothingElse) {
    for (const auto* text : {"",
                             "now playing",
                             "3:20",
                             "00:03:20",
                             "200",
                             "2020",
                             "12.5",
                             "0",
                             "-1",
                             "31/13/2020",
                             "2020-02-30",
                             "2020-13-01",
                             "2020-04-13 25:00",
                             "2020-04-13 05:61",
                             "Apr 2020",
                             "yesterday",
                             "13 Foo 2020 05:01",
                             "1,234",
                             "A - 2 (1999)",
                             "99999999",
                             "99999999999999999999999999",
                             "5:01 PM",
                             "13/13/13",
                             "2020-04-13T05:01:31+99:00",
                             "1/2/3/4",
                             "May",
                             "0000-00-00 00:00:00"})
        EXPECT_FALSE(parse_moment(text, {DayOrder::day_first, {}})) << text;
}

TEST(Moment, OfTwoOrdersIsReadByTheOrderOfItsColumnOnly) {
    EXPECT_FALSE(parse_moment("02/03/2020 10:00", {}));
    EXPECT_EQ(format_timestamp(parse_moment("02/03/2020 10:00", {DayOrder::day_first, {}})->time),
              "2020-03-02T10:00:00Z");
    EXPECT_EQ(format_timestamp(parse_moment("02/03/2020 10:00", {DayOrder::month_first, {}})->time),
              "2020-02-03T10:00:00Z");
}

TEST(Moment, WithoutAZoneIsLocal) {
    const MomentStyle style{DayOrder::unknown, Zone::named("Europe/Berlin")};
    EXPECT_EQ(format_timestamp(parse_moment("2020-07-01 14:05", style)->time), "2020-07-01T12:05:00Z");
    EXPECT_EQ(format_timestamp(parse_moment("2020-07-01 14:05Z", style)->time), "2020-07-01T14:05:00Z");
    EXPECT_EQ(format_timestamp(parse_moment("1593612300", style)->time), "2020-07-01T14:05:00Z");
    EXPECT_TRUE(parse_moment("2020-07-01 14:05Z", style)->has_zone);
    EXPECT_FALSE(parse_moment("2020-07-01 14:05", style)->has_zone);
}

MomentSurvey survey_of_values(std::initializer_list<std::string_view> values) {
    MomentSurvey survey;
    for (const auto value : values) survey.look(value);
    return survey;
}

TEST(MomentSurvey, TellsTheOrderByOneValueThatHasOne) {
    EXPECT_EQ(survey_of_values({"02/03/2020 1:00", "25/03/2020 1:00"}).order(), DayOrder::day_first);
    EXPECT_EQ(survey_of_values({"02/03/2020 1:00", "03/25/2020 1:00"}).order(), DayOrder::month_first);
}

TEST(MomentSurvey, TellsTheOrderByWhatComesAfterWhat) {
    const auto falling =
        survey_of_values({"04/02/2020 9:00", "03/02/2020 9:00", "02/02/2020 9:00", "12/01/2020 9:00"});
    EXPECT_EQ(falling.order(), DayOrder::day_first);
    const auto rising = survey_of_values({"01/02/2020 9:00", "01/12/2020 9:00", "02/01/2020 9:00"});
    EXPECT_EQ(rising.order(), DayOrder::month_first);
}

TEST(MomentSurvey, AsksWhereNothingTells) {
    const auto two_ways = survey_of_values({"02/03/2020 1:00", "04/05/2019 2:00", "01/07/2020 1:00"});
    EXPECT_TRUE(two_ways.is_ambiguous());
    EXPECT_EQ(two_ways.ambiguous_example(), "02/03/2020 1:00");
    EXPECT_TRUE(survey_of_values({"25/03/2020 1:00", "03/25/2020 1:00", "02/03/2020 1:00"}).is_ambiguous());
    EXPECT_FALSE(survey_of_values({"2020-03-02 1:00", "02.03.2020 1:00"}).is_ambiguous());
}

TEST(MomentSurvey, CountsWhatItSaw) {
    const auto survey = survey_of_values({"", "3:20", "2020-03-02", "2020-03-02 10:00", "1586754091"});
    EXPECT_EQ(survey.n_values(), 4U);
    EXPECT_EQ(survey.n_moments(), 3U);
    EXPECT_EQ(survey.n_with_clock(), 2U);
    EXPECT_EQ(survey.n_numbers(), 1U);
}

}  // namespace
}  // namespace attune::sources::test
