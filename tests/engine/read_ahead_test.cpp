#include "engine/intake/read_ahead.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

namespace attune::engine {
namespace {

using sources::Place;

/// Writes down what it is told, as text; fails at one line, if asked to.
class Written final : public sources::RecordSink {
  public:
    explicit Written(std::uint64_t fails_at = 0) : fails_at_(fails_at) {}

    void listen(library::Listen&& listen, library::ListenSource, Place place) override {
        add("listen " + listen.track.track_name, place);
    }
    void playlist_entry(library::PlaylistEntry&& entry, Place place) override {
        add("entry " + entry.track.track_name, place);
    }
    void mark(library::Mark&&, Place place) override { add("mark", place); }
    void catalogue_track(library::CatalogueTrack&& track, Place place) override {
        add("track " + track.track.track_name, place);
    }
    void artist_genres(library::ArtistGenres&& genres, Place place) override {
        add("genres " + genres.artist_name, place);
    }
    void community_play(library::CommunityPlay&& play, Place place) override {
        add("play " + play.artist_name, place);
    }
    void community_tagging(library::CommunityTagging&& tagging, Place place) override {
        add("tagging " + tagging.tag_number, place);
    }
    void community_name(library::CommunityName&& name, Place place) override {
        add("name " + name.name, place);
    }
    void dropped(sources::DropReason reason, Place place, std::uint64_t digest) override {
        add("dropped " + std::string(to_string(reason)) + " " + std::to_string(digest), place);
    }
    void problem(std::string_view message, Place place) override {
        add("problem " + std::string(message), place);
    }

    std::vector<std::string> lines;

  private:
    void add(const std::string& what, Place place) {
        if (fails_at_ != 0 && place.line == fails_at_) fail(ErrorCode::unavailable, "no room");
        lines.push_back(std::to_string(place.line) + " " + what);
    }
    std::uint64_t fails_at_;
};

library::TrackDescription track(std::uint64_t number) {
    library::TrackDescription track;
    track.track_name = "a title that is longer than a short string " + std::to_string(number);
    return track;
}

/// Tells rows of every kind, in turn.
void tell(sources::RecordSink& sink, std::uint64_t count, std::atomic<std::uint64_t>* told = nullptr) {
    for (std::uint64_t line = 1; line <= count; ++line) {
        const Place place{line, line * 10};
        switch (line % 7) {
            case 0: sink.listen({track(line), {}, {}}, library::ListenSource::csv, place); break;
            case 1: sink.playlist_entry({.track = track(line)}, place); break;
            case 2: sink.mark({}, place); break;
            case 3: sink.catalogue_track({track(line)}, place); break;
            case 4: sink.artist_genres({"artist " + std::to_string(line), {}}, place); break;
            case 5: sink.dropped(sources::DropReason::podcast, place, line); break;
            default: sink.problem("a problem " + std::to_string(line), place); break;
        }
        if (told != nullptr) ++*told;
    }
}

TEST(ReadAhead, TellsEverythingInOrder) {
    for (const std::uint64_t count : {0, 1, 255, 256, 257, 20'000}) {
        Written straight;
        tell(straight, count);
        Written ahead;
        read_ahead([&](sources::RecordSink& sink) { tell(sink, count); }, ahead);
        EXPECT_EQ(ahead.lines, straight.lines) << count;
    }
}

TEST(ReadAhead, ThrowsWhatTheReaderThrowsAfterWhatItTold) {
    Written written;
    const auto read = [](sources::RecordSink& sink) {
        tell(sink, 1000);
        fail(ErrorCode::corrupt_data, "damaged");
    };
    try {
        read_ahead(read, written);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::corrupt_data);
    }
    EXPECT_EQ(written.lines.size(), 1000U);
}

TEST(ReadAhead, EndsTheReaderWhenTheSinkFails) {
    Written written(500);
    std::atomic<std::uint64_t> told = 0;
    constexpr std::uint64_t very_many = 1'000'000'000;
    EXPECT_THROW(read_ahead([&](sources::RecordSink& sink) { tell(sink, very_many, &told); }, written),
                 Error);
    EXPECT_EQ(written.lines.size(), 499U);
    EXPECT_LT(told, 10'000U);  // it was never far ahead
}

}  // namespace
}  // namespace attune::engine
