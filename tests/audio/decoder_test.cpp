#include "audio/decoder.h"

#include "audio/files.h"
#include "core/random.h"

#include <chrono>
#include <limits>

namespace attune::audio {
namespace {

struct Encoded {
    const char* name;
    const char* codec;
    int sample_rate;
    int n_channels;
    double seconds;
    double tolerance_s;  // what an encoder adds before and after
};

void PrintTo(const Encoded& encoded, std::ostream* out) { *out << encoded.name; }

class EverySample : public testing::TestWithParam<Encoded> {};

INSTANTIATE_TEST_SUITE_P(Decoder, EverySample,
                         testing::Values(Encoded{"tagged.mp3", "mp3", 22050, 2, 3, 0.06},
                                         Encoded{"plain.ogg", "vorbis", 22050, 2, 3, 0.06},
                                         Encoded{"theora.ogg", "vorbis", 22050, 2, 3, 0.06},
                                         Encoded{"plain.opus", "opus", 48000, 2, 3, 0.02},
                                         Encoded{"plain.flac", "flac", 16000, 1, 3, 0},
                                         Encoded{"cover.m4a", "aac", 22050, 2, 3, 0.1},
                                         Encoded{"plain.wma", "wmav2", 22050, 2, 3, 0.1}),
                         [](const auto& test) {
                             std::string name = test.param.name;
                             name[name.find('.')] = '_';
                             return name;
                         });

TEST_P(EverySample, HasItsWholeSoundAndNoPictures) {
    const auto& [name, codec, sample_rate, n_channels, seconds, tolerance_s] = GetParam();
    const Sound sound = sound_of(sample(name));
    EXPECT_EQ(sound.heard.format.codec, codec);
    EXPECT_EQ(sound.heard.format.sample_rate, sample_rate);
    EXPECT_EQ(sound.heard.format.n_channels, n_channels);
    EXPECT_NEAR(sound.heard.duration_s(), seconds, tolerance_s + 1e-9);
    EXPECT_TRUE(sound.heard.problems.empty()) << sound.heard.problems.front();
    double power = 0;
    for (const float value : sound.samples) power += static_cast<double>(value) * value;
    EXPECT_GT(power / static_cast<double>(sound.samples.size()), 0.001);
}

/// Whatever is done to the bytes, there is sound or a reason, soon, and never a crash.
TEST_P(EverySample, SurvivesWhenItIsCutOrDamaged) {
    const Files files;
    const std::string whole = bytes_of(sample(GetParam().name));
    Random random(7);
    std::vector<std::string> damaged = {whole.substr(0, 60), whole.substr(0, whole.size() / 2),
                                        "junk before the first frame" + whole,
                                        whole.substr(whole.size() / 3)};
    for (int i = 0; i < 6; ++i) {
        damaged.push_back(whole);
        for (int flip = 0; flip < 40; ++flip)
            damaged.back()[random.below(whole.size())] = static_cast<char>(random.below(256));
    }
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < damaged.size(); ++i) {
        const auto path = files.write(std::to_string(i), damaged[i]);
        const auto heard = decode_file(path, {});
        if (heard) {
            EXPECT_LT(heard->duration_s(), 60);
        } else {
            EXPECT_EQ(heard.error().code(), ErrorCode::corrupt_data);
        }
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(Decoder, GivesTheSamplesOfAWavAsTheyAre) {
    const Files files;
    const auto values = tone(441, 0.25, 8000, 2);
    const auto sound =
        sound_of(files.write("a.wav", wav({.sample_rate = 8000, .n_channels = 2}, float_bytes(values))));
    EXPECT_EQ(sound.samples, values);
}

TEST(Decoder, KeepsUpTo8Channels) {
    const Files files;
    for (const int n : {1, 2, 3, 4, 6, 8}) {
        const auto values = tone(441, 0.05, 44100, n);
        const auto sound = sound_of(
            files.write("a.wav", wav({.n_channels = static_cast<std::uint16_t>(n)}, float_bytes(values))));
        EXPECT_EQ(sound.heard.format.n_channels, n);
        EXPECT_EQ(sound.samples, values);
    }
}

TEST(Decoder, ReadsEveryKindOfFileWhateverItIsCalled) {
    const Files files;
    EXPECT_EQ(sound_of(files.write("song.wav", bytes_of(sample("tagged.mp3")))).heard.format.codec, "mp3");
    EXPECT_EQ(sound_of(files.write("http:x", bytes_of(sample("plain.ogg")))).heard.format.codec, "vorbis");
}

TEST(Decoder, BringsTheRestOfAChainedOggToTheFirstFormat) {
    const auto sound = sound_of(sample("chained.ogg"));
    EXPECT_EQ(sound.heard.format.sample_rate, 22050);
    EXPECT_EQ(sound.heard.format.n_channels, 2);
    EXPECT_NEAR(sound.heard.duration_s(), 4, 0.1);  // 3 s at 22.05 kHz, then 1 s of mono at 16 kHz
}

TEST(Decoder, TakesWhatIsNoNumberForSilenceAndSaysSo) {
    const Files files;
    auto values = tone(441, 0.1);
    values[10] = std::numeric_limits<float>::quiet_NaN();
    values[20] = -std::numeric_limits<float>::infinity();
    values[30] = 1e20F;
    values[40] = 5.6F;  // 15 dB above full scale: loud, but sound
    const auto sound = sound_of(files.write("a.wav", wav({}, float_bytes(values))));
    for (const int i : {10, 20, 30}) EXPECT_EQ(sound.samples[static_cast<std::size_t>(i)], 0);
    EXPECT_EQ(sound.samples[40], 5.6F);
    ASSERT_EQ(sound.heard.problems.size(), 1U);
    EXPECT_EQ(sound.heard.problems[0], "3 samples are no numbers or far too large; they count as silence");
}

TEST(Decoder, SaysThatAFileEndsEarly) {
    const Files files;
    const std::string flac = bytes_of(sample("plain.flac"));
    const auto sound = sound_of(files.write("a.flac", flac.substr(0, flac.size() / 4)));
    EXPECT_LT(sound.heard.duration_s(), 1);
    ASSERT_FALSE(sound.heard.problems.empty());
    EXPECT_TRUE(sound.heard.problems.back().starts_with("ends early: 0.")) << sound.heard.problems.back();
}

TEST(Decoder, DoesNotBelieveTheSizeOfARecorderThatWasSwitchedOff) {
    const Files files;
    const WavHeader endless{.stated_bytes = 0xFFFF'FFFF};
    EXPECT_NEAR(sound_of(files.write("a.wav", wav(endless, float_bytes(tone(441, 1))))).heard.duration_s(), 1,
                0.001);
}

TEST(Decoder, ReadsNoMoreThanTheLongest) {
    const Files files;
    const auto sound = sound_of(
        files.write("a.wav", wav({.sample_rate = 8000}, float_bytes(tone(441, 3, 8000)))), {.longest_s = 1});
    EXPECT_LT(sound.heard.duration_s(), 1.6);
    ASSERT_EQ(sound.heard.problems.size(), 1U);
    EXPECT_TRUE(sound.heard.problems[0].starts_with("longer than")) << sound.heard.problems[0];
}

TEST(Decoder, SaysWhatIsWrong) {
    const Files files;
    const std::string data = float_bytes(tone(441, 0.1));
    EXPECT_EQ(trouble_with(files.folder() / "nowhere.mp3"), "there is no such file");
    EXPECT_EQ(trouble_with(files.folder()), "it is not a file");
    EXPECT_EQ(trouble_with(files.write("empty.mp3", "")), "the file is empty");
    EXPECT_TRUE(trouble_with(files.write("letter.mp3", "Dear listener, this is no music at all.\n"))
                    .starts_with("no audio format is recognised in it"));
    EXPECT_EQ(trouble_with(files.write("wide.wav", wav({.n_channels = 9}, data))),
              "it has 9 channels; 1 to 8 are read");
    EXPECT_EQ(trouble_with(files.write("slow.wav", wav({.sample_rate = 100}, data))),
              "its sample rate is 100 Hz; between 1000 and 768000 are read");
    for (const WavHeader odd :
         {WavHeader{.sample_rate = 0}, WavHeader{.n_channels = 0}, WavHeader{.n_channels = 65535}})
        EXPECT_NE(trouble_with(files.write("odd.wav", wav(odd, data))), "");
    EXPECT_NE(trouble_with(files.write("head.wav", wav({}, "").substr(0, 44))), "");
}

TEST(Decoder, OpensNoOtherFileThatAFileNames) {
    const Files files;
    files.write("secret.wav", wav({}, float_bytes(tone(441, 1))));
    EXPECT_NE(trouble_with(files.write(
                  "list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n")),
              "");
    EXPECT_NE(trouble_with(files.write("list.txt", "ffconcat version 1.0\nfile secret.wav\n")), "");
}

TEST(Decoder, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    try {
        (void)decode_file(sample("plain.ogg"), {}, {}, Task(nullptr, stop.get_token()));
        FAIL() << "it went on";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
}

}  // namespace
}  // namespace attune::audio
