#include "audio/tags.h"

#include "audio/files.h"
#include "audio/fingerprint.h"
#include "audio/shared_analysis.h"

namespace attune::audio {
namespace {

TEST(Tags, AreReadWhateverTheFormat) {
    const Tags tags = read_tags(sample("tagged.mp3"), {});
    EXPECT_EQ(tags.title, "Brückenlicht");
    EXPECT_EQ(tags.artists, std::vector<std::string>{"Ina Tolvane"});
    EXPECT_EQ(tags.album, "Hafen");
    EXPECT_EQ(tags.year, 2021);
    EXPECT_EQ(tags.track_number, 7);
    EXPECT_EQ(tags.genres, std::vector<std::string>{"shoegaze"});
    EXPECT_EQ(tags.isrc, "DEA122100007");
    EXPECT_EQ(read_tags(sample("plain.ogg"), {}).recording_mbid, "3f1b2c4d-0000-4000-8000-00000000abcd");
    EXPECT_EQ(read_tags(sample("cover.m4a"), {}).title, "Brückenlicht");
}

TEST(Tags, OfTheContainerHelpWhereTagLibKnowsNone) {
    const Files files;
    const std::map<std::string, std::string> metadata = {
        {"title", "Low Tide"}, {"artist", "Ina\nTolvane"}, {"album_artist", "Various"}, {"track", "3/9"}};
    const Tags tags = read_tags(files.write("a.mkv", "no tags here"), metadata);
    EXPECT_EQ(tags.title, "Low Tide");
    EXPECT_EQ(tags.artists, std::vector<std::string>{"Ina Tolvane"});
    EXPECT_EQ(tags.album_artist, "Various");
    EXPECT_EQ(tags.track_number, 3);
}

TEST(Tags, ThatAreDamagedAreNone) {
    const Files files;
    const std::string mp3 = bytes_of(sample("tagged.mp3"));
    std::string lying = mp3;
    for (const std::size_t i : {6, 7, 8, 9}) lying[i] = '\x7F';  // an ID3v2 tag of 256 MiB
    EXPECT_EQ(read_tags(files.write("a.mp3", lying), {}).album_artist, "");
    Random random(3);
    for (int i = 0; i < 30; ++i) {
        std::string damaged = mp3;
        for (int flip = 0; flip < 20; ++flip)
            damaged[random.below(400)] = static_cast<char>(random.below(256));
        const Tags tags = read_tags(files.write("b.mp3", damaged), {});
        EXPECT_LE(tags.title.size(), 500U);
    }
}

TEST(DescribeTrack, TakesTheNameOfTheFileWhereTheTagsSayNothing) {
    const auto names = [](const Tags& tags, const char* path) {
        const auto track = describe_track(tags, path, 1000);
        return track.artist_name + " | " + track.track_name;
    };
    EXPECT_EQ(names({}, "/music/Hafen/Ina Tolvane - Low Tide.mp3"), "Ina Tolvane | Low Tide");
    EXPECT_EQ(names({}, "/music/Hafen/07 - Ina Tolvane - Low Tide.mp3"), "Ina Tolvane | Low Tide");
    EXPECT_EQ(names({}, "/music/Hafen/07. Low Tide.mp3"), "Hafen | Low Tide");
    EXPECT_EQ(names({}, "/music/Hafen/1999.ogg"), "Hafen | 1999");
    EXPECT_EQ(names({.title = "A - B"}, "/music/Hafen/x.ogg"), "Hafen | A - B");
    EXPECT_EQ(names({.title = "Low Tide", .album_artist = "Odd Lantern"}, "x.ogg"), "Odd Lantern | Low Tide");
    EXPECT_EQ(names({}, "/07.ogg"), "unknown artist | 07");
}

Fingerprint fingerprint_of(const std::vector<float>& values) {
    Fingerprinter fingerprinter(11025, 1);
    fingerprinter.push(values);
    return fingerprinter.finish();
}

TEST(Fingerprints, OfOneRecordingAgreeAndOfTwoDoNot) {
    const auto original = fingerprint_of(melody(1, 100, 0));
    const auto noisy = fingerprint_of(melody(1, 100, 0.01F));
    const auto other = fingerprint_of(melody(2, 100, 0));
    auto late_values = melody(1, 100, 0);
    late_values.insert(late_values.begin(), 11025, 0.0F);
    ASSERT_FALSE(original.empty());
    EXPECT_EQ(difference(original, original), 0);
    EXPECT_LT(difference(original, noisy), same_recording);
    EXPECT_LT(difference(original, fingerprint_of(late_values)), same_recording);
    EXPECT_GT(difference(original, other), 2 * same_recording);
}

TEST(Fingerprints, SayNothingWhereThereIsNothingToHear) {
    EXPECT_TRUE(fingerprint_of(std::vector<float>(11025 * 20, 0.0F)).empty());
    EXPECT_TRUE(fingerprint_of(tone(440, 20, 11025)).empty());
    EXPECT_TRUE(fingerprint_of(melody(1, 8, 0)).empty()) << "two seconds are too short";
    EXPECT_EQ(difference(fingerprint_of({}), fingerprint_of(melody(1, 100, 0))), 1);
}

TEST(Fingerprints, ComeBackFromTheirText) {
    const auto fingerprint = fingerprint_of(melody(5, 100, 0));
    EXPECT_EQ(parse_fingerprint(to_text(fingerprint)), fingerprint);
    EXPECT_TRUE(parse_fingerprint("").empty());
    EXPECT_TRUE(parse_fingerprint("not a fingerprint, nor near").empty() ||
                parse_fingerprint("not a fingerprint, nor near").size() < 1000);
}

SharedAnalysis shared_example() {
    const Json analysis{{"features", {{"tempo", 120}, {"key", nullptr}, {"energy", 0.5}}}, {"more", {1, 2}}};
    return {fingerprint_of(melody(5, 100, 0)), 25'000, 1, ~std::uint64_t{0}, analysis, {0.25F, -1e-9F}};
}

TEST(SharedAnalyses, ComeBackFromTheirLine) {
    const auto shared = shared_example();
    const auto again = parse_shared_analysis(to_line(shared));
    ASSERT_TRUE(again) << again.error().what();
    EXPECT_EQ(again->fingerprint, shared.fingerprint);
    EXPECT_EQ(again->content, shared.content);
    EXPECT_EQ(again->analysis, shared.analysis);
    EXPECT_EQ(again->embedding, shared.embedding);
    EXPECT_EQ(features_of(again->analysis)[library::AudioFeature::tempo], 120);
    EXPECT_TRUE(is_missing(features_of(again->analysis)[library::AudioFeature::key]));
}

TEST(SharedAnalyses, OfStrangersAreNotBelieved) {
    const Json good = Json::parse(to_line(shared_example()));
    const auto trouble = [&](const Json& patch) {
        Json changed = good;
        changed.merge_patch(patch);
        const auto shared = parse_shared_analysis(changed.dump());
        return shared ? std::string() : std::string(shared.error().what());
    };
    EXPECT_EQ(trouble(Json::object()), "");
    EXPECT_EQ(trouble({{"duration_ms", -5}}),
              "an analysis has fingerprint, duration_ms, version, content, analysis and embedding");
    EXPECT_EQ(trouble({{"duration_ms", 4'000'000'000U}}), "duration_ms must be in [1, 360000000]");
    EXPECT_EQ(trouble({{"version", 0}}), "version must be in [1, 1000000]");
    EXPECT_EQ(trouble({{"content", "xyz"}}), "content must be 16 hexadecimal digits");
    EXPECT_EQ(trouble({{"fingerprint", ""}}), "the fingerprint is none");
    EXPECT_EQ(trouble({{"analysis", {{"features", {{"tempo", 5000}}}}}}),
              "its audio features are missing or impossible");
    EXPECT_EQ(trouble({{"embedding", {1, "2"}}}), "its embedding is no list of numbers");
    EXPECT_EQ(trouble({{"embedding", {1e300}}}), "its embedding is no list of numbers");
    EXPECT_EQ(std::string(parse_shared_analysis("[1]").error().what()), "not a JSON object");
}

}  // namespace
}  // namespace attune::audio
