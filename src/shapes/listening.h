#pragma once

#include "core/time.h"
#include "shapes/shape.h"
#include "shapes/sound.h"
#include "shapes/track.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

struct Month {
    std::string month;
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    double hours = 0;
    std::int64_t new_tracks = 0;
    std::int64_t new_artists = 0;
    std::int64_t kept_artists = 0;

    static void describe(Fields<Month>& fields);
};

/// Sums of plays of something.
struct PlaySums {
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    double hours = 0;
    Timestamp first;
    Timestamp last;
    std::array<std::int64_t, 12> trend{};

    static void describe(Fields<PlaySums>& fields);
};

struct TopArtist {
    std::string artist;
    PlaySums sums;

    static void describe(Fields<TopArtist>& fields);
};

struct TopTrack {
    Track track;
    PlaySums sums;

    static void describe(Fields<TopTrack>& fields);
};

/// What a person played in a span of time.
struct History {
    std::optional<Timestamp> first;
    std::optional<Timestamp> last;
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    double hours = 0;
    std::size_t tracks = 0;
    std::size_t artists = 0;
    std::vector<Month> months;
    std::array<std::array<std::int64_t, 24>, 7> weekdays{};
    std::vector<TopArtist> top_artists;
    std::vector<TopTrack> top_tracks;

    static void describe(Fields<History>& fields);
};

/// What there is to show of a track.
struct TrackDetail {
    ReleasedTrack track;
    std::optional<double> popularity;
    std::vector<std::string> genres;
    std::int64_t plays = 0;
    std::optional<std::string> label;
    Sound features;

    static void describe(Fields<TrackDetail>& fields);
};

struct TrackDetails {
    std::vector<TrackDetail> tracks;

    static void describe(Fields<TrackDetails>& fields);
};

}  // namespace attune::shapes
