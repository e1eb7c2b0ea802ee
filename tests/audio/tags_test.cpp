#include "audio/tags.h"

#include "audio/files.h"
#include "audio/fingerprint.h"
#include "core/random.h"

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

/// A melody of `n_notes` notes that a seed chooses; noise of `noise` is added.
std::vector<float> melody(std::uint64_t seed, int n_notes, float noise, std::uint64_t noise_seed = 1) {
    Random random(seed);
    Random hiss(noise_seed);
    std::vector<float> values;
    for (int i = 0; i < n_notes; ++i) {
        const double hz = 220 * std::pow(2.0, static_cast<double>(random.below(24)) / 12);
        const auto low = tone(hz / 2, 0.25, 11025);
        const auto high = tone(hz * 3, 0.25, 11025);
        const auto note = tone(hz, 0.25, 11025);
        for (std::size_t s = 0; s < note.size(); ++s) {
            const auto random_value = static_cast<float>(hiss.below(2001)) / 1000.0F - 1.0F;
            values.push_back(0.4F * (note[s] + low[s] + high[s]) + noise * random_value);
        }
    }
    return values;
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

}  // namespace
}  // namespace attune::audio
