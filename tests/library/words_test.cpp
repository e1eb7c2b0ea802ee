#include "library/audio_features.h"
#include "library/listen.h"
#include "library/playlist.h"
#include "library/track.h"

#include <gtest/gtest.h>

namespace attune::library {
namespace {

const std::string id = "6f807x0ima9a1j3VPbc7VN";

TEST(SpotifyTrackId, IsReadFromUrisUrlsAndIds) {
    EXPECT_EQ(spotify_track_id("spotify:track:" + id), id);
    EXPECT_EQ(spotify_track_id("https://open.spotify.com/track/" + id + "?si=1"), id);
    EXPECT_EQ(spotify_track_id("https://open.spotify.com/intl-de/track/" + id), id);
    EXPECT_EQ(spotify_track_id(id), id);
}

TEST(SpotifyTrackId, IsEmptyForAnythingElse) {
    for (const auto* text : {"", "spotify:track:", "spotify:episode:6f807x0ima9a1j3VPbc7VN",
                             "6f807x0ima9a1j3VPbc7V", "spotify:local:A:B:C:1", "6f807x0ima9a1j3VPbc7V!"}) {
        EXPECT_EQ(spotify_track_id(text), "") << text;
    }
    EXPECT_EQ(spotify_uri(""), "");
    EXPECT_EQ(spotify_uri(id), "spotify:track:" + id);
}

TEST(AudioFeatures, DescribeSoundByMoreThanTheirDuration) {
    AudioFeatures features;
    EXPECT_FALSE(features.describes_sound());
    features[AudioFeature::duration_ms] = 1000;
    EXPECT_FALSE(features.describes_sound());
    features[AudioFeature::valence] = 0;
    EXPECT_TRUE(features.describes_sound());
}

TEST(AudioFeatures, AreFoundByName) {
    for (std::size_t i = 0; i < n_audio_features; ++i) {
        EXPECT_EQ(find_audio_feature(audio_feature_names[i].name), static_cast<AudioFeature>(i));
    }
    EXPECT_EQ(find_audio_feature("loudness_lufs"), std::nullopt);
}

TEST(Platform, IsReducedToSix) {
    EXPECT_EQ(parse_platform("Android OS 9 API 28 (samsung, SM-G960F)"), Platform::mobile);
    EXPECT_EQ(parse_platform("Android-tablet OS"), Platform::mobile);
    EXPECT_EQ(parse_platform("Windows 10 (10.0.19041; x64)"), Platform::desktop);
    EXPECT_EQ(parse_platform("web_player windows 10;chrome 80.0"), Platform::web);
    EXPECT_EQ(parse_platform("Partner android_tv Sony;BRAVIA"), Platform::tv);
    EXPECT_EQ(parse_platform("windows phone 8.1"), Platform::mobile);
    EXPECT_EQ(parse_platform("ios"), Platform::mobile);
    EXPECT_EQ(parse_platform("OS X 10.15.7"), Platform::desktop);
    EXPECT_EQ(parse_platform(" "), Platform::unknown);
    EXPECT_EQ(parse_platform("toaster"), Platform::other);
}

TEST(PlayReason, IsReadFromSpotifysWords) {
    EXPECT_EQ(parse_play_reason("trackdone"), PlayReason::track_done);
    EXPECT_EQ(parse_play_reason("fwdbtn"), PlayReason::forward);
    EXPECT_EQ(parse_play_reason("logout"), PlayReason::app_closed);
    EXPECT_EQ(parse_play_reason(""), PlayReason::unknown);
    EXPECT_EQ(to_string(PlayReason::app_closed), "app_closed");
}

TEST(Label, IsReadAsItIsWritten) {
    for (const auto value : {LabelValue::like, LabelValue::dislike, LabelValue::skip}) {
        EXPECT_EQ(parse_label(to_string(value)), value);
    }
    EXPECT_EQ(parse_label("love"), std::nullopt);
}

}  // namespace
}  // namespace attune::library
