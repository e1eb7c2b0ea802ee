#pragma once

#include "core/error.h"
#include "sources/source.h"
#include "sources/streams.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace attune::fuzz {

/// Ends the program if a row is not as its functions promise.
class CheckingSink final : public sources::RecordSink {
  public:
    void listen(library::Listen&& listen, library::ListenSource /*source*/, sources::Place place) override {
        check(listen.track.names_a_track(), place);
        check(listen.listened_at <= listen.ended_at && listen.ms_played.value_or(1) > 0, place);
    }
    void playlist_entry(library::PlaylistEntry&& entry, sources::Place place) override {
        check(entry.track.names_a_track() || !entry.track.spotify_id.empty() || !entry.file.empty(), place);
        check(!entry.playlist_name.empty(), place);
    }
    void mark(library::Mark&& mark, sources::Place place) override {
        check(!mark.track.artist_name.empty(), place);
    }
    void catalogue_track(library::CatalogueTrack&& track, sources::Place place) override {
        check(track.features.describes_sound(), place);
    }
    void artist_genres(library::ArtistGenres&& artist, sources::Place place) override {
        check(!artist.artist_name.empty(), place);
    }
    void community_play(library::CommunityPlay&& play, sources::Place place) override {
        check(!play.artist_name.empty() && play.count > 0 && std::isfinite(play.count), place);
    }
    void community_tagging(library::CommunityTagging&& tagging, sources::Place place) override {
        check(!tagging.person.empty() && !tagging.artist_number.empty() && !tagging.tag_number.empty(),
              place);
    }
    void community_name(library::CommunityName&& name, sources::Place place) override {
        check(!name.number.empty() && !name.name.empty(), place);
    }
    void dropped(sources::DropReason reason, sources::Place place, std::uint64_t digest) override {
        check((digest == 0) == (reason == sources::DropReason::unreadable), place);
    }
    void problem(std::string_view /*message*/, sources::Place /*place*/) override {}

  private:
    static void check(bool holds, sources::Place place) {
        if (!holds || place.byte == 0) std::abort();
    }
};

/// Reads the bytes as a file of this kind, whether or not they look like one.
inline void read_as(std::string_view kind, std::string_view bytes, std::string_view name,
                    sources::Reading reading = sources::Reading::person) {
    constexpr Timestamp now = timestamp_of(1795132800);
    for (const sources::Source& source : sources::all_sources(reading)) {
        if (source.kind != kind) continue;
        sources::MemoryStream in(bytes);
        sources::TextStream text(in, name);
        CheckingSink sink;
        source.recognises(text.head());
        source.read(text, text.head(), {false, now}, sink);
    }
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace attune::fuzz
