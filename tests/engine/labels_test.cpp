#include "engine/picks/labels.h"

#include "core/error.h"
#include "core/json.h"
#include "engine/library/find_track.h"
#include "engine/small_library.h"

namespace attune::engine {
namespace {

class Labels : public SmallLibrary {
  protected:
    Labels() { import(history_name, extended_history(6)); }

    std::string title_of(std::string_view text) { return find_track(*workspace, text).track_name; }

    ErrorCode code_of(std::string_view text) {
        try {
            find_track(*workspace, text);
        } catch (const Error& error) {
            return error.code();
        }
        ADD_FAILURE() << text << " names a track";
        return ErrorCode::interrupted;
    }
};

TEST_F(Labels, FindATrackByAnythingThatNamesIt) {
    EXPECT_EQ(title_of("spotify:track:0000000000000000000004"), "Song 4");
    EXPECT_EQ(title_of("https://open.spotify.com/track/0000000000000000000004?si=1"), "Song 4");
    EXPECT_EQ(title_of("Artist 1 - Song 4"), "Song 4");
    EXPECT_EQ(title_of("  ARTIST 1 - song 4 "), "Song 4");
    EXPECT_EQ(title_of("Song 4"), "Song 4");
    const auto id = find_track(*workspace, "Song 4").id.value;
    EXPECT_EQ(title_of(fmt::format("track:{}", id)), "Song 4");
}

TEST_F(Labels, SayWhenATrackIsNotThere) {
    for (const auto* text :
         {"track:999", "track:x", "spotify:track:0000000000000000000099", "Artist 1 - Song 99", "Song 99"})
        EXPECT_EQ(code_of(text), ErrorCode::not_found) << text;
    EXPECT_EQ(code_of(" "), ErrorCode::invalid_argument);
}

TEST_F(Labels, TellNobodyWhichFilesThereAreUnlessAsked) {
    const auto message = [&](std::string text) {
        try {
            find_track(*workspace, text);
        } catch (const Error& error) {
            return std::string(error.what())
                .replace(std::string(error.what()).find(text), text.size(), "FILE");
        }
        return std::string("a track");
    };
    const auto here = write("secret.flac", "sound").string();
    EXPECT_NE(message(here), message(here + "x"));
    workspace->may_name_files = false;
    EXPECT_EQ(message(here), message(here + "x"));
}

TEST_F(Labels, RefuseToGuessBetweenTwoTracks) {
    auto row = extended_row(4, 9000);
    row["master_metadata_album_artist_name"] = "Somebody Else";
    row["spotify_track_uri"] = "spotify:track:0000000000000000000088";
    import(history_name, Json::array({row}).dump());
    EXPECT_EQ(code_of("Song 4"), ErrorCode::conflict);
    EXPECT_EQ(title_of("Somebody Else - Song 4"), "Song 4");
}

TEST_F(Labels, ReplaceEachOtherAndCanBeCleared) {
    label_track(*workspace, "Song 2", "like");
    const auto changed = label_track(*workspace, "Song 2", "dislike");
    EXPECT_EQ(changed.before, "like");
    EXPECT_EQ(changed.now.label, "dislike");
    ASSERT_EQ(store().labels(workspace->person_id()).size(), 1U);
    EXPECT_EQ(store().labels(workspace->person_id()).front().value, library::LabelValue::dislike);
    EXPECT_EQ(label_track(*workspace, "Song 2", "clear").now.label, std::nullopt);
    EXPECT_TRUE(store().labels(workspace->person_id()).empty());
    EXPECT_EQ(store().label_history(workspace->person_id()).size(), 3U);
}

TEST_F(Labels, BlockAnArtistUnderAnySpelling) {
    EXPECT_EQ(block_artist(*workspace, "ARTIST 2", true).artist, "Artist 2");
    EXPECT_EQ(store().blocked_artists(workspace->person_id()).size(), 1U);
    block_artist(*workspace, "Artist 2", false);
    EXPECT_TRUE(store().blocked_artists(workspace->person_id()).empty());
    EXPECT_THROW(block_artist(*workspace, "Nobody", true), Error);
}

}  // namespace
}  // namespace attune::engine
